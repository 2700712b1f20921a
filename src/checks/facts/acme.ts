import { at } from '../../manifest/manifest.ts'
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
