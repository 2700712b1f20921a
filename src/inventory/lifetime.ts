import type { CheckedList } from '../checks/check.ts'
import { isLetsEncrypt, profileOf } from '../checks/facts/acme/acme.ts'
import { defaultProfile, termOn } from '../checks/facts/acme/lets-encrypt-profiles.ts'
import { type Issuer, issuerNamed, issuersOf } from '../checks/facts/issuers/issuers.ts'
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
  const issuer = issuerNamed(issuerRef, namespace, issuersOf(list))
  if (issuer === undefined) return requestedHours(spec)
  if (issuer.type !== 'acme') return requestedHours(spec) ?? defaultHours
  return isLetsEncrypt(issuer) ? hoursOfProfile(issuer, list) : hoursOfAcme(spec, issuer)
}

function hoursOfProfile(issuer: Issuer, { options: { today } }: CheckedList): number | undefined {
  return today === '' ? undefined : termOn(today, profileOf(issuer) || defaultProfile)?.hours
}

/** An ACME server isn't told the duration, unless the issuer says so. */
function hoursOfAcme(spec: unknown, { config }: Issuer): number | undefined {
  return at(config, 'enableDurationFeature') === true ? requestedHours(spec) : undefined
}

function requestedHours(spec: unknown): number | undefined {
  const duration = at(spec, 'duration')
  if (typeof duration !== 'string') return undefined
  const parsed = parseDuration(duration)
  return 'value' in parsed ? Number(parsed.value) / nanosecondsPerHour : undefined
}
