import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { sourceNames } from '../../../src/shim/sources/source-kinds.ts'
import { scenario } from '../scenario.ts'
import { everyAnnotatedKind, everyKind, resourceOf } from './every-kind.ts'

const certificate = (mark: string, duration = '') => `
---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: {name: web-tls, namespace: prod, ${mark}}
spec:
  secretName: web-tls
  issuerRef: {name: ca, kind: Issuer, group: cert-manager.io}
  dnsNames: [example.com]
  usages: [digital signature, key encipherment]
  ${duration}
`
/** What the smallest Route lacks, which no test here is about. */
const beside = /route-secret-unreadable/

const findingsOf = (...args: Parameters<typeof scenario>) =>
  scenario(...args).findings.filter((finding) => !beside.test(finding))

test('every kind beside those of cert-manager is here', () => {
  const others = sourceNames.filter((name) => name.includes('.'))
  expect(everyKind.map(([identity]) => identity).sort()).toEqual([...others].sort())
})

describe.each(everyKind)('%s', (...kind) => {
  const [identity, { apiVersion, name = 'web', secretField }] = kind

  test('gets a Certificate that names it', () => {
    expect(parse(scenario(resourceOf(kind)).certificates)).toEqual({
      apiVersion: 'cert-manager.io/v1',
      kind: 'Certificate',
      metadata: {
        name: 'web-tls',
        namespace: 'prod',
        annotations: { 'ingress-shim.fn.kpt.dev/source': `${identity}/${name}` },
      },
      spec: {
        secretName: 'web-tls',
        issuerRef: { name: 'ca', kind: 'Issuer', group: 'cert-manager.io' },
        dnsNames: ['example.com'],
        usages: ['digital signature', 'key encipherment'],
      },
    })
  })

  test.each([
    ['with our annotation', `annotations: {ingress-shim.fn.kpt.dev/source: ${identity}/${name}}`],
    [
      'with an ownerReference to it',
      `ownerReferences: [{apiVersion: ${apiVersion}, kind: ${identity.split('.')[0]}, name: ${name}, controller: true}]`,
    ],
  ])('has the Certificate %s for its own', (_, mark) => {
    const current = resourceOf(kind) + certificate(mark)
    expect(scenario(current)).toMatchObject({ changes: [] })
    expect(findingsOf(current)).toEqual([])
    const outdated = resourceOf(kind) + certificate(mark, 'duration: 24h0m0s')
    expect(scenario(outdated).changes).toEqual(['update web-tls'])
  })

  test.each([
    [
      'that another resource controls',
      'ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: web, controller: true}]',
    ],
    ['that nobody controls', 'labels: {}'],
  ])('leaves a Certificate alone %s', (_, mark) => {
    const stream = resourceOf(kind) + certificate(mark)
    expect(scenario(stream).changes).toEqual([])
    expect(findingsOf(stream)).toEqual([`warning certificate-not-ours ${secretField}`])
  })

  test('keeps the Certificate of another source alive by naming its Secret', () => {
    const other = certificate('annotations: {ingress-shim.fn.kpt.dev/source: Ingress/gone}')
    const silent = resourceOf(kind, { asks: '' }).replace(', cert-manager: {issuer: ca}', '')
    expect(scenario(silent + other)).toMatchObject({
      changes: [],
      findings: [`warning certificate-kept ${secretField}`],
    })
  })

  test.each([
    ['is being deleted', ', deletionTimestamp: "2026-01-01T00:00:00Z"'],
    ['is being deleted in the foreground', ', finalizers: [foregroundDeletion]'],
  ])('is no source while it %s', (_, more) => {
    expect(scenario(resourceOf(kind, { more })).changes).toEqual([])
  })

  test('is no source where it never reaches a cluster', () => {
    const asks = 'cert-manager.io/issuer: ca, config.kubernetes.io/local-config: "true"'
    expect(scenario(resourceOf(kind, { asks })).changes).toEqual([])
  })

  test('is a source only where the setting sources has it', () => {
    const sources = sourceNames.filter((one) => one !== identity)
    expect(scenario(resourceOf(kind), { sources }).changes).toEqual([])
    expect(scenario(resourceOf(kind), { sources: [identity] }).changes).toEqual(['create web-tls'])
  })

  test('shares a Secret with an Ingress that wants the same, and with no other', () => {
    const ingress = (duration = '') => `
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web, namespace: prod, annotations: {cert-manager.io/issuer: ca${duration}}}
spec: {rules: [{host: example.com}], tls: [{hosts: [example.com], secretName: web-tls}]}
`
    expect(findingsOf(resourceOf(kind) + ingress())).toEqual([])
    expect(findingsOf(resourceOf(kind) + ingress(', cert-manager.io/duration: 24h'))).toEqual([
      'error secret-shared spec.tls[0].secretName',
    ])
  })
})

