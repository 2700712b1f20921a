import { at } from '../../manifest/manifest.ts'
import { isFilledInLater } from '../../shim/filled-in-later.ts'
import type { Issuer } from './issuers.ts'

/**
 * Whether an ACME issuer is one of Let's Encrypt, production or staging: both directories are in cert-manager's docs,
 * content/docs/configuration/acme.
 */
export function isLetsEncrypt({ config }: Issuer): boolean {
  const server = at(config, 'server')
  return (
    typeof server === 'string' && /^https:\/\/acme(?:-staging)?-v02\.api\.letsencrypt\.org\//.test(server)
  )
}

/** Whether an ACME issuer asks for a certificate profile, or may do so when a placeholder is filled in. */
export function mayHaveProfile(profile: string, issuer: Issuer): boolean {
  const named = at(issuer.config, 'profile')
  return named === profile || (typeof named === 'string' && isFilledInLater(named, issuer))
}

/**
 * Whether the account is bound to another one at the CA, where domains may be validated beforehand: cert-manager solves
 * no challenge for an authorization that is valid already (`buildPartialRequiredChallenges` in its
 * pkg/controller/acmeorders/util.go).
 */
export function mayBeValidatedBeforehand({ config }: Issuer): boolean {
  return (at(config, 'externalAccountBinding') ?? null) !== null
}
