import { acmeHttp01Conflict } from '../../src/checks/acme-http01-conflict.ts'
import { ingress, issuer, ruleCases, stream } from './rule-cases.ts'

const domain = 'acme.cert-manager.io'
const annotated = (...annotations: readonly string[]) =>
  ingress({ annotations: ['cert-manager.io/cluster-issuer: letsencrypt', ...annotations].join(', ') })
const inPlace = `${domain}/http01-edit-in-place: "true"`
const byClass = `${domain}/http01-ingress-class: nginx`
const byName = `${domain}/http01-ingress-ingressclassname: nginx`

ruleCases(acmeHttp01Conflict, {
  hits: [
    [
      'an edit in place beside a class',
      stream(annotated(inPlace, byClass), issuer()),
      [`Ingress/web metadata.annotations[${domain}/http01-ingress-class]: nginx`],
    ],
    [
      'all three, each beside the first',
      stream(annotated(inPlace, byClass, byName), issuer()),
      [
        `Ingress/web metadata.annotations[${domain}/http01-ingress-class]: nginx`,
        `Ingress/web metadata.annotations[${domain}/http01-ingress-ingressclassname]: nginx`,
      ],
    ],
    [
      'the same for an IP address alone',
      stream(annotated(inPlace, byClass).replace('hosts: [example.com]', 'hosts: [203.0.113.7]'), issuer()),
      [`Ingress/web metadata.annotations[${domain}/http01-ingress-class]: nginx`],
    ],
    [
      'a host that is proved by HTTP-01 beside one that is not',
      stream(
        annotated(inPlace, byClass).replace('hosts: [', 'hosts: [example.org, '),
        issuer({
          solvers: '[{http01: {ingress: {}}}, {dns01: {route53: {}}, selector: {dnsZones: [example.org]}}]',
        }),
      ),
      [`Ingress/web metadata.annotations[${domain}/http01-ingress-class]: nginx`],
    ],
  ],
  misses: [
    ['one of them', stream(annotated(inPlace), issuer())],
    [
      'an edit in place that is off',
      stream(annotated(`${domain}/http01-edit-in-place: "false"`, byClass), issuer()),
    ],
    ['a class that is empty', stream(annotated(inPlace, `${domain}/http01-ingress-class: ""`), issuer())],
    [
      'DNS-01, which looks at none of them',
      stream(annotated(inPlace, byClass), issuer({ solvers: '[{dns01: {route53: {}}}]' })),
    ],
    ['an issuer that isn’t in the list', annotated(inPlace, byClass)],
  ],
  reads: [
    stream(annotated(byClass, byName), issuer()),
    'acme.cert-manager.io/http01-ingress-ingressclassname cannot be combined with acme.cert-manager.io/http01-ingress-class: cert-manager then solves no challenge of the ClusterIssuer letsencrypt, and no certificate is issued. Keep one of the two.',
  ],
})
