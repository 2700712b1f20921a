import { describe, expect, test } from 'vitest'
import { sourceNames } from '../../../src/shim/sources/source-kinds.ts'
import { scenario } from '../scenario.ts'
import { everyKind } from './every-kind.ts'

/** What is said of a source without a spec: that of most kinds may be empty. */
const withoutSpec: Readonly<Record<string, string>> = {
  Ingress: 'warning tls-missing spec.tls',
  Gateway: 'warning tls-missing spec.listeners',
  ListenerSet: 'error malformed-resource spec',
  'ApisixTls.apisix.apache.org': 'error malformed-resource spec',
  'Gateway.networking.istio.io': 'warning tls-missing spec.servers',
  'HTTPProxy.projectcontour.io': 'warning tls-missing spec.virtualhost',
  'IngressRoute.traefik.io': 'warning tls-missing spec.tls',
  'IngressRouteTCP.traefik.io': 'warning tls-missing spec.tls',
  'Route.route.openshift.io': 'error route-certificate-unreferenced spec.tls.externalCertificate.name',
  'RouteGroup.zalando.org': 'warning tls-missing spec.tls',
  'TCPIngress.configuration.konghq.com': 'warning tls-missing spec.tls',
  'TLSStore.traefik.io': 'warning tls-missing spec.defaultCertificate',
}

const apiVersions: ReadonlyMap<string, string> = new Map([
  ['Ingress', 'networking.k8s.io/v1'],
  ['Gateway', 'gateway.networking.k8s.io/v1'],
  ['ListenerSet', 'gateway.networking.k8s.io/v1'],
  ...everyKind.map(([identity, { apiVersion }]) => [identity, apiVersion] as const),
])

/** That of a VirtualServer is where it asks for Certificates. */
const asksInItsSpec = 'VirtualServer.k8s.nginx.org'

const sourceWith = (identity: string, spec: string) => `
apiVersion: ${apiVersions.get(identity)}
kind: ${identity.split('.')[0]}
metadata: {name: default, namespace: prod, annotations: {cert-manager.io/issuer: ca}}
${spec}
`

test('every kind is here', () => {
  expect([...Object.keys(withoutSpec), asksInItsSpec].sort()).toEqual([...sourceNames].sort())
})

describe.each(Object.entries(withoutSpec))('one result for one mistake in a %s', (identity, finding) => {
  test.each([
    ['is a number', 'spec: 7', 'This is a number where Kubernetes expects a mapping'],
    ['is a list', 'spec: []', 'This is a list where Kubernetes expects a mapping'],
    ['is a text', 'spec: tls', 'This is a string where Kubernetes expects a mapping'],
  ])('whose spec %s', (_name, spec, message) => {
    const { findings, messages, changes } = scenario(sourceWith(identity, spec))
    expect({ findings, changes }).toEqual({ findings: ['error malformed-resource spec'], changes: [] })
    expect(messages[0]).toContain(message)
  })

  test.each([
    ['is null', 'spec: null'],
    ['is missing', ''],
  ])('whose spec %s', (_name, spec) => {
    const { findings, changes } = scenario(sourceWith(identity, spec))
    expect({ findings, changes }).toEqual({ findings: [finding], changes: [] })
  })
})

test.each(['spec: 7', 'spec: []', 'spec: null', ''])(
  'a VirtualServer with "%s" asks for nothing, and hears only that its annotation is not read',
  (spec) => {
    expect(scenario(sourceWith(asksInItsSpec, spec)).findings).toEqual([
      'warning ignored-annotation metadata.annotations[cert-manager.io/issuer]',
    ])
  },
)

test.each([
  [
    'ListenerSet',
    'spec:',
    'This is empty where Kubernetes expects a mapping with a parentRef and listeners, so the API server would refuse this resource. Fill it in.',
  ],
  [
    'ApisixTls.apisix.apache.org',
    'spec: 7',
    'This is a number where Kubernetes expects a mapping with hosts and a secret, so the API server would refuse this resource. Fix its type.',
  ],
  [
    'ApisixTls.apisix.apache.org',
    'spec: {hosts: [example.com], secret: web-tls}',
    'This is a string where Kubernetes expects a mapping with the name and namespace of a Secret, so the API server would refuse this resource. Fix its type.',
  ],
  [
    'ApisixTls.apisix.apache.org',
    'spec: {hosts: [example.com]}',
    'This is empty where Kubernetes expects a mapping with the name and namespace of a Secret, so the API server would refuse this resource. Fill it in.',
  ],
])('a %s with "%s" hears what it needs', (identity, spec, message) => {
  expect(scenario(sourceWith(identity, spec)).messages).toEqual([message])
})
