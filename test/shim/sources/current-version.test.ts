import { expect, test } from 'vitest'
import { defaultOptions } from '../../../src/shim/options.ts'
import { chosenKindOf, currentApiVersionOf } from '../../../src/shim/sources/source-kinds.ts'

test.each([
  ['networking.k8s.io/v2', 'Ingress', 'networking.k8s.io/v1'],
  ['extensions/v1', 'Ingress', 'networking.k8s.io/v1'],
  ['gateway.networking.x-k8s.io/v1alpha1', 'ListenerSet', undefined],
  ['policy.k8s.io/v1', 'Ingress', 'networking.k8s.io/v1'],
  ['policy.k8s.io/v1', 'IngressRoute', undefined],
  ['policy.k8s.io/v1', 'Pod', undefined],
  ['k8s.io.example.com/v1', 'Ingress', undefined],
  ['traefik.io/v9', 'IngressRoute', 'traefik.io/v1alpha1'],
  ['networking.istio.io/v9', 'Gateway', 'networking.istio.io/v1'],
  ['gateway.networking.k8s.io/v9', 'Gateway', 'gateway.networking.k8s.io/v1'],
])('%s %s was meant to be of %s', (apiVersion, kind, expected) => {
  expect(currentApiVersionOf(apiVersion, kind)).toBe(expected)
})

test.each([
  [['Ingress'], 'Ingress'],
  [['Gateway'], undefined],
  [[], undefined],
])('an Ingress where the sources are %j', (sources, expected) => {
  const found = chosenKindOf('networking.k8s.io/v1', 'Ingress', { ...defaultOptions, sources })
  expect(found?.identity).toBe(expected)
})
