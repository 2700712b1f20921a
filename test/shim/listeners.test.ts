import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { scenario } from './scenario.ts'

function gateway(listeners: string, annotations = 'cert-manager.io/issuer: ca'): string {
  return `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: gw, namespace: prod, annotations: {${annotations}}}
spec: {gatewayClassName: nginx, listeners: ${listeners}}
`
}
const tls = (name: string) => `tls: {certificateRefs: [{name: ${name}}]}`

describe('listeners of a Gateway', () => {
  test('those that name one Secret give one Certificate, with all hostnames in the order first seen', () => {
    const { certificates } = scenario(
      gateway(`[
        {name: b, port: 443, protocol: HTTPS, hostname: b.com, ${tls('gw-tls')}},
        {name: a, port: 443, protocol: TLS, hostname: a.com, ${tls('gw-tls')}},
        {name: c, port: 8443, protocol: HTTPS, hostname: b.com, ${tls('gw-tls')}}]`),
    )
    expect(parse(certificates)).toEqual(
      parse(`
apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: gw-tls
  namespace: prod
  annotations:
    ingress-shim.fn.kpt.dev/source: Gateway/gw
    acme.cert-manager.io/http01-parentrefkind: Gateway
    acme.cert-manager.io/http01-parentrefname: gw
spec:
  secretName: gw-tls
  issuerRef: {name: ca, kind: Issuer, group: cert-manager.io}
  dnsNames: [b.com, a.com]
  usages: [digital signature, key encipherment]
`),
    )
  })

  test.each([
    [
      'without TLS are passed over',
      '{name: l, port: 80, protocol: HTTP, hostname: a.com}',
      [],
      ['warning tls-missing spec.listeners'],
    ],
    [
      'of another protocol are passed over',
      `{name: l, port: 1, protocol: example.com/x, hostname: a.com, ${tls('s')}}`,
      [],
      ['warning tls-missing spec.listeners'],
    ],
    [
      'that pass TLS through are passed over',
      '{name: l, port: 443, protocol: TLS, hostname: a.com, tls: {mode: Passthrough}}',
      [],
      [],
    ],
    [
      'without a hostname are skipped',
      `{name: l, port: 443, protocol: HTTPS, ${tls('s')}}`,
      [],
      ['warning listener-skipped spec.listeners[0].hostname'],
    ],
    [
      'without tls are skipped',
      '{name: l, port: 443, protocol: HTTPS, hostname: a.com}',
      [],
      ['warning listener-skipped spec.listeners[0].tls'],
    ],
    [
      'without certificateRefs are skipped',
      '{name: l, port: 443, protocol: HTTPS, hostname: a.com, tls: {}}',
      [],
      ['warning listener-skipped spec.listeners[0].tls.certificateRefs'],
    ],
    [
      'whose certificateRef has a foreign group, kind or namespace are skipped, for each reason',
      '{name: l, port: 443, protocol: HTTPS, hostname: a.com, tls: {certificateRefs: [{name: s, group: x.com, kind: Y, namespace: other}]}}',
      [],
      [
        'warning listener-skipped spec.listeners[0].tls.certificateRefs[0].group',
        'warning listener-skipped spec.listeners[0].tls.certificateRefs[0].kind',
        'warning listener-skipped spec.listeners[0].tls.certificateRefs[0].namespace',
      ],
    ],
    [
      'with the group core and the kind left empty are served',
      '{name: l, port: 443, protocol: HTTPS, hostname: a.com, tls: {certificateRefs: [{name: s, group: core, kind: "", namespace: prod}]}}',
      ['create s'],
      [],
    ],
    [
      'of the wrong type reject the Gateway',
      '{name: l, port: 443, protocol: HTTPS, hostname: [a.com], tls: {certificateRefs: {name: s}}}',
      [],
      [
        'error malformed-resource spec.listeners[0].hostname',
        'error malformed-resource spec.listeners[0].tls.certificateRefs',
      ],
    ],
  ])('%s', (_name, listener, changes, findings) => {
    const result = scenario(gateway(`[${listener}]`))
    expect(result.changes).toEqual(changes)
    expect(
      result.findings.filter(
        (finding) => findings.length === 0 || finding.startsWith(findings[0]?.split(' spec')[0] ?? ''),
      ),
    ).toEqual(findings)
  })

  test('ignore-tls-listeners leaves listeners out, without a word', () => {
    const listeners = `[
      {name: a, port: 443, protocol: HTTPS, hostname: a.com, ${tls('a-tls')}},
      {name: b, port: 443, protocol: HTTPS}]`
    const result = scenario(
      gateway(listeners, 'cert-manager.io/issuer: ca, cert-manager.io/ignore-tls-listeners: " b ,"'),
    )
    expect({ changes: result.changes, findings: result.findings }).toEqual({
      changes: ['create a-tls'],
      findings: [],
    })
  })

  test.each([
    ['https', 'HTTPS'],
    ['Tls', 'TLS'],
  ])('a protocol that is spelt %s is taken for none, and %s is proposed', (protocol, proposedValue) => {
    const result = scenario(
      gateway(`[{name: a, port: 443, protocol: ${protocol}, hostname: a.com, ${tls('a-tls')}}]`),
    )
    expect(result.changes).toEqual([])
    expect(result.outcome.findings.map(({ rule, field }) => ({ rule, field }))).toEqual([
      {
        rule: 'listener-skipped',
        field: { path: 'spec.listeners[0].protocol', currentValue: protocol, proposedValue },
      },
    ])
  })

  test.each([
    ['the hostname', `{name: a, port: 443, protocol: HTTPS, hostname: 5, ${tls('a-tls')}}`, 'hostname'],
    ['tls', '{name: a, port: 443, protocol: HTTPS, hostname: a.com, tls: a-tls}', 'tls'],
    [
      'certificateRefs',
      '{name: a, port: 443, protocol: HTTPS, hostname: a.com, tls: {certificateRefs: {name: a}}}',
      'tls.certificateRefs',
    ],
  ])('%s of the wrong type is not said to be missing', (_name, listener, field) => {
    expect(scenario(gateway(`[${listener}]`)).findings).toEqual([
      `error malformed-resource spec.listeners[0].${field}`,
    ])
  })

  test('extra protocols count as TLS', () => {
    const listeners = `[{name: a, port: 443, protocol: example.com/x, hostname: a.com, ${tls('a-tls')}}]`
    expect(scenario(gateway(listeners), { gatewayAPIExtraProtocols: ['example.com/x'] }).changes).toEqual([
      'create a-tls',
    ])
  })

  test('an auto annotation makes no source of a Gateway', () => {
    const listeners = `[{name: a, port: 443, protocol: HTTPS, hostname: a.com, ${tls('a-tls')}}]`
    expect(
      scenario(gateway(listeners, 'kubernetes.io/tls-acme: "true"'), { defaultIssuerName: 'le' }).changes,
    ).toEqual([])
  })
})

