import { annotation } from '../shim/annotations.ts'
import type { Source } from '../shim/sources/source.ts'
import type { Check } from './check.ts'
import { challengesFor } from './facts/acme/acme-solvers.ts'
import { annotationField, firstRequestsTo, nameOfIssuer } from './facts/requests.ts'

/**
 * More than one way to find the Ingress for HTTP-01: `applyIngressParameterAnnotationOverrides` in cert-manager's
 * pkg/controller/acmeorders/util.go then makes no challenge at all.
 */
export const acmeHttp01Conflict: Check = {
  rule: {
    id: 'acme-http01-conflict',
    severity: 'error',
    summary: 'Annotations that say which Ingress answers HTTP-01 challenges cannot be combined.',
  },
  *find(list) {
    for (const request of firstRequestsTo('acme', list)) {
      const { source } = request
      const [first, ...others] = overridesOf(source)
      if (others.length === 0 || !challengesFor(request).includes('http01-ingress')) continue
      for (const key of others) {
        yield {
          rule: this.rule,
          message: `${key} cannot be combined with ${first}: cert-manager then solves no challenge of the ${nameOfIssuer(request)}, and no certificate is issued. Keep one of the two.`,
          position: source.position,
          field: annotationField(source, key),
        }
      }
    }
  },
}

function overridesOf({ annotations, isEditedByHttp01 }: Source): readonly string[] {
  return [
    ...(isEditedByHttp01 ? [annotation.editInPlace] : []),
    ...[annotation.http01IngressClass, annotation.http01IngressClassName].filter(
      (key) => (annotations.get(key) ?? '') !== '',
    ),
  ]
}
