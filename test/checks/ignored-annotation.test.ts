import { expect, test } from 'vitest'
import { ignoredAnnotation } from '../../src/checks/ignored-annotation.ts'
import { scenario } from '../shim/scenario.ts'
import { gateway, ingress, ruleCases } from './rule-cases.ts'

const on = (key: string, value = 'a') =>
  ingress({ annotations: `cert-manager.io/issuer: ca, ${key}: "${value}"` })
const found = (key: string, value = 'a') => [`Ingress/web metadata.annotations[${key}]: ${value}`]

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
