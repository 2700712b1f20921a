import { annotation } from '../shim/annotations.ts'
import { settingName } from '../shim/sources/own-settings.ts'
import type { Check } from './check.ts'
import {
  adviceFor,
  type Lifetime,
  lifetimeInWords,
  renewBeforesOf,
  spanInWords,
} from './facts/acme/renew-before.ts'
import { annotationField } from './facts/requests.ts'

/**
 * A renewal before a third of the lifetime is over: `desiredRenewalTime` in cert-manager's pkg/util/pki/renewaltime.go takes
 * any `renewBefore` that is shorter than the lifetime of the certificate that was issued.
 */
export const renewBeforeTooEarly: Check = {
  rule: {
    id: 'renew-before-too-early',
    severity: 'warning',
    summary: "A certificate of Let's Encrypt is renewed before a third of its lifetime is over.",
  },
  *find(list) {
    for (const { request, renewBefore, now, next } of renewBeforesOf(list)) {
      const lifetime = [now, next].find((one) => one !== undefined && isTooEarly(renewBefore, one))
      if (lifetime === undefined) continue
      const { source } = request
      yield {
        rule: this.rule,
        message: `${lifetimeInWords(lifetime)}, and with this ${settingName(source.sourceKind, annotation.renewBefore)} each is renewed ${spanInWords(lifetime.length - renewBefore)} after it is issued, for as long as it stays, which uses up rate limits. ${adviceFor(request)}`,
        position: source.position,
        field: annotationField(source, annotation.renewBefore),
      }
    }
  },
}

/** What is as long as the lifetime is ignored. */
function isTooEarly(renewBefore: bigint, { length }: Lifetime): boolean {
  return renewBefore < length && 3n * (length - renewBefore) < length
}
