import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { at } from '../../src/manifest/manifest.ts'
import { scenario } from './scenario.ts'

const listener = (hostname: string, { name = 'https', port = 443, protocol = 'HTTPS', rest = '' } = {}) =>
  `{name: ${name}, port: ${port}, protocol: ${protocol}, ${hostname === '' ? '' : `hostname: "${hostname}", `}tls: {certificateRefs: [{name: web-tls}]}${rest}}`

const gateway = (listeners: string, { kind = 'Gateway', namespace = 'prod', spec = '' } = {}) => `
apiVersion: gateway.networking.k8s.io/v1
kind: ${kind}
metadata: {name: web, ${namespace === '' ? '' : `namespace: ${namespace}, `}annotations: {cert-manager.io/issuer: ca}}
spec: {${spec}listeners: [${listeners}]}
`

interface Route {
  readonly kind?: string
  readonly name?: string
  readonly namespace?: string
  readonly parentRefs?: string
  readonly annotations?: string
}
const route = (hostnames: string, given: Route = {}) => {
  const { kind = 'HTTPRoute', name = 'shop', namespace = 'prod' } = given
  const { parentRefs = '[{name: web}]', annotations = '' } = given
  return `
apiVersion: gateway.networking.k8s.io/v1
kind: ${kind}
metadata: {name: ${name}, namespace: "${namespace}", annotations: {${annotations}}}
spec: {parentRefs: ${parentRefs}${hostnames === '' ? '' : `, hostnames: ${hostnames}`}}
`
}

const run = (...documents: readonly string[]) => {
  const { certificates, findings, outcome } = scenario(documents.join('---'), { gatewayHosts: 'routes' })
  const dnsNames = certificates === '' ? 'no Certificate' : at(parse(certificates), 'spec', 'dnsNames')
  return { dnsNames, findings, outcome }
}

const leftOut = 'info gateway-host-unknown spec.listeners[0].hostname'
const skipped = 'warning listener-skipped spec.listeners[0].hostname'
const none = 'no Certificate'

describe('the hosts of a listener by its Routes', () => {
  test.each<[sentence: string, hostname: string, routes: readonly string[], unknown, readonly string[]]>([
    ['its own, where a Route names it', 'a.com', ['[a.com]'], ['a.com'], []],
    ['its own, where a wildcard of a Route covers it', 'b.a.com', ['["*.a.com"]'], ['b.a.com'], []],
    ['its own, where a Route names none', 'a.com', [''], ['a.com'], []],
    ['its own, where no Route attaches: it may be elsewhere', 'a.com', [], ['a.com'], []],
    ['its own alone, where a Route also names others', 'a.com', ['[a.com, b.com]'], ['a.com'], []],
    ['those below its wildcard', '*.a.com', ['[b.a.com, x.org]'], ['b.a.com'], []],
    ['those below its wildcard at any depth', '*.a.com', ['[c.b.a.com]'], ['c.b.a.com'], []],
    ['not the domain of its wildcard', '*.a.com', ['[a.com]'], none, [leftOut]],
    ['not its wildcard', '*.a.com', ['["*.a.com"]'], none, [leftOut]],
    ['not a wildcard below its own', '*.a.com', ['["*.b.a.com"]'], none, [leftOut]],
    ['not a wildcard above its own', '*.b.a.com', ['["*.a.com"]'], none, [leftOut]],
    ['not its wildcard, where a Route names no host', '*.a.com', [''], none, [leftOut]],
    ['not what is no host', '*.a.com', ['[7, Not A Host]', '[{a: b}]'], none, [leftOut]],
    ['not its wildcard, where no Route attaches', '*.a.com', [], none, [leftOut]],
    ['those of Routes beside a wildcard', '*.a.com', ['["*.a.com", b.a.com]'], ['b.a.com'], [leftOut]],
    [
      'all of its Routes, where it has none',
      '',
      ['[b.com, a.com]', '[c.com]'],
      ['b.com', 'a.com', 'c.com'],
      [],
    ],
    ['each once', '', ['[a.com, b.com]', '[b.com, a.com]'], ['a.com', 'b.com'], []],
    ['those of Routes beside one for all hosts', '', ['', '[a.com]'], ['a.com'], [leftOut]],
    ['none, where neither names any', '', [''], none, [skipped]],
    ['none, where Routes name wildcards', '', ['["*.a.com"]'], none, [skipped]],
    ['none, where no Route attaches', '', [], none, [skipped]],
    ['no text that the API server would refuse', '', ['["A b", a.com, "*"]'], ['a.com'], []],
    ['what is filled in later, as it stands', '', ['["${HOST}"]'], ['${HOST}'], []],
    [
      'what is filled in later and may be below a wildcard',
      '*.a.com',
      ['["b.${DOMAIN}"]'],
      ['b.${DOMAIN}'],
      [],
    ],
    ['not what is elsewhere whatever is filled in', '*.a.com', ['["${X}.b.com"]'], none, [leftOut]],
  ])('%s', (_sentence, hostname, routes, dnsNames, findings) => {
    const documents = routes.map((hostnames, index) => route(hostnames, { name: `r${index}` }))
    const result = run(gateway(listener(hostname)), ...documents)
    // That no listener takes a host of a Route is for another rule to say.
    const ofGateway = result.findings.filter((finding) => finding.includes('spec.listeners'))
    expect([result.dnsNames, ofGateway]).toEqual([dnsNames, findings])
  })

  test('are only looked for where that is asked for', () => {
    const { certificates } = scenario(`${gateway(listener('*.a.com'))}---${route('[b.a.com]')}`)
    expect(at(parse(certificates), 'spec', 'dnsNames')).toEqual(['*.a.com'])
  })

  test('are the same wherever the Routes stand in the list', () => {
    const routes = [route('[b.com]'), route('[a.com]', { name: 'other' })]
    expect(run(...routes, gateway(listener(''))).dnsNames).toEqual(['b.com', 'a.com'])
  })

  test('are those of all listeners of a Secret, in their order', () => {
    const listeners = [
      listener('*.b.com', { name: 'b' }),
      listener('z.com', { name: 'z' }),
      listener('*.a.com', { name: 'a' }),
    ]
    expect(run(gateway(listeners.join(', ')), route('[x.a.com, x.b.com]')).dnsNames).toEqual([
      'x.b.com',
      'z.com',
      'x.a.com',
    ])
  })

  test('a template among them rejects the Gateway, and its Certificates stay', () => {
    const { dnsNames, findings } = run(gateway(listener('')), route('["{{ .Values.host }}", a.com]'))
    expect({ dnsNames, findings }).toEqual({
      dnsNames: none,
      findings: ['error template-not-rendered spec.listeners[0]'],
    })
  })
})

