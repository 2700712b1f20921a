import { isLocalConfig } from '../../../../../manifest/local-config.ts'
import { at, groupOf } from '../../../../../manifest/manifest.ts'
import { oncePer } from '../../../../../manifest/once-per.ts'
import type { Resource } from '../../../../resource.ts'
import { isFilledInLater } from '../../../../values/filled-in-later.ts'
import type { Listener } from '../listener.ts'
import { canBeHost, type RouteHost, RouteHosts } from './route-hosts.ts'

export const gatewayGroup = 'gateway.networking.k8s.io'

/** The kinds of Routes that have hosts. */
export const routeKinds: readonly string[] = ['HTTPRoute', 'GRPCRoute', 'TLSRoute']

/** Whether an item is a Route that has hosts, of any version. */
export function isRoute(apiVersion: string, kind: string): boolean {
  return routeKinds.includes(kind) && groupOf(apiVersion) === gatewayGroup
}

/**
 * The hosts of the Routes of a list that name a listener in one of their parentRefs and have a host in common with it, in list
 * order. The rules are those of `ParentReference` and `HTTPRouteSpec.Hostnames` in gateway-api's apis/v1.
 */
export function hostsAttachedTo(
  { name = '', port, hostname = '' }: Listener,
  parent: Resource,
  resources: readonly Resource[],
): readonly RouteHost[] {
  const groups = routesByParent(resources).get(parentKey(parent.kind, parent.namespace, parent.name))
  if (groups === undefined) return []
  const keys = new Set(['', name].flatMap((one) => [groupKey(one, undefined), groupKey(one, port)]))
  const found = [...keys].flatMap((key) => groups.get(key)?.within(hostname) ?? [])
  return [...new Set(found)].sort((a, b) => a.order - b.order)
}

/** The hosts at each parent, by the name and port of the listener that is named. */
type Groups = Map<string, RouteHosts>

const routesByParent = oncePer((resources: readonly Resource[]): ReadonlyMap<string, Groups> => {
  const parents = new Map<string, Groups>()
  let order = 0
  for (const route of resources) {
    if (!isRoute(route.apiVersion, route.kind) || isLocalConfig(route.object)) continue
    const hosts = hostsOf(route).map((host) => ({ host, route, order: order++ }))
    for (const reference of listAt(route, 'parentRefs')) addAt(parents, reference, hosts)
  }
  return parents
})

function addAt(parents: Map<string, Groups>, reference: unknown, hosts: readonly RouteHost[]): void {
  const [first] = hosts
  if (first === undefined || textAt(reference, 'group', gatewayGroup) !== gatewayGroup) return
  const { route } = first
  const kind = textAt(reference, 'kind', 'Gateway')
  const name = textAt(reference, 'name')
  const section = textAt(reference, 'sectionName')
  // A listener that is named later may be any of them.
  const key = groupKey(isFilledInLater(section, route) ? '' : section, at(reference, 'port') ?? undefined)
  // A parent without a namespace gets one when it is applied, which may be any.
  for (const namespace of new Set(['', textAt(reference, 'namespace', route.namespace)])) {
    const parent = parentKey(kind, namespace, name)
    const groups = parents.get(parent) ?? new Map<string, RouteHosts>()
    const group = groups.get(key) ?? new RouteHosts()
    for (const host of hosts) group.add(host)
    parents.set(parent, groups.set(key, group))
  }
}

function hostsOf(route: Resource): readonly string[] {
  const written = listAt(route, 'hostnames')
  if (written.length === 0) return ['']
  return written.filter((host) => typeof host === 'string').filter((host) => canBeHost(host, route))
}

function listAt({ object }: Resource, key: string): readonly unknown[] {
  const list = at(object, 'spec', key)
  return Array.isArray(list) ? list : []
}

function textAt(value: unknown, key: string, fallback = ''): string {
  const text = at(value, key)
  return typeof text === 'string' ? text : fallback
}

function parentKey(kind: string, namespace: string, name: string): string {
  return `${kind}/${namespace}/${name}`
}

function groupKey(section: string, port: unknown): string {
  return `${section} ${typeof port === 'number' ? port : ''}`
}
