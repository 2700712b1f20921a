import { acmeWildcardHttp01 } from '../../src/checks/acme-wildcard-http01.ts'
import { ingress, issuer, ruleCases, stream } from './rule-cases.ts'

const wildcard = ingress({
  labels: 'team: shop',
  tls: '[{hosts: [example.com, "*.example.com"], secretName: web-tls}]',
})
const found = ['Ingress/web spec.tls[0].hosts[1]: *.example.com']
const solvers = (dns: string) =>
  issuer({ solvers: `[{http01: {ingress: {}}}, {dns01: {cloudflare: {}}, selector: ${dns}}]` })

ruleCases(acmeWildcardHttp01, {
  hits: [
    ['a wildcard where all solvers are HTTP-01', stream(wildcard, issuer()), found],
    ['a DNS-01 solver for another zone', stream(wildcard, solvers('{dnsZones: [example.org]}')), found],
    [
      'a DNS-01 solver for a zone that only ends alike',
      stream(wildcard, solvers('{dnsZones: [ample.com]}')),
      found,
    ],
    ['a DNS-01 solver for other names', stream(wildcard, solvers('{dnsNames: [example.com]}')), found],
    ['a DNS-01 solver for other labels', stream(wildcard, solvers('{matchLabels: {team: other}}')), found],
    [
      'a wildcard in alt-names',
      stream(
        ingress({
          annotations:
            'cert-manager.io/cluster-issuer: letsencrypt, cert-manager.io/alt-names: "*.example.com"',
        }),
        issuer(),
      ),
      ['Ingress/web metadata.annotations[cert-manager.io/alt-names]: *.example.com'],
    ],
  ],
  misses: [
    ['a DNS-01 solver for everything', stream(wildcard, solvers('{}'))],
    ['a DNS-01 solver for the zone', stream(wildcard, solvers('{dnsZones: [Example.com.]}'))],
    ['a DNS-01 solver for the name', stream(wildcard, solvers('{dnsNames: ["*.example.com"]}'))],
    ['a DNS-01 solver for the labels', stream(wildcard, solvers('{matchLabels: {team: shop}}'))],
    ['no wildcard', stream(ingress(), issuer())],
    [
      'an account at a CA that may have validated the domain beforehand',
      stream(wildcard, issuer({ acme: 'externalAccountBinding: {keyID: a}' })),
    ],
    ['an issuer that isn’t in the list', wildcard],
  ],
  reads: [
    stream(wildcard, issuer()),
    'A certificate for *.example.com can only be issued by DNS-01, and all solvers of the ClusterIssuer letsencrypt that match it are HTTP-01. Add a DNS-01 solver to the issuer, or name each host instead of the wildcard.',
  ],
})
