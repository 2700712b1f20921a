import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { ingress, scenario } from './scenario.ts'

const spec = `
spec:
  secretName: web-tls
  issuerRef: {name: ca, kind: Issuer, group: cert-manager.io}
  dnsNames: [example.com]
  usages: [digital signature, key encipherment]
`
function certificate({ name = 'web-tls', metadata = '', body = spec }): string {
  return `apiVersion: cert-manager.io/v1\nkind: Certificate\nmetadata:\n  name: ${name}\n${metadata}${body}`
}
const ours = '  annotations: {ingress-shim.fn.kpt.dev/source: Ingress/web}\n'
const controlled = (kind: string, name: string) =>
  `  ownerReferences: [{apiVersion: networking.k8s.io/v1, kind: ${kind}, name: ${name}, uid: u1, controller: true}]\n`
const list = (...documents: string[]) => documents.join('\n---\n')
const quiet = { rules: { 'secret-issued-twice': 'off' } } as const

describe('the Certificate of that namespace and name', () => {
  test('is not there: it is created', () => {
    const { certificates, findings } = scenario(
      ingress({ metadata: 'namespace: prod\n  labels: {app: web, applyset.kubernetes.io/part-of: x}' }),
    )
    expect(findings).toEqual([])
    expect(parse(certificates)).toEqual(
      parse(`
apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: web-tls
  namespace: prod
  labels: {app: web}
  annotations: {ingress-shim.fn.kpt.dev/source: Ingress/web}
spec:
  secretName: web-tls
  issuerRef: {name: ca, kind: Issuer, group: cert-manager.io}
  dnsNames: [example.com]
  usages: [digital signature, key encipherment]
`),
    )
  })

  test.each([
    ['ours by annotation and up to date: nothing happens', certificate({ metadata: ours }), [], []],
    [
      'ours by a controller ownerReference and up to date: nothing happens',
      certificate({ metadata: controlled('Ingress', 'web') }),
      [],
      [],
    ],
    [
      'ours with a duration that says the same in other words',
      certificate({ metadata: ours, body: spec }),
      [],
      [],
    ],
    [
      'ours and out of date: it is updated',
      certificate({ metadata: ours, body: spec.replace('example.com', 'old.com') }),
      ['update web-tls'],
      [],
    ],
    [
      'of nobody: it is left alone',
      certificate({}),
      [],
      ['warning certificate-not-ours spec.tls[0].secretName'],
    ],
    [
      'of another controller: it is left alone',
      certificate({ metadata: controlled('Gateway', 'web') }),
      [],
      ['warning certificate-not-ours spec.tls[0].secretName'],
    ],
    [
      'of the same name in another namespace: a new one is created',
      certificate({ metadata: '  namespace: other\n' }),
      ['create web-tls'],
      [],
    ],
    [
      'malformed: it is left alone',
      certificate({ body: '\nspec: [1]' }),
      [],
      ['error malformed-resource spec'],
    ],
  ])('is %s', (_name, existing, changes, findings) => {
    const result = scenario(list(ingress(), existing))
    expect({ changes: result.changes, findings: result.findings }).toEqual({ changes, findings })
  })

  test('an update sets and takes away what this function can set, and nothing else', () => {
    const existing = `
apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: web-tls
  annotations:
    ingress-shim.fn.kpt.dev/source: Ingress/web
    acme.cert-manager.io/http01-override-ingress-name: web
    example.com/note: mine
spec:
  secretName: web-tls
  issuerRef: {name: ca, kind: Issuer, group: cert-manager.io}
  dnsNames: [old.com]
  duration: 24h
  keystores: {jks: {create: true}}
  usages: [digital signature, key encipherment]
`
    expect(parse(scenario(list(ingress(), existing)).certificates)).toEqual(
      parse(`
apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: web-tls
  annotations:
    ingress-shim.fn.kpt.dev/source: Ingress/web
    example.com/note: mine
spec:
  secretName: web-tls
  issuerRef: {name: ca, kind: Issuer, group: cert-manager.io}
  dnsNames: [example.com]
  keystores: {jks: {create: true}}
  usages: [digital signature, key encipherment]
`),
    )
  })

  test('a duration that says the same in other words is no change', () => {
    const source = ingress({ annotations: 'cert-manager.io/issuer: ca, cert-manager.io/duration: 24h' })
    const existing = certificate({ metadata: ours, body: `${spec}  duration: 1440m\n` })
    expect(scenario(list(source, existing)).changes).toEqual([])
  })
})

