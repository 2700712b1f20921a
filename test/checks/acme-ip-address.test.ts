import { acmeIpAddress } from '../../src/checks/acme-ip-address.ts'
import { ingress, issuer, ruleCases, stream } from './rule-cases.ts'

const host = ingress({ tls: '[{hosts: [example.com, 203.0.113.7], secretName: web-tls}]' })
const annotated = ingress({
  annotations: 'cert-manager.io/cluster-issuer: letsencrypt, cert-manager.io/ip-sans: "203.0.113.7"',
})
const ofOwn = (solvers: string) => issuer({ server: 'https://acme.example.com/directory', solvers })

ruleCases(acmeIpAddress, {
  hits: [
    [
      'a host, where Let’s Encrypt is asked for its default profile',
      stream(host, issuer()),
      ['Ingress/web spec.tls[0].hosts[1]: 203.0.113.7'],
    ],
    [
      'an annotation, where Let’s Encrypt is asked for another profile',
      stream(annotated, issuer({ acme: 'profile: tlsserver' })),
      ['Ingress/web metadata.annotations[cert-manager.io/ip-sans]: 203.0.113.7'],
    ],
    [
      'an address that only DNS-01 could prove',
      stream(host, ofOwn('[{dns01: {cloudflare: {}}}]')),
      ['Ingress/web spec.tls[0].hosts[1]: 203.0.113.7'],
    ],
    [
      'an address that only an HTTPRoute could prove, also for Let’s Encrypt',
      stream(host, issuer({ acme: 'profile: shortlived', solvers: '[{http01: {gatewayHTTPRoute: {}}}]' })),
      ['Ingress/web spec.tls[0].hosts[1]: 203.0.113.7'],
    ],
  ],
  misses: [
    ['the profile that has addresses', stream(host, issuer({ acme: 'profile: shortlived' }))],
    ['another CA, with HTTP-01', stream(host, ofOwn('[{http01: {ingress: {}}}]'))],
    ['DNS names', stream(ingress(), issuer())],
    ['a CA of one’s own', stream(host, issuer({ spec: 'ca: {secretName: ca}' }))],
  ],
  reads: [
    stream(host, issuer()),
    "The ClusterIssuer letsencrypt can't get a certificate for 203.0.113.7: Let's Encrypt only certifies IP addresses in its profile shortlived. Use an issuer with that profile, or remove the address.",
  ],
  alsoReads: [
    [
      stream(host, ofOwn('[{dns01: {route53: {}}}]')),
      "The ClusterIssuer letsencrypt can't get a certificate for 203.0.113.7: an address can only be validated by HTTP-01 with an Ingress, and none of its solvers for this address does that. Add such a solver, or remove the address.",
    ],
  ],
})
