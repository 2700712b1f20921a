import { describe, expect, test } from 'vitest'
import { scenario } from '../scenario.ts'

interface Naming {
  readonly type: readonly [apiVersion: string, kind: string]
  readonly spec: string
  /** The field that names the Secret web-tls of the namespace certs. */
  readonly field: string
  readonly name?: string
  readonly namespace?: string
  readonly annotations?: string
}

const istio = ['networking.istio.io/v1', 'Gateway'] as const
const traefik = (kind: string) => ['traefik.io/v1alpha1', kind] as const
const openshift = ['route.openshift.io/v1', 'Route'] as const
const contour = ['projectcontour.io/v1', 'HTTPProxy'] as const
const server = (tls: string) =>
  `{servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: [example.com], tls: {${tls}}}]}`
const inCerts = 'ingress-shim.fn.kpt.dev/secret-namespace: certs'

/** Fields that name a Secret and get no Certificate, or one in another namespace. */
const fields: Readonly<Record<string, Naming>> = {
  'the second of two credentials': {
    type: istio,
    annotations: inCerts,
    spec: server('mode: SIMPLE, credentialNames: [other-tls, web-tls]'),
    field: 'spec.servers[0].tls.credentialNames[1]',
  },
  'a credential without a mode': {
    type: istio,
    annotations: inCerts,
    spec: server('credentialName: web-tls'),
    field: 'spec.servers[0].tls.credentialName',
  },
  'a credential with its namespace': {
    type: istio,
    namespace: 'prod',
    spec: server('mode: SIMPLE, credentialName: "kubernetes://certs/web-tls"'),
    field: 'spec.servers[0].tls.credentialName',
  },
  'the Secret of an IngressRoute for which Traefik has a certificate, too': {
    type: traefik('IngressRoute'),
    spec: '{routes: [], tls: {secretName: web-tls, certResolver: le}}',
    field: 'spec.tls.secretName',
  },
  'the Secret of a child route': {
    type: traefik('IngressRoute'),
    spec: '{parentRefs: [{name: edge}], routes: [], tls: {secretName: web-tls}}',
    field: 'spec.tls.secretName',
  },
  'the Secret of an IngressRoute whose rules nobody can read': {
    type: traefik('IngressRoute'),
    spec: '{routes: [{match: "Host("}], tls: {secretName: web-tls}}',
    field: 'spec.tls.secretName',
  },
  'the Secret of a route that passes TLS through': {
    type: traefik('IngressRouteTCP'),
    spec: '{routes: [], tls: {secretName: web-tls, passthrough: true}}',
    field: 'spec.tls.secretName',
  },
  'a further certificate of a TLSStore, whatever its name is': {
    type: traefik('TLSStore'),
    spec: '{certificates: [{secretName: other-tls}, {secretName: web-tls}]}',
    field: 'spec.certificates[1].secretName',
  },
  'a Secret of another namespace': {
    type: contour,
    namespace: 'prod',
    spec: '{virtualhost: {fqdn: example.com, tls: {secretName: certs/web-tls}}}',
    field: 'spec.virtualhost.tls.secretName',
  },
  'the Secret of an HTTPProxy that passes TLS through, too': {
    type: contour,
    spec: '{virtualhost: {fqdn: example.com, tls: {secretName: web-tls, passthrough: true}}}',
    field: 'spec.virtualhost.tls.secretName',
  },
  'the Secret of a Route that passes TLS through, too': {
    type: openshift,
    spec: '{tls: {termination: passthrough, externalCertificate: {name: web-tls}}}',
    field: 'spec.tls.externalCertificate.name',
  },
  'the Secret that cert-utils-operator copies into a Route': {
    type: openshift,
    annotations: 'cert-utils-operator.redhat-cop.io/certs-from-secret: web-tls',
    spec: '{tls: {termination: edge, certificate: PEM, key: PEM}}',
    field: 'metadata.annotations[cert-utils-operator.redhat-cop.io/certs-from-secret]',
  },
  'the Secret of an ApisixTls in another namespace': {
    type: ['apisix.apache.org/v2', 'ApisixTls'],
    namespace: 'prod',
    spec: '{hosts: [], secret: {name: web-tls, namespace: certs}}',
    field: 'spec.secret.name',
  },
  'the Secret of a TLS block whose hosts Skipper skips': {
    type: ['zalando.org/v1', 'RouteGroup'],
    spec: '{hosts: [example.com], tls: [{hosts: [other.com], secretName: web-tls}]}',
    field: 'spec.tls[0].secretName',
  },
  'the Secret of a TLS block without hosts': {
    type: ['configuration.konghq.com/v1beta1', 'TCPIngress'],
    spec: '{tls: [{secretName: web-tls}]}',
    field: 'spec.tls[0].secretName',
  },
  'the Secret of a VirtualServer that asks for nothing': {
    type: ['k8s.nginx.org/v1', 'VirtualServer'],
    spec: '{host: example.com, tls: {secret: web-tls}}',
    field: 'spec.tls.secret',
  },
}

const resource = ({ type: [apiVersion, kind], spec, ...rest }: Naming, asks = '') => {
  const { name = 'web', namespace = 'certs', annotations = '' } = rest
  return `
apiVersion: ${apiVersion}
kind: ${kind}
metadata: {name: ${name}, namespace: ${namespace}, annotations: {${[asks, annotations].filter(Boolean).join(', ')}}}
spec: ${spec}
---
`
}
const orphan = `
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: {name: web-tls, namespace: certs, annotations: {ingress-shim.fn.kpt.dev/source: Ingress/gone}}
spec: {secretName: web-tls, dnsNames: [example.com], issuerRef: {name: ca}}
`

describe.each(Object.entries(fields))('%s', (_, naming) => {
  const { field } = naming

  test('keeps a Certificate that has no source any more', () => {
    expect(scenario(resource(naming) + orphan)).toMatchObject({
      changes: [],
      findings: [`warning certificate-kept ${field}`],
    })
  })

  test('keeps it also where the resource asks for Certificates', () => {
    const { changes } = scenario(resource(naming, 'cert-manager.io/issuer: ca') + orphan)
    expect(changes).not.toContain('remove web-tls')
  })

  test.skipIf(naming.type[1] === 'VirtualServer')('is known when it is there twice', () => {
    const secret = '{apiVersion: v1, kind: Secret, metadata: {name: web-tls, namespace: certs}}\n'
    const stream = `${resource(naming, 'cert-manager.io/issuer: ca')}${secret}---\n${secret}`
    expect(scenario(stream).findings).toContain('error duplicate-resource metadata.name')
  })
})
