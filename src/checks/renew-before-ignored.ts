import { annotation } from '../shim/annotations.ts'
import { settingName } from '../shim/sources/own-settings.ts'
import type { Check } from './check.ts'
import { adviceFor, lifetimeInWords, renewBeforesOf } from './facts/acme/renew-before.ts'
import { annotationField } from './facts/requests.ts'

/**
 * A `renewBefore` that is as long as the certificate is valid: `desiredRenewalTime` in cert-manager's
 * pkg/util/pki/renewaltime.go then renews in the last third. Admission compares it with the duration that the Certificate has,
 * which an ACME CA is never told.
 */
export const renewBeforeIgnored: Check = {
  rule: {
    id: 'renew-before-ignored',
    severity: 'warning',
    summary: "The renewal time is as long as a certificate of Let's Encrypt is valid, so it is ignored.",
  },
  *find(list) {
    for (const { request, renewBefore, now } of renewBeforesOf(list)) {
      if (renewBefore < now.length) continue
      const { source } = request
      yield {
        rule: this.rule,
        message: `${lifetimeInWords(now)}, so cert-manager ignores ${settingName(source.sourceKind, annotation.renewBefore)}, which is not shorter. ${adviceFor(request)}`,
        position: source.position,
        field: annotationField(source, annotation.renewBefore),
      }
    }
  },
}