describe('a Route attaches', () => {
  const web = gateway(listener(''))
  const other = '{name: other, port: 8443, protocol: HTTPS, tls: {certificateRefs: [{name: web-tls}]}}'
  const everywhere = ', allowedRoutes: {namespaces: {from: All}}'
  const selecting = (selector: string) =>
    gateway(listener('', { rest: `, allowedRoutes: {namespaces: {from: Selector, selector: ${selector}}}` }))
  const namespace = (labels: string) => `
apiVersion: v1
kind: Namespace
metadata: {name: apps, labels: {${labels}}}
`
  test.each<[sentence: string, ...documents: string[]]>([
    ['to the Gateway that it names', web, route('[a.com]')],
    [
      'by the section that it names',
      web,
      route('[a.com]', { parentRefs: '[{name: web, sectionName: https}]' }),
    ],
    ['by the port that it names', web, route('[a.com]', { parentRefs: '[{name: web, port: 443}]' })],
    [
      'by section and port',
      web,
      route('[a.com]', { parentRefs: '[{name: web, sectionName: https, port: 443}]' }),
    ],
    ['by its second parentRef', web, route('[a.com]', { parentRefs: '[{name: x}, {name: web}]' })],
    ['once, by two', web, route('[a.com]', { parentRefs: '[{name: web}, {name: web, port: 443}]' })],
    ['as a GRPCRoute', web, route('[a.com]', { kind: 'GRPCRoute' })],
    [
      'as a TLSRoute, to a listener of TLS',
      gateway(listener('', { protocol: 'TLS' })),
      route('[a.com]', { kind: 'TLSRoute' }),
    ],
    [
      'as a kind that the listener names',
      gateway(listener('', { rest: ', allowedRoutes: {kinds: [{kind: TLSRoute}]}' })),
      route('[a.com]', { kind: 'TLSRoute' }),
    ],
    [
      'to a ListenerSet',
      gateway(listener(''), { kind: 'ListenerSet', spec: 'parentRef: {name: eg}, ' }),
      route('[a.com]', { parentRefs: '[{kind: ListenerSet, name: web}]' }),
    ],
    [
      'from another namespace, where the listener takes all',
      gateway(listener('', { rest: everywhere })),
      route('[a.com]', { namespace: 'apps', parentRefs: '[{name: web, namespace: prod}]' }),
    ],
    [
      'where both have no namespace yet',
      gateway(listener(''), { namespace: '' }),
      route('[a.com]', { namespace: '' }),
    ],
    ['where the Gateway has no namespace yet', gateway(listener(''), { namespace: '' }), route('[a.com]')],
    [
      'from a namespace that is selected by its name',
      selecting('{matchLabels: {kubernetes.io/metadata.name: apps}}'),
      route('[a.com]', { namespace: 'apps', parentRefs: '[{name: web, namespace: prod}]' }),
    ],
    [
      'from a namespace whose labels are selected',
      selecting(
        '{matchExpressions: [{key: tier, operator: In, values: [web, api]}, {key: old, operator: DoesNotExist}]}',
      ),
      namespace('tier: api'),
      route('[a.com]', { namespace: 'apps', parentRefs: '[{name: web, namespace: prod}]' }),
    ],
    [
      'by a section that is filled in later',
      web,
      route('[a.com]', { parentRefs: '[{name: web, sectionName: "${SECTION}"}]' }),
    ],
  ])('%s', (_sentence, ...documents) => {
    const { dnsNames, findings } = run(...documents)
    expect({ dnsNames, findings }).toEqual({ dnsNames: ['a.com'], findings: [] })
  })

  test.each<[sentence: string, ...documents: string[]]>([
    ['that names another Gateway', web, route('[a.com]', { parentRefs: '[{name: eg}]' })],
    ['that names another section', web, route('[a.com]', { parentRefs: '[{name: web, sectionName: http}]' })],
    ['that names another port', web, route('[a.com]', { parentRefs: '[{name: web, port: 80}]' })],
    [
      'that names a kind of another group',
      web,
      route('[a.com]', { parentRefs: '[{group: x.com, name: web}]' }),
    ],
    [
      'that names a Service',
      web,
      route('[a.com]', { parentRefs: '[{group: "", kind: Service, name: web}]' }),
    ],
    [
      'of a namespace that the listener doesn’t take',
      web,
      route('[a.com]', { namespace: 'apps', parentRefs: '[{name: web, namespace: prod}]' }),
    ],
    ['in another namespace, whose Gateway has the same name', web, route('[a.com]', { namespace: 'apps' })],
    ['of a kind that the protocol doesn’t take', web, route('[a.com]', { kind: 'TLSRoute' })],
    [
      'of a kind that the listener doesn’t name',
      gateway(listener('', { rest: ', allowedRoutes: {kinds: [{kind: GRPCRoute}]}' })),
      route('[a.com]'),
    ],
    [
      'to a listener that takes none',
      gateway(listener('', { rest: ', allowedRoutes: {namespaces: {from: None}}' })),
      route('[a.com]'),
    ],
    [
      'of a namespace whose labels are not selected',
      selecting('{matchLabels: {tier: web}}'),
      namespace('tier: api'),
      route('[a.com]', { namespace: 'apps', parentRefs: '[{name: web, namespace: prod}]' }),
    ],
    [
      'of a namespace whose name is not selected',
      selecting('{matchLabels: {kubernetes.io/metadata.name: web, tier: web}}'),
      route('[a.com]', { namespace: 'apps', parentRefs: '[{name: web, namespace: prod}]' }),
    ],
    [
      'that never reaches a cluster',
      web,
      route('[a.com]', { annotations: 'config.kubernetes.io/local-config: "true"' }),
    ],
  ])('but not one %s', (_sentence, ...documents) => {
    expect(run(...documents).dnsNames).toEqual(none)
  })

  test('to the listener of its section only', () => {
    const { certificates } = scenario(
      `${gateway(`${listener('')}, ${other.replace('web-tls', 'other-tls')}`)}---${route('[a.com]', { parentRefs: '[{name: web, sectionName: other}]' })}`,
      { gatewayHosts: 'routes' },
    )
    expect(at(parse(certificates), 'metadata', 'name')).toBe('other-tls')
  })

  test('from a namespace whose labels nobody knows, which is said', () => {
    const { dnsNames, outcome } = run(
      selecting('{matchLabels: {tier: web}}'),
      route('[a.com]', { namespace: 'apps', parentRefs: '[{name: web, namespace: prod}]' }),
    )
    expect({ dnsNames, findings: outcome.findings }).toMatchObject({
      dnsNames: ['a.com'],
      findings: [
        {
          rule: 'gateway-host-unknown',
          severity: 'info',
          message:
            'The listener https takes Routes from namespaces by their labels, and those of the namespace of the HTTPRoute apps/shop are not known here; it is taken to attach. Put its Namespace here as well, and its labels are looked at.',
          field: { path: 'spec.listeners[0].allowedRoutes.namespaces.selector' },
        },
      ],
    })
  })
})
