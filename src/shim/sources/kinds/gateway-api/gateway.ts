import { at } from '../../../../manifest/manifest.ts'
import { annotation, certificateAnnotation, listenerAnnotation } from '../../../annotations.ts'
import type { Resource } from '../../../resource.ts'
import { certManagerKind } from '../../cert-manager-kind.ts'
import { readListeners } from './listeners.ts'
import { gatewayGroup, routeKinds } from './routes/attached-routes.ts'

/** A Gateway: one Certificate for each Secret that its TLS listeners name. */
export const gateway = certManagerKind({
  kind: 'Gateway',
  identity: 'Gateway',
  hasValidatedHosts: true,
  tlsFields: ['listeners'],
  apiVersions: ['gateway.networking.k8s.io/v1', 'gateway.networking.k8s.io/v1beta1'],
  ownAnnotations: [annotation.editInPlace, listenerAnnotation.ignoreTlsListeners],
  // Its ListenerSets inherit them: `inheritAnnotations` of cert-manager's certificate-shim/listenerset.
  passesIssuerOn: (resource) => allowedListenersOf(resource).from !== 'None',
  readTls: readListeners,
  // Their hosts, and the namespaces that they may come from.
  alsoReads: [...routeKinds.map((kind) => `${kind}.${gatewayGroup}`), 'Namespace.'],
  /** HTTP-01 routes attach to the Gateway. */
  certificateAnnotations: ({ name }) => ({
    [certificateAnnotation.parentRefKind]: 'Gateway',
    [certificateAnnotation.parentRefName]: name,
  }),
})

/** From which namespaces a Gateway takes ListenerSets. Source: `AllowedListeners` in gateway-api's apis/v1/gateway_types.go. */
export function allowedListenersOf({ object }: Resource): {
  readonly from: string
  readonly selector: unknown
} {
  const namespaces = at(object, 'spec', 'allowedListeners', 'namespaces')
  const from = at(namespaces, 'from')
  return { from: typeof from === 'string' ? from : 'None', selector: at(namespaces, 'selector') }
}
