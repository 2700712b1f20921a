import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { certificate, controlled, list, ours, spec } from './certificate.ts'
import { ingress, scenario } from './scenario.ts'

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

test('a Certificate stays that of its source when another one of that is rejected', () => {
  const tls = '[{hosts: [example.com], secretName: web-tls}, {hosts: [example.com], secretName: a b}]'
  const { changes, findings } = scenario(list(ingress({ tls }), certificate({ metadata: ours })))
  expect(changes).toEqual([])
  expect(findings).toEqual(['error certificate-rejected spec.tls[1].secretName'])
})
