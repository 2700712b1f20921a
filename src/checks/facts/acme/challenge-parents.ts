import { at, groupOf } from '../../../manifest/manifest.ts'
import { certificateAnnotation } from '../../../shim/annotations.ts'
import type { Resource } from '../../../shim/resource.ts'
import { gateway } from '../../../shim/sources/kinds/gateway-api/gateway.ts'
import { listenerSet } from '../../../shim/sources/kinds/gateway-api/listener-set.ts'
import type { CheckedList } from '../../check.ts'
import { gatewaysOf, listenerSetsOf } from '../gateways.ts'
import type { Request } from '../requests.ts'
import type { Solver } from './acme-solver.ts'
import { HttpListeners, type ListenerReference } from './http-listeners.ts'

/** What the HTTPRoute of a challenge attaches to. */
export interface ChallengeParent extends ListenerReference {
  readonly kind: string
  readonly name: string
  /** Undefined where it isn't in the list. */
  readonly resource: Resource | undefined
}

/**
 * Where the HTTPRoute of a challenge attaches: what the solver names, and what the Certificate does. The rule is
 * `applyGatewayAPIAnnotationParentRefOverride` in cert-manager's pkg/controller/acmeorders/util.go.
 */
export function challengeParents(
  { parentRefs }: Solver,
  { secret, certificate }: Request,
  list: CheckedList,
): readonly ChallengeParent[] {
  const { annotations } = certificate.metadata
  const ofCertificate = {
    kind: annotations[certificateAnnotation.parentRefKind],
    name: annotations[certificateAnnotation.parentRefName],
    namespace: annotations[certificateAnnotation.parentRefNamespace],
  }
  const references: readonly unknown[] =
    ofCertificate.name === undefined ? parentRefs : [...parentRefs, ofCertificate]
  return references.map((reference) => parentOf(reference, secret.namespace, list))
}

function parentOf(reference: unknown, ownNamespace: string, list: CheckedList): ChallengeParent {
  const group = groupOf(gateway.apiVersions[0])
  const kind = textAt(reference, 'kind', gateway.kind)
  const name = textAt(reference, 'name')
  const namespace = textAt(reference, 'namespace', ownNamespace)
  const lookup = textAt(reference, 'group', group) === group ? lookupOf(kind) : undefined
  return {
    kind,
    name,
    sectionName: textAt(reference, 'sectionName'),
    port: at(reference, 'port') ?? undefined,
    resource: lookup?.(list).find(namespace, name),
  }
}

function lookupOf(kind: string): typeof gatewaysOf | undefined {
  if (kind === gateway.kind) return gatewaysOf
  return kind === listenerSet.kind ? listenerSetsOf : undefined
}

const read = new WeakMap<Resource, HttpListeners>()

/** The HTTP listeners of a Gateway or ListenerSet, read once. */
export function httpListenersOf(parent: Resource): HttpListeners {
  const known = read.get(parent)
  if (known !== undefined) return known
  const listeners = new HttpListeners(parent)
  read.set(parent, listeners)
  return listeners
}

function textAt(value: unknown, key: string, fallback = ''): string {
  const text = at(value, key)
  return typeof text === 'string' && text !== '' ? text : fallback
}
