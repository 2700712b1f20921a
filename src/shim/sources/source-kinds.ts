import { groupOf } from '../../manifest/manifest.ts'
import type { Options } from '../options.ts'
import { apisixTls } from './kinds/apisix-tls.ts'
import { httpProxy } from './kinds/contour/http-proxy.ts'
import { gateway } from './kinds/gateway-api/gateway.ts'
import { listenerSet } from './kinds/gateway-api/listener-set.ts'
import { ingress } from './kinds/ingress/ingress.ts'
import { istioGateway } from './kinds/istio/gateway.ts'
import { virtualServer } from './kinds/nginx/virtual-server.ts'
import { openshiftRoute } from './kinds/openshift-route/route.ts'
import { routeGroup } from './kinds/route-group.ts'
import { tcpIngress } from './kinds/tcp-ingress.ts'
import { ingressRoute, ingressRouteTcp } from './kinds/traefik/ingress-route.ts'
import { tlsStore } from './kinds/traefik/tls-store.ts'
import type { SourceKind } from './source-kind.ts'

/** Every kind of source there is. */
const sourceKinds: readonly SourceKind[] = [
  ingress,
  gateway,
  listenerSet,
  apisixTls,
  httpProxy,
  istioGateway,
  routeGroup,
  tcpIngress,
  openshiftRoute,
  ingressRoute,
  ingressRouteTcp,
  tlsStore,
  virtualServer,
]

/** How Certificates name the kinds, and the setting `sources` chooses them. */
export const sourceNames: readonly string[] = sourceKinds.map(({ identity }) => identity)

/** The kind of source that Certificates name like this. */
export function sourceKindNamed(identity: string): SourceKind | undefined {
  return sourceKinds.find((one) => one.identity === identity)
}

/** Several projects have a Gateway. */
const byKind = new Map<string, SourceKind[]>()
for (const one of sourceKinds) byKind.set(one.kind, [...(byKind.get(one.kind) ?? []), one])

/** The types that are read where anything of a group is mentioned, by the group. */
export const typesBeside: ReadonlyMap<string, readonly string[]> = new Map(
  sourceKinds.flatMap(({ alsoReads, apiVersions }) =>
    alsoReads.length > 0 ? [[groupOf(apiVersions[0]), alsoReads] as const] : [],
  ),
)

/** The kind of source that an item is by its apiVersion and kind, or undefined. */
export function sourceKindOf(apiVersion: string, kind: string): SourceKind | undefined {
  return byKind.get(kind)?.find(({ apiVersions }) => apiVersions.includes(apiVersion))
}

/** The same, unless the setting `sources` leaves it out. */
export function chosenKindOf(apiVersion: string, kind: string, { sources }: Options): SourceKind | undefined {
  const found = sourceKindOf(apiVersion, kind)
  return found !== undefined && sources.includes(found.identity) ? found : undefined
}

/** The same by any version of its group: an ownerReference may be older than the manifest. */
export function sourceKindOfGroup(group: string, kind: string): SourceKind | undefined {
  return byKind.get(kind)?.find(({ apiVersions }) => apiVersions.some((one) => groupOf(one) === group))
}

/** The kinds whose own controllers annotate the Certificates that they make. */
export const annotatingKinds: readonly SourceKind[] = sourceKinds.filter(
  ({ ownerAnnotation }) => ownerAnnotation !== undefined,
)

/** The current version of the kind of source that a resource of an unknown version was meant to be. */
export function currentApiVersionOf(apiVersion: string, kind: string): string | undefined {
  const group = groupOf(apiVersion)
  // Kubernetes has moved kinds from group to group.
  const meant =
    sourceKindOfGroup(group, kind) ??
    (isOfKubernetes(group)
      ? byKind.get(kind)?.find((one) => isOfKubernetes(groupOf(one.apiVersions[0])))
      : undefined)
  return meant?.apiVersions[0]
}

function isOfKubernetes(group: string): boolean {
  return group.endsWith('.k8s.io')
}
