import { acmeSolverMissing } from '../../src/checks/acme-solver-missing.ts'
import { ingress, issuer, ruleCases, stream } from './rule-cases.ts'

const selecting = (selector: string) =>
  issuer({ solvers: `[{http01: {ingress: {}}, selector: ${selector}}]` })
const found = ['Ingress/web spec.tls[0].hosts[0]: example.com']

ruleCases(acmeSolverMissing, {
  hits: [
    ['a host in no zone of a solver', stream(ingress(), selecting('{dnsZones: [example.org]}')), found],
    ['a host that no solver names', stream(ingress(), selecting('{dnsNames: [www.example.com]}')), found],
    ['labels that the source hasn’t', stream(ingress(), selecting('{matchLabels: {team: shop}}')), found],
    ['an issuer without solvers', stream(ingress(), issuer({ solvers: '[]' })), found],
  ],
  misses: [
    ['a solver for everything', stream(ingress(), issuer())],
    ['a solver for the zone', stream(ingress(), selecting('{dnsZones: [example.org, example.com]}'))],
    [
      'a solver for labels that the source has, and gives to its Certificates',
      stream(ingress({ labels: 'team: shop' }), selecting('{matchLabels: {team: shop}}')),
    ],
    [
      'an account at a CA that may have validated the domain beforehand',
      stream(ingress(), issuer({ solvers: '[]', acme: 'externalAccountBinding: {keyID: a}' })),
    ],
  ],
  reads: [
    stream(ingress(), selecting('{dnsZones: [example.org]}')),
    'No solver of the ClusterIssuer letsencrypt matches example.com, by its dnsNames, dnsZones or matchLabels, so the order for it stays pending forever. Add a solver for this host, or use another issuer.',
  ],
})
