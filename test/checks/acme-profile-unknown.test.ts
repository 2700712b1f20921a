import { acmeProfileUnknown } from '../../src/checks/acme-profile-unknown.ts'
import { ingress, issuer, ruleCases, stream } from './rule-cases.ts'

const profile = (name: string, more: Record<string, string> = {}) =>
  issuer({ acme: `profile: ${name}`, ...more })
const server = 'https://acme-staging-v02.api.letsencrypt.org/directory'
const found = (value: string) => [`ClusterIssuer/letsencrypt spec.acme.profile: ${value}`]
const on = (today: string) => ({ today })

ruleCases(acmeProfileUnknown, {
  hits: [
    ['a profile that there never was', stream(profile('fast')), found('fast'), on('2026-11-24')],
    [
      'a slip, with what was meant',
      stream(profile('shortlive')),
      found('shortlive -> shortlived'),
      on('2026-11-24'),
    ],
    ['another case', stream(profile('Classic')), found('Classic -> classic'), on('2026-11-24')],
    ['tlsclient, since the day it ended', stream(profile('tlsclient')), found('tlsclient'), on('2026-07-08')],
    ['staging', stream(profile('fast', { server })), found('fast'), on('2026-11-24')],
    [
      'an Issuer',
      stream(profile('fast', { kind: 'Issuer', namespace: 'prod' })),
      ['Issuer/letsencrypt spec.acme.profile: fast'],
      on('2026-11-24'),
    ],
    ['also where the day is not known', stream(profile('fast')), found('fast')],
  ],
  misses: [
    ['classic', stream(profile('classic')), on('2026-11-24')],
    ['tlsserver', stream(profile('tlsserver')), on('2026-11-24')],
    ['tlsserver before its shorter lifetime', stream(profile('tlsserver')), on('2026-05-12')],
    ['shortlived', stream(profile('shortlived')), on('2026-11-24')],
    ['tlsclient the day before it ended', stream(profile('tlsclient')), on('2026-07-07')],
    ['no profile', stream(issuer()), on('2026-11-24')],
    ['an empty profile', stream(profile('""')), on('2026-11-24')],
    ['a profile that is filled in later', stream(profile('"${PROFILE}"')), on('2026-11-24')],
    ['another ACME CA', stream(profile('fast', { server: 'https://ca.corp.io/acme' })), on('2026-11-24')],
    ['no issuer', stream(ingress()), on('2026-11-24')],
  ],
  reads: [
    stream(profile('tlsclient')),
    "Let's Encrypt has no profile tlsclient since 2026-07-08, so it refuses every order of the ClusterIssuer letsencrypt. Use one of classic, tlsserver, shortlived, or remove the profile.",
    on('2026-11-24'),
  ],
})
