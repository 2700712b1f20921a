import { acmeDurationRefused } from '../../src/checks/acme-duration-refused.ts'
import { ingress, issuer, ruleCases, stream } from './rule-cases.ts'

const lasting = ingress({
  annotations: 'cert-manager.io/cluster-issuer: letsencrypt, cert-manager.io/duration: 2160h',
})
const telling = 'enableDurationFeature: true'

ruleCases(acmeDurationRefused, {
  hits: [
    [
      'a duration that Let’s Encrypt is told',
      stream(lasting, issuer({ acme: telling })),
      ['Ingress/web metadata.annotations[cert-manager.io/duration]: 2160h'],
    ],
    [
      'the same in staging',
      stream(
        lasting,
        issuer({ acme: telling, server: 'https://acme-staging-v02.api.letsencrypt.org/directory' }),
      ),
      ['Ingress/web metadata.annotations[cert-manager.io/duration]: 2160h'],
    ],
  ],
  misses: [
    ['another CA', stream(lasting, issuer({ acme: telling, server: 'https://acme.example.com/directory' }))],
    ['an issuer that tells no duration', stream(lasting, issuer())],
    ['no duration', stream(ingress(), issuer({ acme: telling }))],
  ],
  reads: [
    stream(lasting, issuer({ acme: telling })),
    "The ClusterIssuer letsencrypt has enableDurationFeature, and Let's Encrypt refuses orders that ask for a duration. Remove cert-manager.io/duration, or enableDurationFeature from the issuer.",
  ],
})
