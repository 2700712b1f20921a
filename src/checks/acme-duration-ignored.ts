import { at } from '../manifest/manifest.ts'
import { annotation } from '../shim/annotations.ts'
import { settingName } from '../shim/sources/own-settings.ts'
import type { Check } from './check.ts'
import { isLetsEncrypt, mayHaveProfile } from './facts/acme/acme.ts'
import { annotationField, firstRequestsTo, nameOfIssuer, type Request } from './facts/requests.ts'

const hour = 3_600_000_000_000n

/**
 * A duration that the CA is never told: `buildOrder` in cert-manager's pkg/controller/certificaterequests/acme leaves it
 * out unless `enableDurationFeature` is set.
 */
export const acmeDurationIgnored: Check = {
  rule: {
    id: 'acme-duration-ignored',
    severity: 'warning',
    summary: 'cert-manager does not tell the ACME CA the duration, which then chooses its own.',
  },
  *find(list) {
    for (const request of firstRequestsTo('acme', list)) {
      const { source } = request
      const { duration } = source.fields.lifetime
      if (duration === undefined || mayBeTold(request) || isAnyway(duration, request)) continue
      yield {
        rule: this.rule,
        message: `The ${nameOfIssuer(request)} ignores ${settingName(source.sourceKind, annotation.duration)}: an ACME CA decides itself how long a certificate is valid, and is only told the duration where enableDurationFeature is set. Remove it.`,
        position: source.position,
        field: annotationField(source, annotation.duration),
      }
    }
  },
}

/** A text in its place can only be a placeholder. */
function mayBeTold({ issuer }: Request): boolean {
  const enabled = at(issuer.config, 'enableDurationFeature')
  return enabled === true || typeof enabled === 'string'
}

/**
 * Whether the certificate lives that long all the same: 90 days are cert-manager's default (`DefaultCertificateDuration`),
 * and a source of Let's Encrypt's six-day profile may say so here too, for the sake of `renew-before`.
 */
function isAnyway(duration: bigint, { issuer }: Request): boolean {
  if (duration === 2160n * hour) return true
  return isLetsEncrypt(issuer) && mayHaveProfile('shortlived', issuer) && duration <= 168n * hour
}
