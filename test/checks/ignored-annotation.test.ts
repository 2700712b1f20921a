import { expect, test } from 'vitest'
import { ignoredAnnotation } from '../../src/checks/ignored-annotation.ts'
import { scenario } from '../shim/scenario.ts'
import { gateway, ingress, ruleCases, virtualServer } from './rule-cases.ts'

const on = (key: string, value = 'a') =>
  ingress({ annotations: `cert-manager.io/issuer: ca, ${key}: "${value}"` })
const found = (key: string, value = 'a') => [`Ingress/web metadata.annotations[${key}]: ${value}`]
const route = (annotations: string) => `
apiVersion: route.openshift.io/v1
kind: Route
metadata: {name: shop, namespace: prod, annotations: {${annotations}}}
spec: {host: shop.example.com, tls: {termination: edge, externalCertificate: {name: shop-tls}}}
`

ruleCases(ignoredAnnotation, {
  hits: [
    [
      'http01-parentreffallback on a Gateway',
      gateway({ annotations: 'acme.cert-manager.io/http01-parentreffallback: "true"' }),
      ['Gateway/web metadata.annotations[acme.cert-manager.io/http01-parentreffallback]: true'],
    ],
    ...[
      'cert-manager.io/uri-sans',
      'cert-manager.io/issuer-name',
      'cert-manager.io/certificate-name',
      'cert-manager.io/inject-ca-from',
      'cert-manager.io/issue-temporary-certificate',
      'acme.cert-manager.io/http01-override-ingress-name',
      'acme.cert-manager.io/http01-parentrefname',
      'venafi.cert-manager.io/custom-fields',
      'cert-manager.io/ignore-tls-listeners',
      'acme.cert-manager.io/http01-parentreffallback',
    ].map((key) => [`${key} on an Ingress`, on(key), found(key)] as const),
    [
      'an auto annotation on a Gateway',
      gateway({ annotations: 'kubernetes.io/tls-acme: "true"' }),
      ['Gateway/web metadata.annotations[kubernetes.io/tls-acme]: true'],
    ],
    [
      'an edit-in-place that is true in other letters',
      on('acme.cert-manager.io/http01-edit-in-place', 'True'),
      ['Ingress/web metadata.annotations[acme.cert-manager.io/http01-edit-in-place]: True -> true'],
    ],
    [
      'an auto annotation on a VirtualServer',
      virtualServer({ annotations: 'kubernetes.io/tls-acme: "true"' }),
      ['VirtualServer/web metadata.annotations[kubernetes.io/tls-acme]: true'],
    ],
    [
      'annotations on a VirtualServer, which has fields for all that',
      virtualServer({ annotations: 'cert-manager.io/duration: 24h, cert-manager.io/issuer-kind: Issuer' }),
      [
        'VirtualServer/web metadata.annotations[cert-manager.io/duration]: 24h',
        'VirtualServer/web metadata.annotations[cert-manager.io/issuer-kind]: Issuer',
      ],
    ],
    [
      'the kind of an issuer that a Route does not name',
      route('cert-manager.io/uri-sans: spiffe://a, cert-manager.io/issuer-kind: StepIssuer'),
      ['Route/shop metadata.annotations[cert-manager.io/issuer-kind]: StepIssuer'],
    ],
    [
      'the kind and group of an issuer that isn’t named',
      ingress({ annotations: 'cert-manager.io/issuer-kind: StepIssuer, cert-manager.io/issuer-group: a.b' }),
      [
        'Ingress/web metadata.annotations[cert-manager.io/issuer-kind]: StepIssuer',
        'Ingress/web metadata.annotations[cert-manager.io/issuer-group]: a.b',
      ],
    ],
  ],
  misses: [
    [
      'the kind of an issuer whose name is of the wrong type',
      ingress({ annotations: 'cert-manager.io/issuer: 5, cert-manager.io/issuer-kind: StepIssuer' }),
    ],
    [
      'the kind of the issuer that a Route names in its own way',
      route('cert-manager.io/issuer-name: ca, cert-manager.io/issuer-kind: StepIssuer'),
    ],
    [
      'the kind of an issuer on a Gateway that has it for its ListenerSets',
      gateway({
        annotations: 'cert-manager.io/issuer-kind: StepIssuer',
        spec: 'allowedListeners: {namespaces: {from: Same}}',
      }),
    ],
    ['what is no annotation of cert-manager', on('example.com/uri-sans')],
    ['what nobody knows, of which another rule speaks', on('cert-manager.io/uri-san')],
    ['an edit-in-place that is on', on('acme.cert-manager.io/http01-edit-in-place', 'true')],
    [
      'a resource that never reaches a cluster',
      gateway({
        annotations: 'kubernetes.io/tls-acme: "true", config.kubernetes.io/local-config: "true"',
      }),
    ],
    ['annotations that are read', on('cert-manager.io/common-name')],
    [
      'one that the configuration copies to the Certificates',
      on('venafi.cert-manager.io/custom-fields'),
      { extraCertificateAnnotations: ['venafi.cert-manager.io/custom-fields'] },
    ],
    [
      'listener annotations on a ListenerSet',
      gateway({
        kind: 'ListenerSet',
        annotations:
          'cert-manager.io/ignore-tls-listeners: a, acme.cert-manager.io/http01-parentreffallback: "true"',
      }),
    ],
    ['an edit-in-place that is off', on('acme.cert-manager.io/http01-edit-in-place', 'false')],
    [
      'an auto annotation on a Gateway that is off',
      gateway({ annotations: 'kubernetes.io/tls-acme: "false"' }),
    ],
    [
      'the kind of an issuer whose name comes from the configuration',
      ingress({ annotations: 'kubernetes.io/tls-acme: "true", cert-manager.io/issuer-kind: StepIssuer' }),
      { defaultIssuerName: 'ca' },
    ],
    [
      'the kind of an issuer on a ListenerSet, whose issuer may be that of its Gateway',
      gateway({ kind: 'ListenerSet', annotations: 'cert-manager.io/issuer-kind: StepIssuer' }),
    ],
    [
      'cainjector’s annotations where they belong',
      ingress({
        kind: 'APIService',
        apiVersion: 'apiregistration.k8s.io/v1',
        annotations: 'cert-manager.io/inject-ca-from: a/b',
      }),
    ],
  ],
  reads: [
    on('cert-manager.io/uri-sans'),
    'cert-manager does not read cert-manager.io/uri-sans from this Ingress, so it has no effect. It belongs on Secrets. No annotation asks for URIs: write a Certificate with spec.uris for them.',
  ],
  alsoReads: [
    [
      gateway({ annotations: 'acme.cert-manager.io/http01-parentreffallback: "true"' }),
      'cert-manager does not read acme.cert-manager.io/http01-parentreffallback from this Gateway, so it has no effect. It belongs on ListenerSets. Remove it here.',
    ],
    [
      gateway({ annotations: 'kubernetes.io/tls-acme: "true"' }),
      'cert-manager does not read kubernetes.io/tls-acme from this Gateway, so it has no effect. Name the issuer with cert-manager.io/cluster-issuer or cert-manager.io/issuer instead.',
    ],
    [
      on('acme.cert-manager.io/http01-edit-in-place', 'True'),
      'cert-manager does not read acme.cert-manager.io/http01-edit-in-place from this Ingress, so it has no effect. Only the value "true" switches it on.',
    ],
    [
      ingress({ annotations: 'cert-manager.io/issuer-kind: StepIssuer' }),
      'cert-manager does not read cert-manager.io/issuer-kind from this Ingress, so it has no effect. Name the issuer too, with cert-manager.io/issuer.',
    ],
    [
      virtualServer({ annotations: 'cert-manager.io/duration: 24h' }),
      'cert-manager does not read cert-manager.io/duration from this VirtualServer, so it has no effect. Set spec.tls.cert-manager.duration instead.',
    ],
    [
      virtualServer({ annotations: 'cert-manager.io/alt-names: example.org' }),
      'cert-manager does not read cert-manager.io/alt-names from this VirtualServer, so it has no effect. It has no setting for that: the settings are in spec.tls.cert-manager. Remove it here.',
    ],
    [
      on('acme.cert-manager.io/http01-override-ingress-name'),
      'cert-manager does not read acme.cert-manager.io/http01-override-ingress-name from this Ingress, so it has no effect. It belongs on Certificates. Use acme.cert-manager.io/http01-edit-in-place instead.',
    ],
  ],
})

test('a temporary certificate that edit-in-place asks for already is not needed', () => {
  const temporary = 'cert-manager.io/issue-temporary-certificate'
  const editInPlace = 'acme.cert-manager.io/http01-edit-in-place'
  const { messages } = scenario(
    ingress({ annotations: `cert-manager.io/issuer: ca, ${editInPlace}: "true", ${temporary}: "true"` }),
  )
  expect(messages).toEqual([
    `cert-manager does not read ${temporary} from this Ingress, so it has no effect. It belongs on Certificates. Remove it: ${editInPlace} already gives the Certificates a temporary one.`,
  ])
})
