import { describe, expect, test } from 'vitest'
import { scenario } from '../shim/scenario.ts'
import { gateway, ingress, issuer, stream } from './rule-cases.ts'

const annotated = (annotations: string) =>
  ingress({ annotations: `cert-manager.io/cluster-issuer: letsencrypt, ${annotations}` })
const inCluster = (name: string) => ingress({ annotations: `cert-manager.io/cluster-issuer: "${name}"` })
const named = (host: string, tls = host) =>
  ingress({
    spec: `rules: [{host: "${host}"}]`,
    tls: `[{hosts: ["${tls}"], secretName: web-tls}]`,
  })
const solvers = {
  http01: issuer(),
  zone: issuer({ solvers: '[{dns01: {}, selector: {dnsZones: ["${ZONE}"]}}]' }),
  otherZone: issuer({ solvers: '[{dns01: {}, selector: {dnsZones: [example.org]}}]' }),
  http01OfZone: issuer({
    solvers: '[{http01: {ingress: {}}}, {dns01: {}, selector: {dnsNames: ["${HOST}"]}}]',
  }),
}
const selfSigned = issuer({ spec: 'selfSigned: {}' })
const venafi = issuer({ spec: 'venafi: {zone: a}' })
const listeners = (hostname: string, name = 'https') =>
  `[{name: "${name}", hostname: "${hostname}", port: 443, protocol: HTTPS, tls: {certificateRefs: [{name: web-tls}]}}]`
const route = (host: string, section = 'https') => `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: web, namespace: prod}
spec: {hostnames: ["${host}"], parentRefs: [{name: web, sectionName: "${section}"}]}
`
const listenerSet = (namespace: string) =>
  gateway({
    kind: 'ListenerSet',
    name: 'set',
    namespace,
    spec: 'parentRef: {name: web, namespace: infra}',
  })
const closedGateway = (namespaces: string, namespace = 'infra') =>
  gateway({ namespace, spec: `allowedListeners: {namespaces: ${namespaces}}` })

