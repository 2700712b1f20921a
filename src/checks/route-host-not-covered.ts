import { at, groupOf } from '../manifest/manifest.ts'
import type { Resource } from '../shim/resource.ts'
import { gateway } from '../shim/sources/kinds/gateway-api/gateway.ts'
import { listenerSet } from '../shim/sources/kinds/gateway-api/listener-set.ts'
import { isRoute } from '../shim/sources/kinds/gateway-api/routes/attached-routes.ts'
import { isFilledInLater } from '../shim/values/filled-in-later.ts'
import type { Check, CheckedList } from './check.ts'
import { gatewaysOf, listenerSetsOf } from './facts/gateways.ts'
import { type ListenerHostnames, listenersAt } from './facts/hosts/listener-hostnames.ts'
import { oncePerList } from './facts/once-per-list.ts'

/**
 * A host of a Route that no listener takes. Gateway API ignores it: `HTTPRouteSpec.Hostnames` in its
 * apis/v1/httproute_types.go, and `ParentReference` in shared_types.go.
 */
export const routeHostNotCovered: Check = {
  rule: {
    id: 'route-host-not-covered',
    severity: 'warning',
    summary: 'No listener that a Route attaches to has a hostname for one of its hosts.',
  },
  *find(list) {
    for (const route of list.resources) {
      if (!isRoute(route.apiVersion, route.kind)) continue
      const listeners = listenersFor(route, list)
      if (listeners === undefined) continue
      for (const [index, host] of listAt(route.object, 'spec', 'hostnames').entries()) {
        if (typeof host !== 'string' || isFilledInLater(host, route)) continue
        if (listeners.some((hostnames) => hostnames.overlap(host))) continue
        yield {
          rule: this.rule,
          message: `No listener that this ${route.kind} attaches to has a hostname for ${host}, so requests for it are never routed, and it is in no certificate. Add a listener for it, or correct the host.`,
          position: route.position,
          field: { path: `spec.hostnames[${index}]`, currentValue: host },
        }
      }
    }
  },
}

/** The listeners that a route attaches to; undefined where one of its parents isn't in the list, or none is a source. */
function listenersFor(route: Resource, list: CheckedList): readonly ListenerHostnames[] | undefined {
  const parents = listAt(route.object, 'spec', 'parentRefs').map((reference) => ({
    reference,
    resource: parentOf(reference, route, list),
  }))
  if (!parents.some(({ resource }) => resource !== undefined && sourcePositions(list).has(resource.position)))
    return undefined
  const attached = parents.map(({ reference, resource }) =>
    resource === undefined ? undefined : attachedListeners(reference, route, resource),
  )
  return attached.every((listeners) => listeners !== undefined) ? attached : undefined
}

const sourcePositions = oncePerList(({ sources }) => new Set(sources.map(({ position }) => position)))

function parentOf(reference: unknown, route: Resource, list: CheckedList): Resource | undefined {
  const name = textAt(reference, 'name')
  const namespace = textAt(reference, 'namespace', route.namespace)
  if (textAt(reference, 'group', groupOf(route.apiVersion)) !== groupOf(route.apiVersion)) return undefined
  const kind = textAt(reference, 'kind', gateway.kind)
  if (kind === gateway.kind) return gatewaysOf(list).find(namespace, name)
  return kind === listenerSet.kind ? listenerSetsOf(list).find(namespace, name) : undefined
}

/**
 * Only the listeners of the parent itself: those of its ListenerSets need a reference of their own (GEP-1713). Undefined
 * where a placeholder says which.
 */
function attachedListeners(
  reference: unknown,
  route: Resource,
  parent: Resource,
): ListenerHostnames | undefined {
  const section = textAt(reference, 'sectionName')
  if (isFilledInLater(section, route)) return undefined
  return listenersAt(parent, section, at(reference, 'port') ?? undefined)
}

function textAt(value: unknown, key: string, fallback = ''): string {
  const text = at(value, key)
  return typeof text === 'string' ? text : fallback
}

function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const list = at(value, ...path)
  return Array.isArray(list) ? list : []
}
