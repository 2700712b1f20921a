import { expect, test } from 'vitest'
import { acmeHttp01Unreachable } from '../../src/checks/acme-http01-unreachable.ts'
import { scenario } from '../shim/scenario.ts'
import { gateway, ingress, issuer, ruleCases, stream } from './rule-cases.ts'

const https =
  '{name: https, hostname: a.example.com, port: 443, protocol: HTTPS, tls: {certificateRefs: [{name: web-tls}]}}'
const http = (more = '', port = 80) => `{name: http, port: ${port}, protocol: HTTP${more}}`
const from = (namespaces: string) => `, allowedRoutes: {namespaces: ${namespaces}}`
const all = from('{from: All}')

/** An issuer whose challenges are HTTPRoutes, attached to these and to what the Certificate says. */
const byRoute = (parentRefs = '') =>
  issuer({ solvers: `[{http01: {gatewayHTTPRoute: {parentRefs: [${parentRefs}]}}}]` })
const gatewayWith = (...listeners: readonly string[]) =>
  gateway({ listeners: `[${[https, ...listeners].join(', ')}]` })
/** The parent of the ListenerSet, in a namespace of its own. */
const parent = (listener: string) =>
  gateway({
    name: 'public',
    namespace: 'infra',
    annotations: '',
    spec: 'allowedListeners: {namespaces: {from: All}}',
    listeners: `[${listener}]`,
  })
const listenerSet = (
  listeners = https,
  annotations = '',
  issuer = 'cert-manager.io/cluster-issuer: letsencrypt',
) =>
  gateway({
    kind: 'ListenerSet',
    annotations: `${issuer}${annotations}`,
    spec: 'parentRef: {name: public, namespace: infra}',
    listeners: `[${listeners}]`,
  })
const fallback = ', acme.cert-manager.io/http01-parentreffallback: "true"'
const fallbackField = 'metadata.annotations[acme.cert-manager.io/http01-parentreffallback]'

const host = (kind = 'Gateway') => [`${kind}/web spec.listeners[0].hostname: a.example.com`]
const hostOfIngress = ['Ingress/web spec.tls[0].hosts[0]: example.com']

