import { at } from '../../../manifest/manifest.ts'
import { isFilledInLater } from '../../../shim/values/filled-in-later.ts'
import type { Issuer } from '../issuers/issuers.ts'

/**
 * Whether an ACME issuer is one of Let's Encrypt, production or staging: both directories are in cert-manager's docs,
 * content/docs/configuration/acme.
 */
export function isLetsEncrypt(issuer: Issuer): boolean {
  return isLetsEncryptProduction(issuer) || isLetsEncryptStaging(issuer)
}

/** The server whose certificates browsers trust, and whose rate limits are low. */
export function isLetsEncryptProduction(issuer: Issuer): boolean {
  return isServerOf(issuer, ['acme-v02.api.letsencrypt.org'])
}

export function isLetsEncryptStaging(issuer: Issuer): boolean {
  return isServerOf(issuer, ['acme-staging-v02.api.letsencrypt.org'])
}

/**
 * Whether an ACME issuer is one of a CA that browsers trust, which the Baseline Requirements bind (4.2.2: no internal
 * names): Let's Encrypt, ZeroSSL, and Google Trust Services with its test server.
 */
export function isPublicCa(issuer: Issuer): boolean {
  return (
    isLetsEncrypt(issuer) ||
    isServerOf(issuer, ['acme.zerossl.com', 'dv.acme-v02.api.pki.goog', 'dv.acme-v02.test-api.pki.goog'])
  )
}

/** Whether an ACME issuer asks for a certificate profile, or may do so when a placeholder is filled in. */
export function mayHaveProfile(profile: string, issuer: Issuer): boolean {
  const named = at(issuer.config, 'profile')
  return named === profile || (typeof named === 'string' && isFilledInLater(named, issuer))
}

function isServerOf({ config }: Issuer, hosts: readonly string[]): boolean {
  const server = at(config, 'server')
  return typeof server === 'string' && hosts.some((host) => server.startsWith(`https://${host}/`))
}

/** The certificate profile that an ACME issuer asks for; `''` for the server's default. */
export function profileOf({ config }: Issuer): string {
  const profile = at(config, 'profile')
  return typeof profile === 'string' ? profile : ''
}

/**
 * Whether the account is bound to another one at the CA, where domains may be validated beforehand: cert-manager solves
 * no challenge for an authorization that is valid already (`buildPartialRequiredChallenges` in its
 * pkg/controller/acmeorders/util.go).
 */
export function mayBeValidatedBeforehand({ config }: Issuer): boolean {
  return (at(config, 'externalAccountBinding') ?? null) !== null
}
