import { describe, expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { survey } from '../../src/ingress-shim.ts'
import { inventoryOf } from '../../src/inventory/inventory.ts'
import { defaultOptions, type Options } from '../../src/shim/options.ts'

function inventory(yaml: string, options: Partial<Options> = {}) {
  const manifests = parseAllDocuments(yaml).map((document, position) => ({
    position,
    object: document.toJS(),
  }))
  return inventoryOf(survey(manifests, { ...defaultOptions, today: '2026-11-25', ...options }).sets)
}

const ingress = (annotations: string, tls = '{hosts: [shop.example.com], secretName: shop-tls}') => `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: shop, namespace: prod, annotations: {${annotations}}}
spec:
  rules: [{host: shop.example.com}]
  tls: [${tls}]
---
`

const certificate = (spec = '', annotations = 'ingress-shim.fn.kpt.dev/source: Ingress/shop') => `
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: {name: shop-tls, namespace: prod, annotations: {${annotations}}}
spec:
  secretName: shop-tls
  issuerRef: {name: le, kind: ClusterIssuer, group: cert-manager.io}
  dnsNames: [shop.example.com]
  usages: [digital signature, key encipherment]
  ${spec}
---
`

const issuer = (spec: string) => `
apiVersion: cert-manager.io/v1
kind: ClusterIssuer
metadata: {name: le}
spec: {${spec}}
---
`

const asksLe = 'cert-manager.io/cluster-issuer: le'
const acme = (server: string, more = '') => `acme: {server: "${server}", solvers: [{dns01: {}}], ${more}}`
const letsEncrypt = 'https://acme-v02.api.letsencrypt.org/directory'

describe('a Certificate', () => {
  test.each([
    ['new, where it is not there', ingress(asksLe), ['new Ingress/shop annotation']],
    ['kept, where nothing changes', ingress(asksLe) + certificate(), ['kept Ingress/shop annotation']],
    [
      'changed, with the fields',
      ingress(asksLe) + certificate('duration: 1h'),
      ['changed Ingress/shop annotation spec.duration'],
    ],
    [
      'removed, where no source asks for it any more',
      certificate() + ingress(asksLe, ''),
      ['removed Certificate/shop-tls certificate'],
    ],
    ['kept, where somebody wrote it', certificate('', 'a: b'), ['kept Certificate/shop-tls certificate']],
    [
      'of two sources that share it',
      ingress(asksLe) + ingress(asksLe).replace('name: shop,', 'name: two,'),
      ['new Ingress/shop Ingress/two annotation'],
    ],
    [
      "not that of a source that doesn't get it",
      ingress(asksLe) + ingress('cert-manager.io/issuer: other').replace('name: shop,', 'name: two,'),
      ['new Ingress/shop annotation'],
    ],
    ['not there, where its source is rejected', ingress('cert-manager.io/issuer: ""'), []],
  ])('is %s', (_name, yaml, entries) => {
    const { certificates } = inventory(yaml)
    expect(
      certificates.map(({ state, sources, issuerOrigin, changedFields }) =>
        [state, ...sources.map(({ reference }) => reference), issuerOrigin, ...changedFields].join(' '),
      ),
    ).toEqual(entries)
  })
})

test('a Certificate that sources share has all of them, with the names of all', () => {
  const share = `${asksLe}, ingress-shim.fn.kpt.dev/share: "true"`
  const two = ingress(share, '{hosts: [two.example.com], secretName: shop-tls}').replace(
    'name: shop,',
    'name: two,',
  )
  const [entry] = inventory(ingress(share) + two, { sharedSecrets: 'merge' }).certificates
  expect(entry?.hosts).toEqual(['shop.example.com', 'two.example.com'])
  expect(entry?.sources.map(({ reference }) => reference)).toEqual(['Ingress/shop', 'Ingress/two'])
})

describe('the issuer is named by', () => {
  const auto = 'kubernetes.io/tls-acme: "true"'
  const namespace = (name: string) =>
    `apiVersion: v1\nkind: Namespace\nmetadata: {name: prod, annotations: {cert-manager.io/cluster-issuer: ${name}}}\n---\n`
  test.each<readonly [name: string, yaml: string, options: Partial<Options>, issuer: string]>([
    ['annotation', ingress(asksLe), {}, 'le'],
    ['default', ingress(auto), { defaultIssuerName: 'le' }, 'le'],
    ['namespace-setting', ingress(auto), { issuers: [{ namespaces: ['pr*'], name: 'team' }] }, 'team'],
    ['namespace-object', ingress(auto) + namespace('own'), {}, 'own'],
    ['override', ingress(asksLe), { issuerOverride: [{ from: {}, to: { name: 'staging' } }] }, 'staging'],
  ])('%s', (origin, yaml, options, name) => {
    const [entry] = inventory(yaml, options).certificates
    expect([entry?.issuerOrigin, entry?.issuer.name]).toEqual([origin, name])
  })
})

test.each([
  ['RSA 2048 unless somebody says otherwise', '', { algorithm: 'RSA', size: 2048 }],
  ['ECDSA 256', 'cert-manager.io/private-key-algorithm: ECDSA', { algorithm: 'ECDSA', size: 256 }],
  [
    'the size that is asked for',
    'cert-manager.io/private-key-size: "4096"',
    { algorithm: 'RSA', size: 4096 },
  ],
  ['Ed25519, which has none', 'cert-manager.io/private-key-algorithm: Ed25519', { algorithm: 'Ed25519' }],
])('the key is %s', (_name, annotations, key) => {
  const [entry] = inventory(ingress([asksLe, annotations].filter(Boolean).join(', '))).certificates
  expect(entry?.key).toEqual({ size: undefined, ...key })
})

describe('the lifetime, in hours, is', () => {
  const day = (today: string) => ({ today })
  const duration = `${asksLe}, cert-manager.io/duration: 720h`
  test.each<readonly [name: string, yaml: string, options: Partial<Options>, hours: number | undefined]>([
    ['the duration', ingress(duration) + issuer('ca: {secretName: ca}'), {}, 720],
    ["cert-manager's own 90 days without one", ingress(asksLe) + issuer('ca: {secretName: ca}'), {}, 2160],
    ["Let's Encrypt's, whatever the duration", ingress(duration) + issuer(acme(letsEncrypt)), {}, 2160],
    [
      '64 days from an announced day on',
      ingress(asksLe) + issuer(acme(letsEncrypt)),
      day('2027-02-10'),
      1536,
    ],
    ['90 days the day before', ingress(asksLe) + issuer(acme(letsEncrypt)), day('2027-02-09'), 2160],
    ['that of the profile', ingress(asksLe) + issuer(acme(letsEncrypt, 'profile: shortlived')), {}, 160],
    [
      'unknown for a profile that is not',
      ingress(asksLe) + issuer(acme(letsEncrypt, 'profile: x')),
      {},
      undefined,
    ],
    ['unknown on no day', ingress(asksLe) + issuer(acme(letsEncrypt)), day(''), undefined],
    [
      'unknown for another ACME server',
      ingress(duration) + issuer(acme('https://ca.example')),
      {},
      undefined,
    ],
    [
      'the duration where that server is told',
      ingress(duration) + issuer(acme('https://ca.example', 'enableDurationFeature: true')),
      {},
      720,
    ],
    ['what is asked of an issuer that is elsewhere', ingress(duration), {}, 720],
    ['unknown where nothing is asked of it', ingress(asksLe), {}, undefined],
  ])('%s', (_name, yaml, options, hours) => {
    expect(inventory(yaml, options).certificates[0]?.lifetime).toBe(hours)
  })
})

describe('a host without a certificate', () => {
  const gateway = `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: web, annotations: {${asksLe}}}
spec:
  listeners:
  - {name: a, port: 443, protocol: HTTPS, hostname: a.example.com, tls: {certificateRefs: [{name: a-tls}]}}
  - {name: b, port: 80, protocol: HTTP, hostname: b.example.com}
---
`
  const plain = ingress('').replace(/ {2}tls.*\n/, '')
  test.each([
    ['none where a Certificate is for it', ingress(asksLe), []],
    ['one without TLS', plain, ['shop.example.com Ingress/shop spec.rules[0].host no-tls']],
    [
      'none where a wildcard covers it',
      plain + certificate('', 'a: b').replace('[shop.example.com]', '["*.example.com"]'),
      [],
    ],
    [
      'one whose Certificate is removed',
      certificate() + plain,
      ['shop.example.com Ingress/shop spec.rules[0].host no-tls'],
    ],
    [
      'one whose Secret comes from elsewhere',
      ingress(''),
      ['shop.example.com Ingress/shop spec.rules[0].host other-secret'],
    ],
    [
      'one of a source that is rejected',
      ingress('cert-manager.io/issuer: ""'),
      ['shop.example.com Ingress/shop spec.rules[0].host source-rejected'],
    ],
    [
      "one that no TLS block of its source has, a TLS block's without a rule too",
      ingress(asksLe, '{hosts: [other.example.com], secretName: shop-tls}'),
      ['shop.example.com Ingress/shop spec.rules[0].host not-in-tls'],
    ],
    [
      'one of a listener, and one of a Route',
      `${gateway}apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: r}\nspec: {hostnames: [a.example.com, c.example.com]}\n`,
      [
        'b.example.com Gateway/web spec.listeners[1].hostname not-in-tls',
        'c.example.com HTTPRoute/r spec.hostnames[1] no-tls',
      ],
    ],
    ['none without a name', plain.replace('shop.example.com', '""'), []],
  ])('%s', (_name, yaml, hosts) => {
    const { uncovered } = inventory(yaml)
    expect(
      uncovered.map(({ host, resource: { reference, field }, reason }) =>
        [host, reference, field, reason].join(' '),
      ),
    ).toEqual(hosts)
  })
})