ruleCases(acmeHttp01Unreachable, {
  hits: [
    ['a Gateway without an HTTP listener', stream(gatewayWith(), byRoute()), host()],
    [
      'an HTTP listener for another host',
      stream(gatewayWith(http(', hostname: b.example.com')), byRoute()),
      host(),
    ],
    ['an HTTP listener on another port', stream(gatewayWith(http('', 8080)), byRoute()), host()],
    [
      'an HTTP listener that takes no HTTPRoutes',
      stream(gatewayWith(http(', allowedRoutes: {kinds: [{kind: GRPCRoute}]}')), byRoute()),
      host(),
    ],
    [
      'an HTTP listener that takes routes of another namespace only',
      stream(
        gatewayWith(
          http(from('{from: Selector, selector: {matchLabels: {kubernetes.io/metadata.name: dev}}}')),
        ),
        byRoute(),
      ),
      host(),
    ],
    [
      'many hosts, once',
      stream(gatewayWith(https.replaceAll('a.', 'b.').replace('name: https', 'name: b')), byRoute()),
      host(),
    ],
    [
      'an HTTP listener that takes routes from nowhere',
      stream(gatewayWith(http(from('{from: None}'))), byRoute()),
      host(),
    ],
    [
      'an HTTP listener for HTTPRoutes of another project',
      stream(
        gatewayWith(http(', allowedRoutes: {kinds: [{kind: HTTPRoute, group: example.com}]}')),
        byRoute(),
      ),
      host(),
    ],
    [
      'an Ingress whose solver names a port on which nothing listens',
      stream(ingress(), parent(http(all)), byRoute('{name: public, namespace: infra, port: 8080}')),
      hostOfIngress,
    ],
    [
      'an Ingress whose solver names a port of another listener',
      stream(
        ingress(),
        parent(http(all)),
        byRoute('{name: public, namespace: infra, sectionName: http, port: 8080}'),
      ),
      hostOfIngress,
    ],
    [
      'an Ingress whose solver names a ListenerSet without an HTTP listener',
      stream(ingress(), listenerSet(https, '', ''), byRoute('{kind: ListenerSet, name: web}')),
      hostOfIngress,
    ],
    [
      'an Ingress whose solver names a Gateway whose listeners are no list',
      stream(ingress(), gateway({ annotations: '', listeners: '{}' }), byRoute('{name: web}')),
      hostOfIngress,
    ],
    [
      'an Ingress whose solver names two Gateways, neither of which takes it',
      stream(
        ingress(),
        parent(http()),
        gateway({ annotations: '' }),
        byRoute('{name: public, namespace: infra}, {name: web}'),
      ),
      hostOfIngress,
    ],
    [
      'two hosts that the CA cannot reach for two reasons, each',
      stream(
        gatewayWith(
          https.replaceAll('a.', 'b.').replace('name: https', 'name: b'),
          http(', hostname: b.example.com', 8080),
        ),
        byRoute(),
      ),
      [...host(), 'Gateway/web spec.listeners[1].hostname: b.example.com'],
    ],
    [
      'a ListenerSet without an HTTP listener, whose Gateway has one',
      stream(listenerSet(), parent(http(all)), byRoute()),
      [`ListenerSet/web ${fallbackField} -> true`],
    ],
    [
      'a ListenerSet whose Gateway takes routes of its own namespace only',
      stream(listenerSet(), parent(http()), byRoute()),
      host('ListenerSet'),
    ],
    [
      'a ListenerSet without an HTTP listener, whose Gateway is not in the list',
      stream(listenerSet(), byRoute()),
      host('ListenerSet'),
    ],
    [
      'a ListenerSet that relies on its Gateway, which takes no routes from there',
      stream(listenerSet(https, fallback), parent(http()), byRoute()),
      host('ListenerSet'),
    ],
    ['an Ingress for which nothing names a parent', stream(ingress(), byRoute()), hostOfIngress],
    [
      'an Ingress whose solver names a Gateway that takes no routes from there',
      stream(ingress(), parent(http()), byRoute('{name: public, namespace: infra}')),
      hostOfIngress,
    ],
    [
      'an Ingress whose solver names the wrong listener of a Gateway',
      stream(ingress(), parent(http(all)), byRoute('{name: public, namespace: infra, sectionName: https}')),
      hostOfIngress,
    ],
  ],
  misses: [
    ['a Gateway with an HTTP listener for all hosts', stream(gatewayWith(http()), byRoute())],
    [
      'a Gateway with an HTTP listener for a wildcard',
      stream(gatewayWith(http(', hostname: "*.example.com"')), byRoute()),
    ],
    [
      'an HTTP listener whose hostname is filled in later',
      stream(gatewayWith(http(', hostname: "${HOST}"')), byRoute()),
    ],
    [
      'an HTTP listener whose list of kinds is empty',
      stream(gatewayWith(http(', allowedRoutes: {kinds: []}')), byRoute()),
    ],
    [
      'an HTTP listener that takes HTTPRoutes among others',
      stream(
        gatewayWith(http(', allowedRoutes: {kinds: [{kind: GRPCRoute}, {kind: HTTPRoute}]}')),
        byRoute(),
      ),
    ],
    [
      'an HTTP listener that names the group of HTTPRoutes, too',
      stream(
        gatewayWith(http(', allowedRoutes: {kinds: [{kind: HTTPRoute, group: gateway.networking.k8s.io}]}')),
        byRoute(),
      ),
    ],
    ...[
      'matchLabels: {kubernetes.io/metadata.name: prod}',
      'matchExpressions: [{key: kubernetes.io/metadata.name, operator: In, values: [dev, prod]}]',
    ].map(
      (selector) =>
        [
          `an HTTP listener that takes routes of the namespace by ${selector}`,
          stream(
            ingress(),
            parent(http(from(`{from: Selector, selector: {${selector}}}`))),
            byRoute('{name: public, namespace: infra}'),
          ),
        ] as const,
    ),
    [
      'an Ingress whose solver names the port of an HTTP listener',
      stream(ingress(), parent(http(all)), byRoute('{name: public, namespace: infra, port: 80}')),
    ],
    [
      'an Ingress whose solver names an HTTP listener and its port',
      stream(
        ingress(),
        parent(http(all)),
        byRoute('{name: public, namespace: infra, sectionName: http, port: 80}'),
      ),
    ],
    [
      'an Ingress whose solver names a Gateway without a namespace, which may end up in the same',
      stream(
        ingress(),
        gateway({ namespace: '', annotations: '', listeners: `[${http()}]` }),
        byRoute('{name: web}'),
      ),
    ],
    [
      'an Ingress whose solver names a ListenerSet with an HTTP listener',
      stream(ingress(), listenerSet(http(), '', ''), byRoute('{kind: ListenerSet, name: web}')),
    ],
    [
      'an Ingress whose solver names two Gateways, the second of which takes it',
      stream(
        ingress(),
        parent(http(all)),
        gateway({ annotations: '' }),
        byRoute('{name: web}, {name: public, namespace: infra}'),
      ),
    ],
    [
      'an Ingress whose solver names a Gateway of another project',
      stream(ingress(), parent(http()), byRoute('{group: example.com, name: public, namespace: infra}')),
    ],
    [
      'an Ingress whose solver names something else',
      stream(ingress(), parent(http()), byRoute('{kind: Service, name: public, namespace: infra}')),
    ],
    ['port 8000, which Traefik’s chart exposes as 80', stream(gatewayWith(http('', 8000)), byRoute())],
    [
      'a Gateway beside another one, with an HTTP listener, which the solver names',
      stream(gatewayWith(), parent(http(all)), byRoute('{name: public, namespace: infra}')),
    ],
    [
      'a Gateway beside another one, outside of the list, which the solver names',
      stream(gatewayWith(), byRoute('{name: public, namespace: infra}')),
    ],
    [
      'labels of namespaces, which only the cluster knows',
      stream(
        ingress(),
        parent(http(from('{from: Selector, selector: {matchLabels: {team: a}}}'))),
        byRoute('{name: public, namespace: infra}'),
      ),
    ],
    ['a ListenerSet with an HTTP listener', stream(listenerSet(`${https}, ${http()}`), byRoute())],
    [
      'a ListenerSet that relies on its Gateway',
      stream(listenerSet(https, fallback), parent(http(all)), byRoute()),
    ],
    [
      'a ListenerSet that relies on a Gateway outside of the list',
      stream(listenerSet(https, fallback), byRoute()),
    ],
    [
      'an Ingress whose namespace is filled in later',
      stream(
        ingress({ namespace: '"${NAMESPACE}"' }),
        parent(http()),
        byRoute('{name: public, namespace: infra}'),
      ),
    ],
    [
      'a host for which there is no solver, of which another rule speaks',
      stream(gatewayWith(), issuer({ solvers: '[]' })),
    ],
    ['challenges that an Ingress answers', stream(gatewayWith(), issuer())],
    ['challenges in DNS', stream(gatewayWith(), issuer({ solvers: '[{dns01: {route53: {}}}]' }))],
    [
      'a host for which a more specific solver uses DNS',
      stream(
        gatewayWith(),
        issuer({
          solvers:
            '[{http01: {gatewayHTTPRoute: {}}}, {dns01: {route53: {}}, selector: {dnsZones: [example.com]}}]',
        }),
      ),
    ],
    [
      'an account for which domains may be validated beforehand',
      stream(
        gatewayWith(),
        issuer({ solvers: '[{http01: {gatewayHTTPRoute: {}}}]', acme: 'externalAccountBinding: {keyID: a}' }),
      ),
    ],
  ],
  reads: [
    stream(gatewayWith(), byRoute()),
    'The ClusterIssuer letsencrypt proves a.example.com by HTTP-01 with an HTTPRoute, and the Gateway web has no HTTP listener on port 80 that takes it, so the CA never sees the challenge. Add a listener with the protocol HTTP and port 80 for it, or use a DNS-01 solver.',
  ],
  alsoReads: [
    [
      stream(gatewayWith(https.replaceAll('a.', 'b.').replace('name: https', 'name: b')), byRoute()),
      'The ClusterIssuer letsencrypt proves a.example.com and 1 more by HTTP-01 with an HTTPRoute, and the Gateway web has no HTTP listener on port 80 that takes it, so the CA never sees the challenge. Add a listener with the protocol HTTP and port 80 for it, or use a DNS-01 solver.',
    ],
    [
      stream(ingress(), byRoute()),
      'The ClusterIssuer letsencrypt proves example.com by HTTP-01 with an HTTPRoute, and neither the issuer nor this Ingress names a Gateway for it, so cert-manager makes no challenge. Add parentRefs to the solver of the issuer, or give it a solver with an Ingress.',
    ],
    [
      stream(ingress(), parent(http()), byRoute('{name: public, namespace: infra}')),
      'The ClusterIssuer letsencrypt proves example.com by HTTP-01 with an HTTPRoute, and the HTTP listener of the Gateway public takes no routes from the namespace prod, so the CA never sees the challenge. Let it in with allowedRoutes.namespaces of that listener, or use a DNS-01 solver.',
    ],
    [
      stream(listenerSet(), parent(http(all)), byRoute()),
      'The ClusterIssuer letsencrypt proves a.example.com by HTTP-01 with an HTTPRoute, and the ListenerSet web has no HTTP listener on port 80 that takes it, so the CA never sees the challenge. Set acme.cert-manager.io/http01-parentreffallback to "true", and the HTTPRoute attaches to the parent Gateway, which has such a listener.',
    ],
    [
      stream(listenerSet(), byRoute()),
      'The ClusterIssuer letsencrypt proves a.example.com by HTTP-01 with an HTTPRoute, and the ListenerSet web has no HTTP listener on port 80 that takes it, so the CA never sees the challenge. Add a listener with the protocol HTTP and port 80 for it, or set acme.cert-manager.io/http01-parentreffallback to "true" if the parent Gateway has one.',
    ],
    [
      stream(listenerSet(), parent(http()), byRoute()),
      'The ClusterIssuer letsencrypt proves a.example.com by HTTP-01 with an HTTPRoute, and the ListenerSet web has no HTTP listener on port 80 that takes it, so the CA never sees the challenge. Add a listener with the protocol HTTP and port 80 for it, or use a DNS-01 solver.',
    ],
    [
      stream(listenerSet(), parent(http(all)), byRoute('{name: public, namespace: infra, sectionName: x}')),
      'The ClusterIssuer letsencrypt proves a.example.com by HTTP-01 with an HTTPRoute, and the ListenerSet web has no HTTP listener on port 80 that takes it, so the CA never sees the challenge. Set acme.cert-manager.io/http01-parentreffallback to "true", and the HTTPRoute attaches to the parent Gateway, which has such a listener.',
    ],
  ],
})

test('another port is a warning, since something in front may map it', () => {
  const { findings, messages } = scenario(stream(gatewayWith(http('', 8080)), byRoute()))
  expect(findings).toEqual(['warning acme-http01-unreachable spec.listeners[0].hostname'])
  expect(messages).toEqual([
    'The ClusterIssuer letsencrypt proves a.example.com by HTTP-01 with an HTTPRoute, and the Gateway web listens for HTTP, but not on port 80, where the CA asks for the challenge. Add a listener with the protocol HTTP and port 80 for it, or use a DNS-01 solver.',
  ])
})
