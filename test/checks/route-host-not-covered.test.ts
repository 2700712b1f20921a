import { routeHostNotCovered } from '../../src/checks/route-host-not-covered.ts'
import { gateway, ruleCases, stream } from './rule-cases.ts'

const route = (hostnames: string, parentRefs = '[{name: web}]', kind = 'HTTPRoute') => `
apiVersion: gateway.networking.k8s.io/v1
kind: ${kind}
metadata: {name: shop, namespace: prod}
spec:
  parentRefs: ${parentRefs}
  hostnames: ${hostnames}
`
const listener = (name: string, hostname: string, port = 443) =>
  `{name: ${name}, ${hostname === '' ? '' : `hostname: "${hostname}", `}port: ${port}, protocol: HTTPS, tls: {certificateRefs: [{name: web-tls}]}}`
const web = (...listeners: readonly string[]) => gateway({ listeners: `[${listeners.join(', ')}]` })
const found = (index: number, host: string) => `HTTPRoute/shop spec.hostnames[${index}]: ${host}`

ruleCases(routeHostNotCovered, {
  hits: [
    [
      'a host that no listener has',
      stream(gateway(), route('[example.com, api.example.com]')),
      [found(1, 'api.example.com')],
    ],
    [
      'the domain of a wildcard listener, which it doesn’t reach',
      stream(web(listener('l', '*.example.com')), route('[example.com]')),
      [found(0, 'example.com')],
    ],
    [
      'a host that another listener has than the one that is named',
      stream(
        web(listener('a', 'a.com'), listener('b', 'b.com')),
        route('[b.com]', '[{name: web, sectionName: a}]'),
      ),
      [found(0, 'b.com')],
    ],
    [
      'a host that another listener has than the one of that port',
      stream(
        web(listener('a', 'a.com'), listener('b', 'b.com', 8443)),
        route('[b.com]', '[{name: web, port: 443}]'),
      ),
      [found(0, 'b.com')],
    ],
    [
      'a host that no listener of a Gateway in another namespace has',
      stream(gateway({ namespace: 'infra' }), route('[a.com]', '[{name: web, namespace: infra}]')),
      [found(0, 'a.com')],
    ],
    [
      'a host at a parent whose group and kind are written',
      stream(gateway(), route('[a.com]', '[{group: gateway.networking.k8s.io, kind: Gateway, name: web}]')),
      [found(0, 'a.com')],
    ],
    ['a host beside one of the wrong type', stream(gateway(), route('[5, a.com]')), [found(1, 'a.com')]],
    [
      'a ListenerSet',
      stream(
        gateway({ kind: 'ListenerSet', spec: 'parentRef: {name: eg}' }),
        route('[a.com]', '[{kind: ListenerSet, name: web}]'),
      ),
      [found(0, 'a.com')],
    ],
    [
      'a host that only a ListenerSet of the Gateway has, to which the route doesn’t attach',
      stream(
        gateway(),
        gateway({
          kind: 'ListenerSet',
          name: 'set',
          spec: 'parentRef: {name: web}',
          listeners: `[${listener('l', 'a.com')}]`,
        }),
        route('[a.com]'),
      ),
      [found(0, 'a.com')],
    ],
    [
      'a host of a GRPCRoute or TLSRoute',
      stream(
        gateway(),
        route('[a.com]', '[{name: web}]', 'GRPCRoute'),
        route('[b.com]', '[{name: web}]', 'TLSRoute'),
      ),
      ['GRPCRoute/shop spec.hostnames[0]: a.com', 'TLSRoute/shop spec.hostnames[0]: b.com'],
    ],
  ],
  misses: [
    ['hosts that listeners have', stream(gateway(), route('[example.com]'))],
    [
      'hosts below a wildcard listener, at any depth',
      stream(web(listener('l', '*.example.com')), route('[a.b.example.com]')),
    ],
    [
      'a wildcard with a listener below it',
      stream(web(listener('l', 'a.example.com')), route('["*.example.com"]')),
    ],
    ['a listener for all hosts', stream(web(listener('l', '')), route('[a.com]'))],
    [
      'hosts that the second parent has',
      stream(
        gateway(),
        gateway({ name: 'other', listeners: `[${listener('l', 'a.com')}]` }),
        route('[a.com]', '[{name: web}, {name: other}]'),
      ),
    ],
    [
      'a parent that isn’t in the list, and may have the host',
      stream(gateway(), route('[a.com]', '[{name: web}, {name: other}]')),
    ],
    ['a Gateway that asks for no Certificates', stream(gateway({ annotations: '' }), route('[a.com]'))],
    [
      'a Gateway of that name in another namespace',
      stream(gateway({ namespace: 'infra' }), route('[a.com]')),
    ],
    [
      'a Gateway of another project',
      stream(gateway(), route('[a.com]', '[{group: networking.istio.io, kind: Gateway, name: web}]')),
    ],
    ['a parent of a kind that is none', stream(gateway(), route('[a.com]', '[{kind: Proxy, name: web}]'))],
    [
      'a ListenerSet of that name, where the route is for a Gateway outside of the list',
      stream(gateway({ kind: 'ListenerSet', spec: 'parentRef: {name: eg}' }), route('[a.com]')),
    ],
    ['parents that are no list', stream(gateway(), route('[a.com]', '{name: web}'))],
    ['hostnames that are no list', stream(gateway(), route('a.com'))],
    ['a Service with hostnames', stream(gateway(), route('[a.com]').replace('HTTPRoute', 'Service'))],
    ['a route without hostnames', stream(gateway(), route('[]'))],
    ['a route of a Service', stream(gateway(), route('[a.com]', '[{kind: Service, group: "", name: web}]'))],
  ],
  reads: [
    stream(gateway(), route('[a.com]')),
    'No listener that this HTTPRoute attaches to has a hostname for a.com, so requests for it are never routed, and it is in no certificate. Add a listener for it, or correct the host.',
  ],
})
