import { isLocalConfig } from '../../manifest/local-config.ts'
import { groupOf } from '../../manifest/manifest.ts'
import type { Resource } from '../../shim/resource.ts'
import { asksForCertificates } from '../../shim/sources/asks-for-certificates.ts'
import { parentOf } from '../../shim/sources/kinds/gateway-api/listener-set.ts'
import type { CheckedList } from '../check.ts'
import { gatewaysOf } from './gateways.ts'
import { oncePerList } from './once-per-list.ts'

/** A kind in an API that clusters of today don't serve and cert-manager doesn't read. */
interface OldApi {
  readonly kinds: readonly string[]
  readonly isIn: (apiVersion: string) => boolean
  readonly release: string
  readonly current: { readonly apiVersion: string; readonly kind?: string }
}

const gatewayGroup = 'gateway.networking.k8s.io'
const current = { apiVersion: `${gatewayGroup}/v1` }

/** Gateway API's CHANGELOG (v0.4, v0.8, v1.5); cert-manager's release notes (v0.11, v1.6). */
const oldApis: readonly OldApi[] = [
  {
    kinds: ['Gateway'],
    isIn: (apiVersion) => groupOf(apiVersion) === 'networking.x-k8s.io',
    release: 'Gateway API v0.4',
    current,
  },
  {
    kinds: ['Gateway'],
    isIn: (apiVersion) => apiVersion.startsWith(`${gatewayGroup}/v1alpha`),
    release: 'Gateway API v0.8',
    current,
  },
  {
    kinds: ['XListenerSet', 'ListenerSet'],
    isIn: (apiVersion) => groupOf(apiVersion) === 'gateway.networking.x-k8s.io',
    release: 'Gateway API v1.5',
    current: { ...current, kind: 'ListenerSet' },
  },
  {
    kinds: ['Issuer', 'ClusterIssuer'],
    isIn: (apiVersion) => groupOf(apiVersion) === 'certmanager.k8s.io',
    release: 'cert-manager v0.11',
    current: { apiVersion: 'cert-manager.io/v1' },
  },
  {
    kinds: ['Issuer', 'ClusterIssuer'],
    isIn: (apiVersion) => /^cert-manager\.io\/v1(?:alpha|beta)/.test(apiVersion),
    release: 'cert-manager v1.6',
    current: { apiVersion: 'cert-manager.io/v1' },
  },
]

/** The old API that a resource is in; undefined for most. */
export function oldApiOf({ apiVersion, kind }: Resource): OldApi | undefined {
  return oldApis.find(({ kinds, isIn }) => kinds.includes(kind) && isIn(apiVersion))
}

/** The resources of the list in old APIs that somebody relies on: issuers, and what asks for Certificates. */
export const resourcesOfOldApis = oncePerList((list) =>
  list.resources.flatMap((resource) => {
    const api = oldApiOf(resource)
    return api !== undefined && isReliedOn(resource, list) ? [{ resource, api }] : []
  }),
)

function isReliedOn(resource: Resource, list: CheckedList): boolean {
  if (resource.kind.endsWith('Issuer')) return !isLocalConfig(resource.object)
  const parent = resource.kind.endsWith('ListenerSet') ? parentIn(list, resource) : undefined
  return [resource, parent].some((one) => one !== undefined && asksForCertificates(one, false, list.options))
}

function parentIn(list: CheckedList, listenerSet: Resource): Resource | undefined {
  const { namespace, name } = parentOf(listenerSet)
  return gatewaysOf(list).find(namespace, name)
}
