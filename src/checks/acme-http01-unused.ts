import { parseBool } from '../go/bool.ts'
import { type Group, groupedBy } from '../manifest/grouped.ts'
import { annotation, listenerAnnotation } from '../shim/annotations.ts'
import type { Source } from '../shim/sources/source.ts'
import type { Check, CheckedList } from './check.ts'
import type { Challenge } from './facts/acme/acme-solver.ts'
import { challengesFor } from './facts/acme/acme-solvers.ts'
import { annotationField, nameOfIssuer, type Request, requestsTo } from './facts/requests.ts'

/**
 * Annotations for HTTP-01 where DNS-01 is used. `applyIngressParameterAnnotationOverrides` and
 * `applyGatewayAPIAnnotationParentRefOverride` in cert-manager's pkg/controller/acmeorders/util.go leave out solvers
 * that aren't of their kind.
 */
export const acmeHttp01Unused: Check = {
  rule: {
    id: 'acme-http01-unused',
    severity: 'warning',
    summary: 'An annotation is for HTTP-01, but the ACME issuer proves the hosts in another way.',
  },
  *find(list) {
    for (const [source, requests] of requestsWithAnnotations(list)) {
      const chosen = new Set(requests.flatMap(challengesFor))
      if (chosen.size === 0) continue
      for (const { key, challenge, rest } of annotationsInUse(source)) {
        if (chosen.has(challenge)) continue
        yield {
          rule: this.rule,
          message: `${key} is for ${solverNames[challenge]}, and the ${nameOfIssuer(requests[0])} uses none for these hosts, so it has no effect${rest}. Remove it, or use an issuer with such a solver.`,
          position: source.position,
          field: annotationField(source, key),
        }
      }
    }
  },
}

/** The requests of each source with an annotation for HTTP-01, which are few. */
function requestsWithAnnotations(list: CheckedList): ReadonlyMap<Source, Group<Request>> {
  const annotated = requestsTo('acme', list).filter(({ source }) => annotationsInUse(source).length > 0)
  return groupedBy(annotated, ({ source }) => source)
}

const solverNames = {
  dns01: 'DNS-01 solvers',
  'http01-ingress': 'HTTP-01 solvers with an Ingress',
  'http01-gateway': 'HTTP-01 solvers with an HTTPRoute',
} as const

interface Http01Annotation {
  readonly key: string
  readonly challenge: Challenge
  /** What it does all the same. */
  readonly rest: string
}

/** Each with what it does even without such a solver: `setIssuerSpecificConfig` in cert-manager's certificate-shim. */
function annotationsInUse({
  annotations,
  sourceKind,
  isEditedByHttp01,
}: Source): readonly Http01Annotation[] {
  const all: readonly Http01Annotation[] = [
    {
      key: annotation.editInPlace,
      challenge: 'http01-ingress',
      rest: ' but that a temporary certificate is served at first',
    },
    { key: annotation.http01IngressClass, challenge: 'http01-ingress', rest: '' },
    { key: annotation.http01IngressClassName, challenge: 'http01-ingress', rest: '' },
    { key: listenerAnnotation.parentRefFallback, challenge: 'http01-gateway', rest: '' },
  ]
  return all.filter(({ key }) => {
    const value = annotations.get(key) ?? ''
    if (key === annotation.editInPlace) return isEditedByHttp01
    return key === listenerAnnotation.parentRefFallback
      ? parseBool(value) === true && sourceKind.ownAnnotations.includes(key)
      : value !== ''
  })
}
