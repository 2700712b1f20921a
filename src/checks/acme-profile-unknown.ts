import { nearest } from '../manifest/nearest.ts'
import { isFilledInLater } from '../shim/values/filled-in-later.ts'
import type { Check } from './check.ts'
import { isLetsEncrypt, profileOf } from './facts/acme/acme.ts'
import { profilesOn, termOn } from './facts/acme/lets-encrypt-profiles.ts'
import { issuersOf } from './facts/issuers/issuers.ts'

/** A profile that the CA doesn't have: it refuses the order (draft-ietf-acme-profiles, `invalidProfile`). */
export const acmeProfileUnknown: Check = {
  rule: {
    id: 'acme-profile-unknown',
    severity: 'error',
    summary: "An issuer asks Let's Encrypt for a certificate profile that it does not have.",
  },
  *find(list) {
    const { today } = list.options
    const known = profilesOn(today)
    for (const issuer of issuersOf(list).all) {
      const profile = profileOf(issuer)
      if (profile === '' || known.includes(profile) || isFilledInLater(profile, issuer)) continue
      if (issuer.type !== 'acme' || !isLetsEncrypt(issuer)) continue
      const gone = termOn(today, profile)?.from
      const proposedValue = nearest(profile, known)
      yield {
        rule: this.rule,
        message: `Let's Encrypt has no profile ${profile}${gone === undefined ? '' : ` since ${gone}`}, so it refuses every order of the ${issuer.kind} ${issuer.name}. Use one of ${known.join(', ')}, or remove the profile.`,
        position: issuer.position,
        field: {
          path: 'spec.acme.profile',
          currentValue: profile,
          ...(proposedValue !== undefined && { proposedValue }),
        },
      }
    }
  },
}
