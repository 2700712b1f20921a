import { isLocalConfig } from '../../../../manifest/local-config.ts'
import { at, groupOf } from '../../../../manifest/manifest.ts'
import { oncePer } from '../../../../manifest/once-per.ts'
import { isTemplate } from '../../../../manifest/placeholder.ts'
import type { Resource } from '../../../resource.ts'
import { isFilledInLater } from '../../../values/filled-in-later.ts'
import { canBeHost, type RouteHost, RouteHosts } from '../gateway-api/routes/route-hosts.ts'

export const istioGroup = 'networking.istio.io'

const kind = 'VirtualService'

export const virtualServiceType = `${kind}.${istioGroup}`

/** Stands for the sidecars of the mesh in the place of a Gateway. */
const mesh = 'mesh'

/** The Gateways that a VirtualService binds to, as `namespace/name`; none for any other resource. */
export function gatewaysOfVirtualService({
  apiVersion,
  kind: type,
  object,
  namespace,
}: Resource): readonly string[] {
  if (type !== kind || groupOf(apiVersion) !== istioGroup) return []
  return textsAt(object, 'gateways')
    .filter((name) => name !== mesh)
    .map((name) => (name.includes('/') ? name : `${namespace}/${name}`))
}

/** The hosts of the VirtualServices of a list that bind to a Gateway. */
export function hostsBoundTo({ namespace, name }: Resource, resources: readonly Resource[]): RouteHosts {
  return hostsByGateway(resources).get(`${namespace}/${name}`) ?? new RouteHosts()
}

const hostsByGateway = oncePer((resources: readonly Resource[]): ReadonlyMap<string, RouteHosts> => {
  const byGateway = new Map<string, RouteHosts>()
  let order = 0
  for (const resource of resources) {
    const gateways = gatewaysOfVirtualService(resource)
    if (gateways.length === 0 || isLocalConfig(resource.object)) continue
    const hosts = textsAt(resource.object, 'hosts').filter((host) => isOutside(host, resource))
    const named = hosts.map((host): RouteHost => ({ host, route: resource, order: order++ }))
    for (const gateway of new Set(gateways.flatMap(anyNamespaceToo))) addTo(byGateway, gateway, named)
  }
  return byGateway
})

/** A Gateway without a namespace gets one when it is applied, which may be any. */
function anyNamespaceToo(gateway: string): readonly string[] {
  return [gateway, gateway.slice(gateway.indexOf('/'))]
}

function addTo(byGateway: Map<string, RouteHosts>, gateway: string, hosts: readonly RouteHost[]): void {
  const known = byGateway.get(gateway) ?? new RouteHosts()
  for (const host of hosts) known.add(host)
  byGateway.set(gateway, known)
}

/** Names without a dot are those of Services inside the cluster. */
function isOutside(host: string, resource: Resource): boolean {
  if (isFilledInLater(host, resource) || isTemplate(host)) return true
  return host.includes('.') && canBeHost(host, resource)
}

function textsAt(object: unknown, key: string): readonly string[] {
  const list = at(object, 'spec', key)
  return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : []
}
