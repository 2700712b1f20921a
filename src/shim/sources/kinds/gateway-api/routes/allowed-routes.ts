import { at, groupOf } from '../../../../../manifest/manifest.ts'
import { oncePer } from '../../../../../manifest/once-per.ts'
import type { Resource } from '../../../../resource.ts'
import { isFilledInLater } from '../../../../values/filled-in-later.ts'
import { type KnownLabels, meets } from '../../../../values/label-selector.ts'
import type { Listener } from '../listener.ts'
import { gatewayGroup } from './attached-routes.ts'

/**
 * Whether a listener lets a Route attach; undefined where only the labels of its namespace could tell. The rule is
 * `AllowedRoutes` in gateway-api's apis/v1/shared_types.go.
 */
export function letsIn(
  listener: Listener,
  parent: Resource,
  route: Resource,
  resources: readonly Resource[],
): boolean | undefined {
  return takesKind(listener, route) && takesNamespace(listener, parent, route, resources)
}

/** What attaches to a protocol where the listener doesn't say: "Supported Protocols" of `ProtocolType`. */
const kindsOfProtocol: ReadonlyMap<string, readonly string[]> = new Map([
  ['HTTPS', ['HTTPRoute', 'GRPCRoute']],
  ['TLS', ['TLSRoute']],
])

function takesKind({ allowedRoutes, protocol = '' }: Listener, { kind }: Resource): boolean {
  const kinds = at(allowedRoutes, 'kinds')
  if (!Array.isArray(kinds) || kinds.length === 0)
    return kindsOfProtocol.get(protocol)?.includes(kind) ?? true
  return kinds.some(
    (one: unknown) => at(one, 'kind') === kind && (at(one, 'group') ?? gatewayGroup) === gatewayGroup,
  )
}

function takesNamespace(
  { allowedRoutes }: Listener,
  parent: Resource,
  route: Resource,
  resources: readonly Resource[],
): boolean | undefined {
  const namespaces = at(allowedRoutes, 'namespaces')
  const from = at(namespaces, 'from') ?? 'Same'
  if (from === 'None') return false
  if (from === 'Selector') return meets(at(namespaces, 'selector'), labelsOfNamespace(route, resources))
  if (from !== 'Same') return true
  return !hasKnownNamespace(parent) || !hasKnownNamespace(route) || parent.namespace === route.namespace
}

function hasKnownNamespace(resource: Resource): boolean {
  return resource.namespace !== '' && !isFilledInLater(resource.namespace, resource)
}

/** Kubernetes gives this label to each namespace, with its name: docs/reference/labels-annotations-taints. */
const nameLabel = 'kubernetes.io/metadata.name'

/** What the list knows of the labels of a namespace: all, where it has the Namespace. */
function labelsOfNamespace(resource: Resource, resources: readonly Resource[]): KnownLabels {
  const { namespace } = resource
  const labels = namespacesOf(resources).get(namespace)?.labels
  const name = hasKnownNamespace(resource) ? namespace : undefined
  return {
    get: (key) => (key === nameLabel ? name : labels?.get(key)),
    areAll: labels !== undefined,
  }
}

const namespacesOf = oncePer(
  (resources: readonly Resource[]): ReadonlyMap<string, Resource> =>
    new Map(resources.filter(isNamespace).map((namespace) => [namespace.name, namespace])),
)

function isNamespace({ apiVersion, kind }: Resource): boolean {
  return kind === 'Namespace' && groupOf(apiVersion) === ''
}