describe('a Certificate that no TLS block names any more', () => {
  const old = certificate({ name: 'old-tls', metadata: ours, body: spec.replace('web-tls', 'old-tls') })

  test.each([
    [
      'is removed where our annotation makes it ours',
      list(ingress(), old),
      ['create web-tls', 'remove old-tls'],
    ],
    ['is removed where its source has gone from the list', old, ['remove old-tls']],
    [
      'is removed where it is controlled by a source of the list',
      list(
        ingress(),
        certificate({
          name: 'old-tls',
          metadata: controlled('Ingress', 'web'),
          body: spec.replace('web-tls', 'old-tls'),
        }),
      ),
      ['create web-tls', 'remove old-tls'],
    ],
    [
      'stays where its controller is not in the list',
      list(
        ingress(),
        certificate({
          name: 'old-tls',
          metadata: controlled('Ingress', 'gone'),
          body: spec.replace('web-tls', 'old-tls'),
        }),
      ),
      ['create web-tls'],
    ],
    [
      'stays where nobody made it',
      list(ingress(), certificate({ name: 'old-tls', body: spec.replace('web-tls', 'old-tls') })),
      ['create web-tls'],
    ],
    [
      'stays where its source is wrong today',
      list(ingress({ annotations: 'cert-manager.io/issuer: ca, cert-manager.io/duration: 90d' }), old),
      [],
    ],
    [
      'stays where a source of the list cannot even be named',
      list('{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: 1}', old),
      [],
    ],
    [
      'stays where a TLS block that is skipped still names it',
      list(ingress({ tls: '[{secretName: old-tls}]' }), old),
      [],
    ],
    [
      'stays where a source of another name names it',
      list(ingress({ name: 'other', tls: '[{hosts: [example.com], secretName: old-tls}]' }), old),
      ['update old-tls'],
    ],
    [
      'stays beside the one of its name while a TLS block names its Secret',
      list(ingress(), certificate({ metadata: ours }), certificate({ name: 'renamed', metadata: ours })),
      [],
    ],
  ])('%s', (_name, input, changes) => {
    expect(scenario(input, quiet).changes).toEqual(changes)
  })

  test('stays with prune: false', () => {
    expect(scenario(old, { prune: false }).changes).toEqual([])
  })
})

describe('a Certificate of ours that another tool has renamed', () => {
  const renamed = certificate({ name: 'dev-web-tls', metadata: ours })

  test('is known by its Secret: it is kept up to date under its new name, and no second one is made', () => {
    const { changes, findings, certificates } = scenario(list(ingress({ name: 'dev-web' }), renamed))
    expect({ changes, findings }).toEqual({ changes: ['update dev-web-tls'], findings: [] })
    expect(parse(certificates).metadata).toEqual({
      name: 'dev-web-tls',
      annotations: { 'ingress-shim.fn.kpt.dev/source': 'Ingress/dev-web' },
    })
    expect(scenario(list(ingress({ name: 'dev-web' }), certificates)).changes).toEqual([])
  })

  test("is not taken for ours without our annotation, and the two Certificates' fight is reported", () => {
    const { changes, findings } = scenario(list(ingress(), certificate({ name: 'dev-web-tls' })))
    expect(changes).toEqual(['create web-tls'])
    expect(findings).toEqual(['error secret-issued-twice spec.tls[0].secretName'])
  })
})

describe('two sources that want one Secret', () => {
  const first = ingress({ name: 'first' })

  test('share it silently where they ask for the same', () => {
    const { changes, findings } = scenario(list(first, ingress({ name: 'second' })))
    expect({ changes, findings }).toEqual({ changes: ['create web-tls'], findings: [] })
  })

  test.each([
    ['other hosts', ingress({ name: 'second', tls: '[{hosts: [a.example.com], secretName: web-tls}]' })],
    ['another issuer', ingress({ name: 'second', annotations: 'cert-manager.io/issuer: other' })],
  ])('the first gets it, and one that asks for %s gets an error that names the first', (_name, second) => {
    const { changes, outcome } = scenario(list(first, second))
    expect(changes).toEqual(['create web-tls'])
    const shared = outcome.findings.filter(({ rule }) => rule === 'secret-shared')
    expect(shared.map(({ position, field }) => [position, field?.path])).toEqual([
      [1, 'spec.tls[0].secretName'],
    ])
    expect(shared[0]?.message).toContain('Ingress/first')
  })

  test('the one whose Certificate admission refuses leaves the Secret to the other', () => {
    const refused = ingress({
      name: 'first',
      annotations: 'cert-manager.io/issuer: ca, cert-manager.io/duration: 1m',
    })
    const { certificates } = scenario(list(refused, ingress({ name: 'second' })))
    expect(parse(certificates).metadata.annotations).toEqual({
      'ingress-shim.fn.kpt.dev/source': 'Ingress/second',
    })
  })

  test('a Certificate of a source that is wrong today is not handed to another', () => {
    const wrong = ingress({ annotations: 'cert-manager.io/issuer: ca, cert-manager.io/duration: 90d' })
    const other = ingress({ name: 'other', tls: '[{hosts: [a.example.com], secretName: web-tls}]' })
    expect(scenario(list(wrong, other, certificate({ metadata: ours }))).changes).toEqual([])
  })
})