describe('the parent of HTTP-01 routes for a ListenerSet', () => {
  const listenerSet = (annotations: string, parent: string) => `
apiVersion: gateway.networking.k8s.io/v1
kind: ListenerSet
metadata: {name: ls, namespace: prod, annotations: {cert-manager.io/issuer: ca${annotations}}}
spec:
  parentRef: ${parent}
  listeners: [{name: a, port: 443, protocol: HTTPS, hostname: a.com, ${tls('a-tls')}}]
`
  const fallback = (value: string) => `, acme.cert-manager.io/http01-parentreffallback: "${value}"`

  test.each([
    ['is the ListenerSet', '', '{name: gw}', { kind: 'ListenerSet', name: 'ls' }],
    [
      'is the ListenerSet where the fallback is off',
      fallback('false'),
      '{name: gw}',
      { kind: 'ListenerSet', name: 'ls' },
    ],
    [
      'is the parent Gateway with the fallback',
      fallback('true'),
      '{name: gw, namespace: infra}',
      { kind: 'Gateway', name: 'gw', namespace: 'infra' },
    ],
    [
      'is in the same namespace where parentRef names none',
      fallback('1'),
      '{name: gw}',
      { kind: 'Gateway', name: 'gw', namespace: 'prod' },
    ],
  ])('%s', (_name, annotations, parent, expected) => {
    const { annotations: result } = parse(scenario(listenerSet(annotations, parent)).certificates).metadata
    expect({
      kind: result['acme.cert-manager.io/http01-parentrefkind'],
      name: result['acme.cert-manager.io/http01-parentrefname'],
      ...('namespace' in expected && { namespace: result['acme.cert-manager.io/http01-parentrefnamespace'] }),
    }).toEqual(expected)
    expect('namespace' in expected).toBe('acme.cert-manager.io/http01-parentrefnamespace' in result)
  })
})

