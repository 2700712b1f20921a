import { acmeHttp01Unused } from '../../src/checks/acme-http01-unused.ts'
import { gateway, ingress, issuer, ruleCases, stream } from './rule-cases.ts'

const inPlace = 'acme.cert-manager.io/http01-edit-in-place'
const annotated = (annotations: string, hosts = 'example.com') =>
  ingress({
    annotations: `cert-manager.io/cluster-issuer: letsencrypt, ${annotations}`,
    tls: `[{hosts: [${hosts}], secretName: web-tls}]`,
  })
const dns01 = issuer({ solvers: '[{dns01: {route53: {}}}]' })
const both = issuer({
  solvers: '[{http01: {ingress: {}}}, {dns01: {route53: {}}, selector: {dnsZones: [example.com]}}]',
})
const byRoute = issuer({ solvers: '[{http01: {gatewayHTTPRoute: {}}}]' })
const relying = (fallback: string) =>
  gateway({
    kind: 'ListenerSet',
    annotations: `cert-manager.io/cluster-issuer: letsencrypt, acme.cert-manager.io/http01-parentreffallback: ${fallback}`,
  })
const found = [`Ingress/web metadata.annotations[${inPlace}]: true`]

ruleCases(acmeHttp01Unused, {
  hits: [
    ['an edit in place at an issuer with DNS-01 only', stream(annotated(`${inPlace}: "true"`), dns01), found],
    [
      'an edit in place where a more specific solver is DNS-01',
      stream(annotated(`${inPlace}: "true"`), both),
      found,
    ],
    [
      'an Ingress class at an issuer with DNS-01 only',
      stream(annotated('acme.cert-manager.io/http01-ingress-class: nginx'), dns01),
      ['Ingress/web metadata.annotations[acme.cert-manager.io/http01-ingress-class]: nginx'],
    ],
    [
      'the name of an Ingress class at an issuer with HTTPRoutes only',
      stream(
        annotated('acme.cert-manager.io/http01-ingress-ingressclassname: nginx'),
        issuer({ solvers: '[{http01: {gatewayHTTPRoute: {}}}]' }),
      ),
      ['Ingress/web metadata.annotations[acme.cert-manager.io/http01-ingress-ingressclassname]: nginx'],
    ],
    [
      'the parent of a ListenerSet where challenges are served by an Ingress',
      stream(relying('"true"'), issuer()),
      ['ListenerSet/web metadata.annotations[acme.cert-manager.io/http01-parentreffallback]: true'],
    ],
  ],
  misses: [
    ['an edit in place at an HTTP-01 issuer', stream(annotated(`${inPlace}: "true"`), issuer())],
    [
      'an edit in place where HTTP-01 is for one of the hosts',
      stream(annotated(`${inPlace}: "true"`, 'example.com, example.org'), both),
    ],
    [
      'an Ingress class where HTTP-01 is for an IP address',
      stream(annotated('acme.cert-manager.io/http01-ingress-class: nginx', 'example.com, 203.0.113.7'), both),
    ],
    [
      'the name of an Ingress class at an HTTP-01 issuer',
      stream(annotated('acme.cert-manager.io/http01-ingress-ingressclassname: nginx'), issuer()),
    ],
    ['an empty Ingress class', stream(annotated('acme.cert-manager.io/http01-ingress-class: ""'), dns01)],
    ['the parent of a ListenerSet, where HTTPRoutes serve challenges', stream(relying('"true"'), byRoute)],
    ['the parent of a ListenerSet, switched off', stream(relying('"false"'), issuer())],
    [
      'the parent of a ListenerSet on an Ingress, of which another rule speaks',
      stream(annotated('acme.cert-manager.io/http01-parentreffallback: "true"'), dns01),
    ],
    ['an edit in place that is off', stream(annotated(`${inPlace}: "false"`), dns01)],
    [
      'an issuer without a solver for the hosts, of which another rule speaks',
      stream(annotated(`${inPlace}: "true"`), issuer({ solvers: '[]' })),
    ],
    ['an issuer that isn’t in the list', annotated(`${inPlace}: "true"`)],
  ],
  reads: [
    stream(annotated(`${inPlace}: "true"`), dns01),
    'acme.cert-manager.io/http01-edit-in-place is for HTTP-01 solvers with an Ingress, and the ClusterIssuer letsencrypt uses none for these hosts, so it has no effect but that a temporary certificate is served at first. Remove it, or use an issuer with such a solver.',
  ],
  alsoReads: [
    [
      stream(annotated('acme.cert-manager.io/http01-ingress-class: nginx'), dns01),
      'acme.cert-manager.io/http01-ingress-class is for HTTP-01 solvers with an Ingress, and the ClusterIssuer letsencrypt uses none for these hosts, so it has no effect. Remove it, or use an issuer with such a solver.',
    ],
    [
      stream(annotated('acme.cert-manager.io/http01-ingress-ingressclassname: nginx'), dns01),
      'acme.cert-manager.io/http01-ingress-ingressclassname is for HTTP-01 solvers with an Ingress, and the ClusterIssuer letsencrypt uses none for these hosts, so it has no effect. Remove it, or use an issuer with such a solver.',
    ],
    [
      stream(relying('"true"'), issuer()),
      'acme.cert-manager.io/http01-parentreffallback is for HTTP-01 solvers with an HTTPRoute, and the ClusterIssuer letsencrypt uses none for these hosts, so it has no effect. Remove it, or use an issuer with such a solver.',
    ],
  ],
})
