import type { CheckedList } from '../checks/check.ts'
import { type Issuer, issuersOf, issuerOf as listedIssuerOf } from '../checks/facts/issuers/issuers.ts'
import { parseDuration } from '../go/duration.ts'
import { at } from '../manifest/manifest.ts'
import type { IssuerRef } from '../shim/issuers/issuer-ref.ts'

/** cert-manager's own: `DefaultCertificateDuration` in its pkg/apis/certmanager/v1/const.go. */
const defaultHours = 90 * 24

const nanosecondsPerHour = 3_600_000_000_000

/** How long a certificate lives, in hours; undefined where the issuer decides and isn't known here. */
export function lifetimeOf(
  spec: unknown,
  issuerRef: IssuerRef,
  namespace: string,
  list: CheckedList,
): number | undefined {
  const issuer = listedIssuerOf({ issuer: issuerRef }, namespace, issuersOf(list))
  // An ACME server isn't told the duration, unless the issuer says so.
  if (issuer?.type === 'acme' && !asksForDuration(issuer)) return undefined
  return requestedHours(spec) ?? (issuer === undefined ? undefined : defaultHours)
}

function asksForDuration({ config }: Issuer): boolean {
  return at(config, 'enableDurationFeature') === true
}

function requestedHours(spec: unknown): number | undefined {
  const duration = at(spec, 'duration')
  if (typeof duration !== 'string') return undefined
  const parsed = parseDuration(duration)
  return 'value' in parsed ? Number(parsed.value) / nanosecondsPerHour : undefined
}
