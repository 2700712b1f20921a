import { at } from '../../manifest/manifest.ts'
import type { Resource } from '../../shim/resource.ts'

/** From which namespaces a Gateway takes ListenerSets. Source: `AllowedListeners` in gateway-api's apis/v1/gateway_types.go. */
export function allowedListenersOf(gateway: Resource): { readonly from: string; readonly selector: unknown } {
  const namespaces = at(gateway.object, 'spec', 'allowedListeners', 'namespaces')
  const from = at(namespaces, 'from')
  return { from: typeof from === 'string' ? from : 'None', selector: at(namespaces, 'selector') }
}

/**
 * Whether a Gateway takes ListenerSets at all. Its issuer annotations are theirs too then: `inheritAnnotations` of
 * cert-manager's certificate-shim/listenerset.
 */
export function allowsListenerSets(resource: Resource): boolean {
  return resource.kind === 'Gateway' && allowedListenersOf(resource).from !== 'None'
}
