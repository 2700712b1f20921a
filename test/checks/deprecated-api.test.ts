import { expect, test } from 'vitest'
import { deprecatedApi } from '../../src/checks/deprecated-api.ts'
import { scenario } from '../shim/scenario.ts'
import { gateway, ingress, issuer, ruleCases, stream } from './rule-cases.ts'

const gatewayApi = 'gateway.networking.k8s.io/v1'
const xListenerSet = (annotations: string) =>
  gateway({
    apiVersion: 'gateway.networking.x-k8s.io/v1alpha1',
    kind: 'XListenerSet',
    annotations,
    spec: 'parentRef: {name: public}',
  })
const asking = 'cert-manager.io/issuer: ca'

ruleCases(deprecatedApi, {
  hits: [
    [
      'an Ingress of extensions/v1beta1',
      ingress({ apiVersion: 'extensions/v1beta1' }),
      ['Ingress/web apiVersion: extensions/v1beta1 -> networking.k8s.io/v1'],
    ],
    [
      'an Ingress of networking.k8s.io/v1beta1',
      ingress({ apiVersion: 'networking.k8s.io/v1beta1' }),
      ['Ingress/web apiVersion: networking.k8s.io/v1beta1 -> networking.k8s.io/v1'],
    ],
    ...['gateway.networking.k8s.io/v1alpha2', 'networking.x-k8s.io/v1alpha1'].map(
      (apiVersion) =>
        [
          `a Gateway of ${apiVersion}`,
          gateway({ apiVersion }),
          [`Gateway/web apiVersion: ${apiVersion} -> ${gatewayApi}`],
        ] as const,
    ),
    [
      'an XListenerSet',
      xListenerSet(asking),
      [`XListenerSet/web apiVersion: gateway.networking.x-k8s.io/v1alpha1 -> ${gatewayApi}`],
    ],
    [
      'an XListenerSet that has its issuer from its Gateway',
      stream(xListenerSet(''), gateway({ name: 'public' })),
      [`XListenerSet/web apiVersion: gateway.networking.x-k8s.io/v1alpha1 -> ${gatewayApi}`],
    ],
    ...['certmanager.k8s.io/v1alpha1', 'cert-manager.io/v1alpha2', 'cert-manager.io/v1beta1'].map(
      (apiVersion) =>
        [
          `a ClusterIssuer of ${apiVersion}`,
          issuer().replace('cert-manager.io/v1', apiVersion),
          [`ClusterIssuer/letsencrypt apiVersion: ${apiVersion} -> cert-manager.io/v1`],
        ] as const,
    ),
  ],
  misses: [
    ['an issuer of cert-manager.io/v1', issuer()],
    [
      'a Gateway of v1alpha2 that asks for no Certificates',
      gateway({ apiVersion: 'gateway.networking.k8s.io/v1alpha2', annotations: '' }),
    ],
    [
      'a Gateway of v1alpha2 with an auto annotation, which nobody reads from Gateways',
      gateway({
        apiVersion: 'gateway.networking.k8s.io/v1alpha2',
        annotations: 'kubernetes.io/tls-acme: "true"',
      }),
    ],
    [
      'an XListenerSet that asks for nothing, at a Gateway that asks for nothing',
      stream(xListenerSet(''), gateway({ name: 'public', annotations: '' })),
    ],
    ['an XListenerSet whose Gateway is not in the list', xListenerSet('')],
    [
      'an external issuer of a beta API',
      issuer({ kind: 'StepIssuer' }).replace('cert-manager.io/v1', 'certmanager.step.sm/v1beta1'),
    ],
    [
      'an Issuer of another project below cert-manager’s domain',
      issuer({ kind: 'Issuer' }).replace('cert-manager.io/v1', 'kms.cert-manager.io/v1beta1'),
    ],
    [
      'an old issuer that never reaches a cluster',
      issuer()
        .replace('cert-manager.io/v1', 'cert-manager.io/v1alpha2')
        .replace('metadata:', 'metadata:\n  annotations: {config.kubernetes.io/local-config: "true"}'),
    ],
    ['an Ingress of networking.k8s.io/v1', ingress()],
    [
      'an Ingress that asks for no Certificates',
      ingress({ apiVersion: 'extensions/v1beta1', annotations: '' }),
    ],
    [
      'a Gateway of v1beta1, which clusters still serve',
      gateway({ apiVersion: 'gateway.networking.k8s.io/v1beta1' }),
    ],
  ],
  reads: [
    ingress({ apiVersion: 'extensions/v1beta1' }),
    'Kubernetes 1.22 removed the Ingress of extensions/v1beta1, so a current cluster refuses this one. Move it to networking.k8s.io/v1: there, a backend is service.name and service.port, and each path needs a pathType.',
  ],
  alsoReads: [
    [
      gateway({ apiVersion: 'gateway.networking.k8s.io/v1alpha2' }),
      'Gateway API v0.8 removed the Gateway of gateway.networking.k8s.io/v1alpha2, so a current cluster refuses this one, and it gets no Certificate. Move it to gateway.networking.k8s.io/v1.',
    ],
    [
      xListenerSet(asking),
      'Gateway API v1.5 removed the XListenerSet of gateway.networking.x-k8s.io/v1alpha1, so a current cluster refuses this one, and it gets no Certificate. Move it to ListenerSet of gateway.networking.k8s.io/v1.',
    ],
    [
      issuer().replace('cert-manager.io/v1', 'cert-manager.io/v1alpha2'),
      'cert-manager v1.6 removed the ClusterIssuer of cert-manager.io/v1alpha2, so a current cluster refuses this one, and it issues nothing. Move it to cert-manager.io/v1.',
    ],
  ],
})

test.each([
  ['a Gateway of v1alpha2', gateway({ apiVersion: 'gateway.networking.k8s.io/v1alpha2' })],
  ['a Gateway of networking.x-k8s.io', gateway({ apiVersion: 'networking.x-k8s.io/v1alpha1' })],
  ['an XListenerSet', xListenerSet(asking)],
])('nothing is generated from %s, and nothing else is said of it', (_what, source) => {
  const { changes, findings } = scenario(source)
  expect(changes).toEqual([])
  expect(findings).toEqual(['warning deprecated-api apiVersion'])
})
