import { issuerElsewhere } from '../../src/checks/issuer-elsewhere.ts'
import { ingress, issuer, ruleCases, stream } from './rule-cases.ts'

const asking = (namespace: string) => ingress({ annotations: 'cert-manager.io/issuer: ca', namespace })
const issuerIn = (namespace: string) =>
  issuer({ kind: 'Issuer', name: 'ca', namespace, spec: 'selfSigned: {}' })

ruleCases(issuerElsewhere, {
  hits: [
    [
      'an Issuer that only another namespace has',
      stream(asking('prod'), issuerIn('cert-manager')),
      ['Ingress/web metadata.annotations[cert-manager.io/issuer]: ca'],
    ],
  ],
  misses: [
    [
      'an Issuer that the namespace has as well',
      stream(asking('prod'), issuerIn('cert-manager'), issuerIn('prod')),
    ],
    ['an Issuer without a namespace', stream(asking('prod'), issuerIn(''))],
    [
      'a source without a namespace, which may end up beside it',
      stream(asking(''), issuerIn('cert-manager')),
    ],
    [
      'a ClusterIssuer, whose namespace says nothing',
      stream(ingress(), issuer({ namespace: 'cert-manager' })),
    ],
  ],
  reads: [
    stream(asking('prod'), issuerIn('cert-manager')),
    "The Issuer ca is in the namespace cert-manager, and an Issuer serves its own namespace only, so it can't issue for prod. Create one in prod, or make it a ClusterIssuer and name it with cert-manager.io/cluster-issuer.",
  ],
})
