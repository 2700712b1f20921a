import { renewBeforeIgnored } from '../../src/checks/renew-before-ignored.ts'
import { ingress, issuer, ruleCases, stream } from './rule-cases.ts'

const renewing = (renewBefore: string, duration = '8760h') =>
  ingress({
    annotations: `cert-manager.io/cluster-issuer: letsencrypt, cert-manager.io/renew-before: ${renewBefore}, cert-manager.io/duration: ${duration}`,
  })
const profile = (name: string) => issuer({ acme: `profile: ${name}` })
const staging = issuer({ server: 'https://acme-staging-v02.api.letsencrypt.org/directory' })
const found = (value: string) => [`Ingress/web metadata.annotations[cert-manager.io/renew-before]: ${value}`]
const on = (today: string) => ({ today })

ruleCases(renewBeforeIgnored, {
  hits: [
    ['2160h of 90 days', stream(renewing('2160h'), issuer()), found('2160h'), on('2026-11-24')],
    ['1536h of 64 days', stream(renewing('1536h'), issuer()), found('1536h'), on('2027-02-10')],
    ['1080h of 45 days', stream(renewing('1080h'), issuer()), found('1080h'), on('2028-02-16')],
    [
      'tlsserver: 1440h of 45 days',
      stream(renewing('1440h'), profile('tlsserver')),
      found('1440h'),
      on('2026-05-13'),
    ],
    [
      'shortlived: 160h of 160',
      stream(renewing('160h'), profile('shortlived')),
      found('160h'),
      on('2026-11-24'),
    ],
    ['shortlived: 1440h', stream(renewing('1440h'), profile('shortlived')), found('1440h'), on('2026-11-24')],
    ['staging', stream(renewing('1536h'), staging), found('1536h'), on('2027-02-10')],
  ],
  misses: [
    ['an hour less than 90 days', stream(renewing('2159h'), issuer()), on('2026-11-24')],
    ['1536h the day before 64 days', stream(renewing('1536h'), issuer()), on('2027-02-09')],
    ['1535h of 64 days', stream(renewing('1535h'), issuer()), on('2027-02-10')],
    ['1080h the day before 45 days', stream(renewing('1080h'), issuer()), on('2028-02-15')],
    [
      'tlsserver: 1440h the day before 45 days',
      stream(renewing('1440h'), profile('tlsserver')),
      on('2026-05-12'),
    ],
    ['shortlived: 159h', stream(renewing('159h'), profile('shortlived')), on('2026-11-24')],
    ['tlsclient, which is gone', stream(renewing('2160h'), profile('tlsclient')), on('2026-07-08')],
    [
      'another ACME CA',
      stream(renewing('2160h'), issuer({ server: 'https://acme.zerossl.com/v2/DV90' })),
      on('2027-02-10'),
    ],
    ['an issuer that is not in the set', stream(renewing('2160h')), on('2027-02-10')],
    ['a day that is not known', stream(renewing('2160h'), issuer())],
  ],
  reads: [
    stream(renewing('1440h'), profile('tlsserver')),
    `Let's Encrypt's certificates of the profile tlsserver are valid for 45 days since 2026-05-13, so cert-manager ignores cert-manager.io/renew-before, which is not shorter. Remove it, and cert-manager renews when a third of the lifetime is left; or say how much is to be left with cert-manager.io/renew-before-percentage: "33", which follows the lifetime.`,
    on('2026-11-24'),
  ],
})
