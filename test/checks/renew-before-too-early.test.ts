import { renewBeforeTooEarly } from '../../src/checks/renew-before-too-early.ts'
import { ingress, issuer, ruleCases, stream, virtualServer } from './rule-cases.ts'

const renewing = (renewBefore: string, more = '') =>
  ingress({
    annotations: `cert-manager.io/cluster-issuer: letsencrypt, cert-manager.io/renew-before: ${renewBefore}${more}`,
  })
const profile = (name: string) => issuer({ acme: `profile: ${name}` })
const staging = issuer({ server: 'https://acme-staging-v02.api.letsencrypt.org/directory' })
const long = ', cert-manager.io/duration: 8760h'
const found = (value: string) => [`Ingress/web metadata.annotations[cert-manager.io/renew-before]: ${value}`]
const on = (today: string) => ({ today })

ruleCases(renewBeforeTooEarly, {
  hits: [
    [
      '1440h of 90 days, long before 64 are announced for the next date',
      stream(renewing('1440h'), issuer()),
      found('1440h'),
      on('2026-11-24'),
    ],
    ['1440h the day before 64 days', stream(renewing('1440h'), issuer()), found('1440h'), on('2027-02-09')],
    ['1440h of 64 days', stream(renewing('1440h'), issuer()), found('1440h'), on('2027-02-10')],
    [
      'a timestamp counts by its day: 1025h of 64 days',
      stream(renewing('1025h'), issuer()),
      found('1025h'),
      on('2027-02-10T00:00:00Z'),
    ],
    [
      '1025h, an hour more than two thirds of 64 days',
      stream(renewing('1025h'), issuer()),
      found('1025h'),
      on('2027-02-10'),
    ],
    [
      '1440h and a nanosecond, which is more than two thirds of 90 days',
      stream(renewing('1440h0m0.000000001s'), issuer()),
      found('1440h0m0.000000001s'),
      on('2026-11-24'),
    ],
    [
      '721h of 64 days, when 45 are announced next',
      stream(renewing('721h'), issuer()),
      found('721h'),
      on('2027-02-10'),
    ],
    ['721h of 45 days', stream(renewing('721h'), issuer()), found('721h'), on('2028-02-16')],
    ['1079h of 45 days', stream(renewing('1079h'), issuer()), found('1079h'), on('2028-02-16')],
    [
      'the profile classic by its name',
      stream(renewing('1440h'), profile('classic')),
      found('1440h'),
      on('2026-11-24'),
    ],
    [
      'tlsserver: 721h of 45 days',
      stream(renewing('721h'), profile('tlsserver')),
      found('721h'),
      on('2026-05-13'),
    ],
    [
      'tlsserver: 721h of 90 days, the day before 45',
      stream(renewing('721h'), profile('tlsserver')),
      found('721h'),
      on('2026-05-12'),
    ],
    [
      'shortlived: 107h of 160',
      stream(renewing('107h'), profile('shortlived')),
      found('107h'),
      on('2026-11-24'),
    ],
    [
      'tlsclient: 1441h of 90 days, while it was there',
      stream(renewing('1441h'), profile('tlsclient')),
      found('1441h'),
      on('2026-07-07'),
    ],
    ['staging', stream(renewing('1440h'), staging), found('1440h'), on('2026-11-24')],
    [
      'a source with a duration, which the CA is never told',
      stream(renewing('1440h', long), issuer()),
      found('1440h'),
      on('2026-11-24'),
    ],
  ],
  misses: [
    ['1024h, two thirds of 64 days', stream(renewing('1024h'), issuer()), on('2027-02-09')],
    ['720h, two thirds of 45 days', stream(renewing('720h'), issuer()), on('2028-02-16')],
    [
      '1024h, too early for 45 days alone, which are not next',
      stream(renewing('1024h'), issuer()),
      on('2026-11-24'),
    ],
    ['as long as the lifetime, which is ignored', stream(renewing('1536h'), issuer()), on('2027-02-10')],
    ['longer than the lifetime', stream(renewing('1440h'), issuer()), on('2028-02-16')],
    [
      'tlsserver: 1440h, two thirds of 90 days, which is ignored from the next date on',
      stream(renewing('1440h'), profile('tlsserver')),
      on('2026-05-12'),
    ],
    ['tlsserver: 720h', stream(renewing('720h'), profile('tlsserver')), on('2026-05-13')],
    ['shortlived: 106h', stream(renewing('106h'), profile('shortlived')), on('2026-11-24')],
    ['tlsclient, which is gone', stream(renewing('1441h'), profile('tlsclient')), on('2026-07-08')],
    ['a profile that nobody knows', stream(renewing('1440h'), profile('fast')), on('2026-11-24')],
    ['a profile that is filled in later', stream(renewing('1440h'), profile('"${P}"')), on('2026-11-24')],
    [
      'renew-before-percentage, which follows the lifetime',
      stream(
        ingress({
          annotations:
            'cert-manager.io/cluster-issuer: letsencrypt, cert-manager.io/renew-before-percentage: "90"',
        }),
        issuer(),
      ),
      on('2027-02-10'),
    ],
    ['no renew-before', stream(ingress(), issuer()), on('2027-02-10')],
    [
      'another ACME CA',
      stream(renewing('1440h'), issuer({ server: 'https://acme.zerossl.com/v2/DV90' })),
      on('2027-02-10'),
    ],
    [
      'an issuer of another type',
      stream(renewing('1440h'), issuer({ spec: 'ca: {secretName: ca}' })),
      on('2027-02-10'),
    ],
    ['an issuer that is not in the set', stream(renewing('1440h')), on('2027-02-10')],
    ['a day that is not known', stream(renewing('1440h'), issuer())],
  ],
  reads: [
    stream(renewing('1440h'), issuer()),
    `Let's Encrypt's certificates of the profile classic are valid for 64 days from 2027-02-10 on, and with this cert-manager.io/renew-before each is renewed 4 days after it is issued, for as long as it stays, which uses up rate limits. Remove it, and cert-manager renews when a third of the lifetime is left; or say how much is to be left with cert-manager.io/renew-before-percentage: "33", which follows the lifetime.`,
    on('2026-11-24'),
  ],
  alsoReads: [
    [
      stream(renewing('107h'), profile('shortlived')),
      `Let's Encrypt's certificates of the profile shortlived are valid for 160 hours, and with this cert-manager.io/renew-before each is renewed 53 hours after it is issued, for as long as it stays, which uses up rate limits. Remove it, and cert-manager renews when a third of the lifetime is left; or say how much is to be left with cert-manager.io/renew-before-percentage: "33", which follows the lifetime.`,
      on('2026-11-24'),
    ],
    [
      stream(renewing('1079h'), issuer()),
      `Let's Encrypt's certificates of the profile classic are valid for 45 days since 2028-02-16, and with this cert-manager.io/renew-before each is renewed one hour after it is issued, for as long as it stays, which uses up rate limits. Remove it, and cert-manager renews when a third of the lifetime is left; or say how much is to be left with cert-manager.io/renew-before-percentage: "33", which follows the lifetime.`,
      on('2028-02-16'),
    ],
    [
      stream(renewing('1056h'), issuer()),
      `Let's Encrypt's certificates of the profile classic are valid for 45 days since 2028-02-16, and with this cert-manager.io/renew-before each is renewed one day after it is issued, for as long as it stays, which uses up rate limits. Remove it, and cert-manager renews when a third of the lifetime is left; or say how much is to be left with cert-manager.io/renew-before-percentage: "33", which follows the lifetime.`,
      on('2028-02-16'),
    ],
    [
      stream(renewing('1079h30m'), issuer()),
      `Let's Encrypt's certificates of the profile classic are valid for 45 days since 2028-02-16, and with this cert-manager.io/renew-before each is renewed less than an hour after it is issued, for as long as it stays, which uses up rate limits. Remove it, and cert-manager renews when a third of the lifetime is left; or say how much is to be left with cert-manager.io/renew-before-percentage: "33", which follows the lifetime.`,
      on('2028-02-16'),
    ],
    [
      stream(virtualServer({ settings: 'cluster-issuer: letsencrypt, renew-before: 1079h' }), issuer()),
      `Let's Encrypt's certificates of the profile classic are valid for 45 days since 2028-02-16, and with this spec.tls.cert-manager.renew-before each is renewed one hour after it is issued, for as long as it stays, which uses up rate limits. Remove it, and cert-manager renews when a third of the lifetime is left.`,
      on('2028-02-16'),
    ],
  ],
})
