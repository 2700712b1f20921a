import { fieldOfSecret } from '../shim/sources/source.ts'
import type { Check } from './check.ts'
import { isLetsEncrypt, profileOf } from './facts/acme/acme.ts'
import { hostsOf, nameOfIssuer, type Request, requestsTo, wholeCertificate } from './facts/requests.ts'

/** More names than Let's Encrypt takes in one order, which depends on the profile: letsencrypt.org/docs/profiles. */
export const acmeTooManyNames: Check = {
  rule: {
    id: 'acme-too-many-names',
    severity: 'error',
    summary: "A certificate has more names than Let's Encrypt takes.",
  },
  *find(list) {
    for (const request of requestsTo('acme', list)) {
      const { source, secret, shared } = request
      if (!isLetsEncrypt(request.issuer) || (shared !== undefined && shared.secret !== secret)) continue
      const [names, limit] = [countNames(request), limitOf(request)]
      if (names <= limit) continue
      yield {
        rule: this.rule,
        message: `The certificate in ${secret.name} would have ${names} names, and Let's Encrypt, which the ${nameOfIssuer(request)} uses, refuses an order with more than ${limit}${inProfile(request)}. Spread the hosts over several Secrets, or use a wildcard.`,
        position: source.position,
        field: fieldOfSecret(secret),
      }
    }
  },
}

const smallProfiles = ['tlsserver', 'shortlived']

function limitOf({ issuer }: Request): number {
  return smallProfiles.includes(profileOf(issuer)) ? 25 : 100
}

function inProfile({ issuer }: Request): string {
  const profile = profileOf(issuer)
  return smallProfiles.includes(profile) ? ` in its profile ${profile}` : ''
}

function countNames(request: Request): number {
  return new Set(hostsOf(wholeCertificate(request)).map((name) => name.toLowerCase())).size
}
