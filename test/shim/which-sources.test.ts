import { describe, expect, test } from 'vitest'
import { ingress, scenario } from './scenario.ts'

describe('which Ingresses are sources', () => {
  test.each([
    ['one with an issuer annotation', ingress(), true],
    [
      'one with a cluster-issuer annotation',
      ingress({ annotations: 'cert-manager.io/cluster-issuer: le' }),
      true,
    ],
    ['not one without annotations', ingress({ annotations: '' }), false],
    ['not one with other annotations only', ingress({ annotations: 'cert-manager.io/duration: 24h' }), false],
    [
      'one with an auto annotation that is true',
      ingress({ annotations: 'kubernetes.io/tls-acme: "true"' }),
      true,
    ],
    [
      'one with an auto annotation as ParseBool reads it',
      ingress({ annotations: 'kubernetes.io/tls-acme: "T"' }),
      true,
    ],
    [
      'not one with an auto annotation that is false',
      ingress({ annotations: 'kubernetes.io/tls-acme: "0"' }),
      false,
    ],
    [
      'not one with an auto annotation that is no boolean',
      ingress({ annotations: 'kubernetes.io/tls-acme: "yes"' }),
      false,
    ],
    [
      'not one that is being deleted',
      ingress({ metadata: 'deletionTimestamp: "2026-01-01T00:00:00Z"' }),
      false,
    ],
    [
      'not one with the foregroundDeletion finalizer',
      ingress({ metadata: 'finalizers: [foregroundDeletion]' }),
      false,
    ],
    ['one with another finalizer', ingress({ metadata: 'finalizers: [example.com/mine]' }), true],
    [
      'not one that never reaches a cluster',
      ingress({ annotations: 'cert-manager.io/issuer: ca, config.kubernetes.io/local-config: "true"' }),
      false,
    ],
    [
      'one whose local-config annotation is false',
      ingress({ annotations: 'cert-manager.io/issuer: ca, config.kubernetes.io/local-config: "false"' }),
      true,
    ],
    ['not an Ingress of another group', ingress().replace('networking.k8s.io/v1', 'example.com/v1'), false],
    [
      'one of networking.k8s.io/v1beta1',
      ingress().replace('networking.k8s.io/v1', 'networking.k8s.io/v1beta1'),
      true,
    ],
    ['one of extensions/v1beta1', ingress().replace('networking.k8s.io/v1', 'extensions/v1beta1'), true],
  ])('%s', (_name, input, isSource) => {
    expect(scenario(input, { defaultIssuerName: 'le' }).changes).toEqual(isSource ? ['create web-tls'] : [])
  })

  test('the auto annotations are those of the functionConfig', () => {
    const input = ingress({ annotations: 'example.com/auto: "true"' })
    const options = { defaultIssuerName: 'le', defaultAutoCertificateAnnotations: ['example.com/auto'] }
    expect(scenario(input, options).changes).toEqual(['create web-tls'])
  })

  test('an empty issuer annotation makes a source, which is wrong then', () => {
    expect(scenario(ingress({ annotations: 'cert-manager.io/issuer: ""' })).findings).toEqual([
      'error issuer-undetermined metadata.annotations[cert-manager.io/issuer]',
    ])
  })
})