describe('a check is silent where a placeholder decides', () => {
  test.each([
    ['a host', named('app.${DOMAIN}')],
    ['a path of argocd-vault-plugin as host', named('<path:kv/data/app#host>')],
    ['a routed host that may be covered', named('example.com', '${HOST}')],
    [
      'a routed host that an alternative name may cover',
      annotated('cert-manager.io/alt-names: "${NAMES}"').replace('rules: [', 'rules: [{host: example.org}, '),
    ],
    ['a host that may be routed', named('${HOST}', 'example.com')],
    [
      'a host that another resource may route',
      stream(
        ingress({ tls: '[{hosts: [example.com, example.org], secretName: web-tls}]' }),
        ingress({ name: 'other', annotations: '', tls: '', spec: 'rules: [{host: "${HOST}"}]' }),
      ),
    ],
    ['alternative names with blanks in placeholders', annotated('cert-manager.io/alt-names: "<path:a b>"')],
    ['an issuer', stream(inCluster('${ISSUER}'), issuer())],
    [
      'an issuer whose name in the package is one',
      stream(inCluster('letsencrypt'), issuer({ name: '"${ISSUER}"' })),
    ],
    [
      'a namespace that may be that of the Issuer',
      stream(
        ingress({ namespace: '${NS}', annotations: 'cert-manager.io/issuer: ca' }),
        issuer({ kind: 'Issuer', name: 'ca', namespace: 'prod' }),
      ),
    ],
    ['a name that a solver may be for', stream(named('app.${DOMAIN}'), solvers.otherZone)],
    ['a solver that may be for a name', stream(named('example.com'), solvers.zone)],
    ['a wildcard that a solver may be for', stream(named('*.example.com'), solvers.zone)],
    [
      'an annotation for HTTP-01 that may be used',
      stream(annotated('acme.cert-manager.io/http01-ingress-class: nginx'), solvers.http01OfZone),
    ],
    ['an IP address at Let’s Encrypt', stream(annotated('cert-manager.io/ip-sans: "${IP}"'), issuer())],
    [
      'an IP address in a profile',
      stream(annotated('cert-manager.io/ip-sans: 10.0.0.1'), issuer({ acme: 'profile: "${PROFILE}"' })),
    ],
    [
      'an e-mail address at an ACME issuer',
      stream(annotated('cert-manager.io/email-sans: "${MAIL}"'), issuer()),
    ],
    ['a common name', stream(annotated('cert-manager.io/common-name: "${CN}"'), issuer())],
    [
      'a common name that may be a host',
      stream(
        annotated('cert-manager.io/common-name: example.org, cert-manager.io/alt-names: "${NAMES}"'),
        issuer(),
      ),
    ],
    [
      'a duration that the CA may be told',
      stream(
        annotated('cert-manager.io/duration: 24h'),
        issuer({ acme: 'enableDurationFeature: "${TOLD}"' }),
      ),
    ],
    [
      'a common name of a self-signed certificate',
      stream(annotated('cert-manager.io/common-name: "${CN}"'), selfSigned),
    ],
    ['a subject for Venafi', stream(annotated('cert-manager.io/subject-organizations: "${ORG}"'), venafi)],
    ['the host of a route', stream(gateway(), route('${HOST}'))],
    [
      'the hostname of a listener',
      stream(gateway({ listeners: listeners('${HOST}') }), route('example.org')),
    ],
    [
      'the name of a listener',
      stream(gateway({ listeners: listeners('example.org', '${NAME}') }), route('example.org', 'web')),
    ],
    ['the listener that a route names', stream(gateway(), route('example.org', '${SECTION}'))],
    ['the namespace of a ListenerSet', stream(closedGateway('{from: Same}'), listenerSet('${NS}'))],
    ['who may attach to a Gateway', stream(closedGateway('{from: "${FROM}"}'), listenerSet('prod'))],
    [
      'the namespace that a Gateway selects',
      stream(
        closedGateway('{from: Selector, selector: {matchLabels: {kubernetes.io/metadata.name: "${NS}"}}}'),
        listenerSet('prod'),
      ),
    ],
    [
      'the namespace of a certificateRef',
      gateway({
        listeners: listeners('example.com').replace('name: web-tls', 'name: web-tls, namespace: "${NS}"'),
      }),
    ],
  ])('%s', (_sentence, input) => {
    expect(scenario(input).findings).toEqual([])
  })
})

describe('and speaks where it does not', () => {
  test.each([
    [
      'a wildcard over a placeholder has no HTTP-01',
      stream(named('*.${DOMAIN}'), solvers.http01),
      'error acme-wildcard-http01 spec.tls[0].hosts[0]',
    ],
    [
      'an issuer that is not there',
      stream(inCluster('other'), issuer()),
      'warning issuer-missing metadata.annotations[cert-manager.io/cluster-issuer]',
    ],
    [
      'a name that no solver is for',
      stream(named('example.com'), solvers.otherZone),
      'error acme-solver-missing spec.tls[0].hosts[0]',
    ],
    [
      'a host of a route that no listener has',
      stream(gateway(), route('example.org')),
      'warning route-host-not-covered spec.hostnames[0]',
    ],
    [
      'a host that no other resource routes',
      named('example.com', 'example.org'),
      'info host-not-routed spec.tls[0].hosts[0]',
    ],
    [
      'a Gateway that takes no others',
      stream(closedGateway('{from: Same}'), listenerSet('prod')),
      'error listener-set-not-allowed spec.parentRef.name',
    ],
    ['a dollar sign that is no placeholder', named('app.$'), 'error host-invalid spec.tls[0].hosts[0]'],
  ])('%s', (_sentence, input, finding) => {
    expect(scenario(input).findings).toContain(finding)
  })
})