describe('across kinds', () => {
  test('an Ingress and a Gateway that want one Secret: the first in the list gets it', () => {
    const ingress = `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web, namespace: prod, annotations: {cert-manager.io/issuer: ca}}
spec: {rules: [{host: a.com}], tls: [{hosts: [a.com], secretName: gw-tls}]}
`
    const listeners = `[{name: a, port: 443, protocol: HTTPS, hostname: b.com, ${tls('gw-tls')}}]`
    const { certificates, findings } = scenario(`${gateway(listeners)}---${ingress}`)
    expect(parse(certificates).metadata.annotations['ingress-shim.fn.kpt.dev/source']).toBe('Gateway/gw')
    expect(findings).toEqual(['error secret-shared spec.tls[0].secretName'])
  })
})

describe('the parentRef of a ListenerSet is required', () => {
  const listenerSet = (spec: string) => `
apiVersion: gateway.networking.k8s.io/v1
kind: ListenerSet
metadata: {name: ls, annotations: {cert-manager.io/issuer: ca}}
spec: {${spec}listeners: [{name: a, port: 443, protocol: HTTPS, hostname: a.com, ${tls('a-tls')}}]}
`
  test.each([
    [
      'none',
      '',
      'spec.parentRef',
      'This ListenerSet has no spec.parentRef, so the API server would refuse it. Name its Gateway in spec.parentRef.name.',
    ],
    [
      'the field of routes',
      'parentRefs: [{name: gw}], ',
      'spec.parentRef',
      'This ListenerSet has no spec.parentRef, so the API server would refuse it. Name its Gateway in spec.parentRef.name instead of parentRefs, which only routes have.',
    ],
    [
      'a text',
      'parentRef: gw, ',
      'spec.parentRef',
      'This is a string where Kubernetes expects a mapping, so the API server would refuse this resource. Fix its type.',
    ],
    [
      'one without a name',
      'parentRef: {kind: Gateway}, ',
      'spec.parentRef.name',
      'This is empty where Kubernetes expects the name of a Gateway, so the API server would refuse this resource. Fill it in.',
    ],
  ])('%s', (_name, spec, field, message) => {
    const { findings, messages, changes } = scenario(listenerSet(spec))
    expect({ findings, messages, changes }).toEqual({
      findings: [`error malformed-resource ${field}`],
      messages: [message],
      changes: [],
    })
  })
})

describe('what a ListenerSet inherits from its parent Gateway', () => {
  const gatewayWith = (annotations: string) => `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: gw, namespace: infra, annotations: {${annotations}}}
spec: {gatewayClassName: nginx, allowedListeners: {namespaces: {from: All}}, listeners: [{name: h, port: 80, protocol: HTTP}]}
`
  const listenerSetWith = (annotations: string) => `
apiVersion: gateway.networking.k8s.io/v1
kind: ListenerSet
metadata: {name: ls, namespace: prod, annotations: {${annotations}}}
spec:
  parentRef: {name: gw, namespace: infra}
  listeners: [{name: a, port: 443, protocol: HTTPS, hostname: a.com, ${tls('a-tls')}}]
`
  const pca = 'cert-manager.io/issuer-kind: PCA, cert-manager.io/issuer-group: pca.example.com'

  test.each([
    [
      'its issuer, where it names none',
      'cert-manager.io/cluster-issuer: le',
      '',
      { name: 'le', kind: 'ClusterIssuer', group: 'cert-manager.io' },
    ],
    [
      'not its issuer, where it names one',
      'cert-manager.io/cluster-issuer: le',
      'cert-manager.io/issuer: ca',
      { name: 'ca', kind: 'Issuer', group: 'cert-manager.io' },
    ],
    [
      'the kind and group of its issuers in any case',
      pca,
      'cert-manager.io/issuer: ca, cert-manager.io/issuer-kind: Other',
      { name: 'ca', kind: 'PCA', group: 'pca.example.com' },
    ],
    [
      'nothing where it says nothing',
      '',
      'cert-manager.io/issuer: ca',
      { name: 'ca', kind: 'Issuer', group: 'cert-manager.io' },
    ],
  ])('%s', (_name, gateway, own, expected) => {
    const streams = [
      `${gatewayWith(gateway)}---${listenerSetWith(own)}`,
      `${listenerSetWith(own)}---${gatewayWith(gateway)}`,
    ]
    for (const stream of streams)
      expect(parse(scenario(stream).certificates).spec.issuerRef).toEqual(expected)
  })

  test('a ListenerSet without an issuer asks for nothing where its parent is not in the list or has none', () => {
    expect(scenario(listenerSetWith('')).changes).toEqual([])
    expect(scenario(`${gatewayWith('')}---${listenerSetWith('')}`).changes).toEqual([])
  })
})
