import { acmeDurationIgnored } from '../../src/checks/acme-duration-ignored.ts'
import { ingress, issuer, ruleCases, stream } from './rule-cases.ts'

const lasting = (duration: string) =>
  ingress({
    annotations: `cert-manager.io/cluster-issuer: letsencrypt, cert-manager.io/duration: ${duration}`,
  })
const found = (duration: string) => [
  `Ingress/web metadata.annotations[cert-manager.io/duration]: ${duration}`,
]

ruleCases(acmeDurationIgnored, {
  hits: [
    ['a year at Let’s Encrypt', stream(lasting('8760h'), issuer()), found('8760h')],
    [
      'a day at another CA',
      stream(lasting('24h'), issuer({ server: 'https://acme.example.com/directory' })),
      found('24h'),
    ],
    [
      'six days beside the profile for them, at another CA',
      stream(
        lasting('160h'),
        issuer({ server: 'https://acme.example.com/directory', acme: 'profile: shortlived' }),
      ),
      found('160h'),
    ],
    [
      'a year where six days are asked for by the profile',
      stream(lasting('8760h'), issuer({ acme: 'profile: shortlived' })),
      found('8760h'),
    ],
  ],
  misses: [
    ['90 days, which is the default anyway', stream(lasting('2160h0m'), issuer())],
    [
      'seven days beside the profile for six',
      stream(lasting('168h'), issuer({ acme: 'profile: shortlived' })),
    ],
    [
      'an issuer that tells its CA the duration',
      stream(lasting('24h'), issuer({ acme: 'enableDurationFeature: true' })),
    ],
    [
      'an issuer that may tell its CA the duration, as is filled in later',
      stream(lasting('24h'), issuer({ acme: 'enableDurationFeature: "${ENABLED}"' })),
    ],
    ['a CA of one’s own', stream(lasting('8760h'), issuer({ spec: 'ca: {secretName: ca}' }))],
    ['no duration', stream(ingress(), issuer())],
  ],
  reads: [
    stream(lasting('8760h'), issuer()),
    'The ClusterIssuer letsencrypt ignores cert-manager.io/duration: an ACME CA decides itself how long a certificate is valid, and is only told the duration where enableDurationFeature is set. Remove it.',
  ],
})
