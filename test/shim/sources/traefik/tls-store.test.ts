import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { scenario } from '../../scenario.ts'

function tlsStore({
  name = 'default',
  apiVersion = 'traefik.io/v1alpha1',
  annotations = 'cert-manager.io/cluster-issuer: letsencrypt, cert-manager.io/alt-names: "example.com,*.example.com"',
  spec = '{defaultCertificate: {secretName: default-tls}}',
} = {}): string {
  return `
apiVersion: ${apiVersion}
kind: TLSStore
metadata: {name: ${name}, namespace: traefik, annotations: {${annotations}}}
spec: ${spec}
`
}

const issuer = 'cert-manager.io/cluster-issuer: letsencrypt'

test('a TLSStore gives a Certificate for its default certificate, with the names of its annotations', () => {
  const { certificates, findings } = scenario(tlsStore())
  expect(parse(certificates)).toEqual({
    apiVersion: 'cert-manager.io/v1',
    kind: 'Certificate',
    metadata: {
      name: 'default-tls',
      namespace: 'traefik',
      annotations: { 'ingress-shim.fn.kpt.dev/source': 'TLSStore.traefik.io/default' },
    },
    spec: {
      secretName: 'default-tls',
      issuerRef: { name: 'letsencrypt', kind: 'ClusterIssuer', group: 'cert-manager.io' },
      dnsNames: ['example.com', '*.example.com'],
      usages: ['digital signature', 'key encipherment'],
    },
  })
  expect(findings).toEqual([])
})

describe('a TLSStore', () => {
  test.each<[string, Parameters<typeof tlsStore>[0], readonly string[], readonly string[]]>([
    [
      'gives one for each Secret that it names, once',
      {
        spec: '{defaultCertificate: {secretName: a}, certificates: [{secretName: b}, {secretName: a}]}',
      },
      ['create a', 'create b'],
      [],
    ],
    [
      'of Traefik 2 is read, too',
      { apiVersion: 'traefik.containo.us/v1alpha1' },
      ['create default-tls'],
      ['warning deprecated-api apiVersion'],
    ],
    [
      'can have an address as its only name',
      { annotations: `${issuer}, cert-manager.io/ip-sans: 10.0.0.1` },
      ['create default-tls'],
      [],
    ],
    [
      'can have a common name as its only name',
      { annotations: `${issuer}, cert-manager.io/common-name: example.com` },
      ['create default-tls'],
      [],
    ],
    [
      'without names gets none',
      { annotations: issuer },
      [],
      ['error tls-hosts-missing metadata.annotations'],
    ],
    ['of another name is skipped', { name: 'other' }, [], ['warning listener-skipped metadata.name']],
    ['with a name that is filled in later is not', { name: '"${STORE}"' }, ['create default-tls'], []],
    [
      'without certificates has nothing to issue',
      { spec: '{}' },
      [],
      ['warning tls-missing spec.defaultCertificate'],
    ],
    [
      'with a certificate without a Secret is skipped there',
      { spec: '{defaultCertificate: {}, certificates: [{secretName: b}]}' },
      ['create b'],
      ['warning tls-secret-name-missing spec.defaultCertificate.secretName'],
    ],
    [
      'for which Traefik requests the certificate',
      { spec: '{defaultGeneratedCert: {resolver: le, domain: {main: example.com}}}' },
      [],
      ['warning traefik-acme-instead spec.defaultGeneratedCert.resolver'],
    ],
    [
      'with fields of the wrong type',
      { spec: '{defaultCertificate: a, certificates: {secretName: b}}' },
      [],
      ['error malformed-resource spec.certificates', 'error malformed-resource spec.defaultCertificate'],
    ],
    ['that names no issuer is none', { annotations: '' }, [], []],
  ])('%s', (_, input, changes, findings) => {
    expect(scenario(tlsStore(input))).toMatchObject({ changes, findings })
  })
})
