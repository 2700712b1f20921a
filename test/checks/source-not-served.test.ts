import { expect, test } from 'vitest'
import { sourceNotServed } from '../../src/checks/source-not-served.ts'
import { scenario } from '../shim/scenario.ts'
import { gateway, ingress, ruleCases, stream } from './rule-cases.ts'

const annotated = (
  apiVersion: string,
  kind: string,
  { annotations = 'cert-manager.io/cluster-issuer: letsencrypt', namespace = 'prod', spec = '{}' } = {},
) => `
apiVersion: ${apiVersion}
kind: ${kind}
metadata: {name: web, namespace: ${namespace}, annotations: {${annotations}}}
spec: ${spec}
`
const gatewayApi = 'gateway.networking.k8s.io/v1'
const field = 'metadata.annotations[cert-manager.io/cluster-issuer]: letsencrypt'

ruleCases(sourceNotServed, {
  hits: [
    ['an HTTPRoute', annotated(gatewayApi, 'HTTPRoute'), [`HTTPRoute/web ${field}`]],
    ['a GRPCRoute', annotated(gatewayApi, 'GRPCRoute'), [`GRPCRoute/web ${field}`]],
    ['a TLSRoute', annotated('gateway.networking.k8s.io/v1alpha2', 'TLSRoute'), [`TLSRoute/web ${field}`]],
    ['a Service', annotated('v1', 'Service'), [`Service/web ${field}`]],
    [
      'a kind that nobody knows here',
      annotated('gateway.solo.io/v1', 'VirtualService'),
      [`VirtualService/web ${field}`],
    ],
    [
      'a kind of another group that is called Namespace',
      annotated('example.com/v1', 'Namespace'),
      [`Namespace/web ${field}`],
    ],
    [
      'a Service whose Ingress has the issuer in another annotation',
      stream(annotated('v1', 'Service'), ingress({ annotations: 'cert-manager.io/issuer: letsencrypt' })),
      [`Service/web ${field}`],
    ],
    ['an Ingress of no API', annotated('extensions/v1', 'Ingress'), [`Ingress/web ${field}`]],
    [
      'a Service beside an Ingress with another issuer',
      stream(annotated('v1', 'Service'), ingress({ annotations: 'cert-manager.io/cluster-issuer: ca' })),
      [`Service/web ${field}`],
    ],
    [
      'a Service whose Ingress is in another namespace',
      stream(annotated('v1', 'Service'), ingress({ namespace: 'dev' })),
      [`Service/web ${field}`],
    ],
  ],
  misses: [
    ['an Ingress', ingress()],
    ['a Gateway', gateway()],
    ['a Namespace, for policy engines', annotated('v1', 'Namespace')],
    ['a Route of OpenShift, which has a controller for it', annotated('route.openshift.io/v1', 'Route')],
    ['an HTTPProxy, which contour-plus serves', annotated('projectcontour.io/v1', 'HTTPProxy')],
    ['a Certificate', annotated('cert-manager.io/v1', 'Certificate', { spec: '{secretName: web}' })],
    [
      'a resource of a project below cert-manager’s domain',
      annotated('policy.cert-manager.io/v1alpha1', 'CertificateRequestPolicy'),
    ],
    ['a Service without an annotation', annotated('v1', 'Service', { annotations: '' })],
    [
      'a Service with another annotation',
      annotated('v1', 'Service', { annotations: 'cert-manager.io/x: y' }),
    ],
    [
      'a Service that never reaches a cluster',
      annotated('v1', 'Service', {
        annotations: 'cert-manager.io/issuer: ca, config.kubernetes.io/local-config: "true"',
      }),
    ],
    ['what shares the annotations of an Ingress', stream(annotated('v1', 'Service'), ingress())],
    [
      'a Gateway of an API that is gone, of which another rule speaks',
      gateway({ apiVersion: 'gateway.networking.k8s.io/v1alpha2' }),
    ],
    [
      'annotations that are no mapping',
      'apiVersion: v1\nkind: Service\nmetadata: {name: web, annotations: x}',
    ],
  ],
  reads: [
    annotated(gatewayApi, 'HTTPRoute', { spec: '{parentRefs: [{name: public}]}' }),
    'Nothing makes Certificates for the kind HTTPRoute of gateway.networking.k8s.io/v1, so cert-manager.io/cluster-issuer has no effect here. Annotate the Gateway public instead: the certificate belongs to its listener.',
  ],
  alsoReads: [
    [
      annotated('extensions/v1', 'Ingress'),
      'Nothing makes Certificates for the kind Ingress of extensions/v1, so cert-manager.io/cluster-issuer has no effect here. Move it to networking.k8s.io/v1.',
    ],
    [
      annotated('gateway.networking.k8s.io/v1', 'GatewayClass'),
      'Nothing makes Certificates for the kind GatewayClass of gateway.networking.k8s.io/v1, so cert-manager.io/cluster-issuer has no effect here. Annotate an Ingress or Gateway instead, or write a Certificate by hand.',
    ],
    [
      annotated(gatewayApi, 'TCPRoute', { spec: '{parentRefs: [{kind: ListenerSet, name: own}]}' }),
      'Nothing makes Certificates for the kind TCPRoute of gateway.networking.k8s.io/v1, so cert-manager.io/cluster-issuer has no effect here. Annotate the ListenerSet own instead: the certificate belongs to its listener.',
    ],
    [
      annotated(gatewayApi, 'HTTPRoute'),
      'Nothing makes Certificates for the kind HTTPRoute of gateway.networking.k8s.io/v1, so cert-manager.io/cluster-issuer has no effect here. Annotate the Gateway that it attaches to instead: the certificate belongs to its listener.',
    ],
    [
      annotated('v1', 'Service'),
      'Nothing makes Certificates for the kind Service of v1, so cert-manager.io/cluster-issuer has no effect here. Annotate the Ingress or Gateway in front of it instead.',
    ],
    [
      annotated('apps/v1', 'Deployment'),
      'Nothing makes Certificates for the kind Deployment of apps/v1, so cert-manager.io/cluster-issuer has no effect here. Annotate an Ingress or Gateway instead, or write a Certificate by hand.',
    ],
    [
      annotated('example.com/v1', 'Route'),
      'Nothing makes Certificates for the kind Route of example.com/v1, so cert-manager.io/cluster-issuer has no effect here. Annotate an Ingress or Gateway instead, or write a Certificate by hand.',
    ],
  ],
})

test.each([
  ['kind', 'apiVersion: v1', 'Nothing makes Certificates for a resource without a kind, so'],
  ['apiVersion', 'kind: Thing', 'Nothing makes Certificates for a Thing without an apiVersion, so'],
])('a resource without its %s is not called by it', (_field, type, start) => {
  const { messages } = scenario(`${type}\nmetadata: {name: web, annotations: {cert-manager.io/issuer: ca}}\n`)
  expect(messages.map((message) => message.slice(0, start.length))).toEqual([start])
})