describe.each(everyAnnotatedKind)('%s', (...kind) => {
  const [, { isAuto = false, secretField }] = kind

  test('asks by an auto annotation where its controller can have a default issuer, and there is one', () => {
    const stream = resourceOf(kind, { asks: 'kubernetes.io/tls-acme: "true"' })
    const withDefault = scenario(stream, { defaultIssuerName: 'ca' })
    expect(withDefault.changes).toEqual(isAuto ? ['create web-tls'] : [])
    expect(findingsOf(stream)).toEqual(
      isAuto ? [] : ['warning ignored-annotation metadata.annotations[kubernetes.io/tls-acme]'],
    )
    const off = resourceOf(kind, { asks: 'kubernetes.io/tls-acme: "false"' })
    expect(scenario(off, { defaultIssuerName: 'ca' }).changes).toEqual([])
  })

  test('has its Certificates left as they are while it is rejected', () => {
    const asks = 'cert-manager.io/issuer: ca, cert-manager.io/duration: 90d'
    const own = certificate(
      `annotations: {ingress-shim.fn.kpt.dev/source: ${kind[0]}/${kind[1].name ?? 'web'}}`,
      'duration: 24h0m0s',
    )
    expect(scenario(resourceOf(kind, { asks }) + own).changes).toEqual([])
  })

  test('asks for nothing without an issuer, whatever its shape', () => {
    expect(scenario(resourceOf(kind, { asks: '', spec: '[]' }))).toMatchObject({ changes: [], findings: [] })
  })

  test('has a placeholder in the name of its Secret written as it stands', () => {
    const stream = resourceOf(kind).replace('web-tls', '"${SECRET}"')
    expect(scenario(stream).changes).toEqual(['create ${SECRET}'])
    expect(findingsOf(stream)).toEqual([])
  })

  test('is rejected with a template in the name of its Secret', () => {
    const stream = resourceOf(kind).replace('web-tls', '"{{ .Values.secret }}"')
    expect(scenario(stream).changes).toEqual([])
    expect(findingsOf(stream)).toEqual([`error template-not-rendered ${secretField}`])
  })

  test('passes on its labels, less that of an ApplySet', () => {
    const more = ', labels: {app: web, applyset.kubernetes.io/part-of: x}'
    expect(parse(scenario(resourceOf(kind, { more })).certificates).metadata.labels).toEqual({ app: 'web' })
  })

  test.each([
    [
      'without the name of its issuer',
      'cert-manager.io/issuer: ""',
      'error issuer-undetermined metadata.annotations[cert-manager.io/issuer]',
    ],
    [
      'with both kinds of issuer',
      'cert-manager.io/issuer: ca, cert-manager.io/cluster-issuer: ca',
      'error issuer-conflict metadata.annotations[cert-manager.io/issuer]',
    ],
    [
      'with an annotation that can not be read',
      'cert-manager.io/issuer: ca, cert-manager.io/duration: 90d',
      'error invalid-annotation metadata.annotations[cert-manager.io/duration]',
    ],
    [
      'with a value that admission refuses',
      'cert-manager.io/issuer: ca, cert-manager.io/duration: 1m',
      'error certificate-rejected metadata.annotations[cert-manager.io/duration]',
    ],
  ])('is rejected %s', (_, asks, finding) => {
    const stream = resourceOf(kind, { asks })
    expect(scenario(stream).changes).toEqual([])
    expect(findingsOf(stream)).toEqual([finding])
  })

  test('can choose the class of the Ingress of HTTP-01, and is not edited by it', () => {
    const asks =
      'cert-manager.io/issuer: ca, acme.cert-manager.io/http01-edit-in-place: "true", acme.cert-manager.io/http01-ingress-class: old, acme.cert-manager.io/http01-ingress-ingressclassname: nginx'
    const stream = resourceOf(kind, { asks })
    expect(parse(scenario(stream).certificates).metadata.annotations).toEqual({
      'ingress-shim.fn.kpt.dev/source': `${kind[0]}/${kind[1].name ?? 'web'}`,
      'acme.cert-manager.io/http01-override-ingress-class': 'old',
      'acme.cert-manager.io/http01-override-ingress-ingressclassname': 'nginx',
    })
    expect(findingsOf(stream)).toEqual([
      'warning ignored-annotation metadata.annotations[acme.cert-manager.io/http01-edit-in-place]',
    ])
  })
})
