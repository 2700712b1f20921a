import { formatDuration } from '../../go/duration.ts'
import { annotation } from '../annotations.ts'
import type { Lifetime } from '../fields/lifetime.ts'
import { settingName } from '../sources/own-settings.ts'
import type { Source } from '../sources/source.ts'
import { type Refusal, refusal } from './refusal.ts'

/** `MinimumCertificateDuration`, `MinimumRenewBefore` and `DefaultCertificateDuration` of cert-manager's API, in nanoseconds. */
const hour = 3_600_000_000_000n
const minimumDuration = hour
const minimumRenewBefore = hour / 12n
const defaultDuration = 2160n * hour

/** What the webhook's `ValidateDuration` refuses. */
export function* lifetimeRefusals(lifetime: Lifetime, source: Source): Iterable<Refusal> {
  const { duration, renewBefore, renewBeforePercentage } = lifetime
  // The webhook looks at the percentage only where one of the other two is set.
  if (duration === undefined && renewBefore === undefined) return
  const lives = duration ?? defaultDuration
  if (lives < minimumDuration) {
    yield refusal('spec.duration', annotation.duration, source, {
      problem: `A certificate is valid for at least an hour, and this is ${formatDuration(lives)}. Use a longer duration, such as 2160h for 90 days.`,
    })
  }
  if (renewBefore !== undefined && renewBeforePercentage !== undefined) yield* exclusiveRefusals(source)
  if (renewBefore !== undefined) yield* renewBeforeRefusals(renewBefore, lives, source)
  if (renewBeforePercentage !== undefined) yield* percentageRefusals(renewBeforePercentage, lives, source)
}

function* exclusiveRefusals(source: Source): Iterable<Refusal> {
  const problem = `${annotation.renewBefore} cannot be combined with ${annotation.renewBeforePercentage}. Remove one of the two.`
  yield refusal('spec.renewBefore', annotation.renewBefore, source, { problem })
  yield refusal('spec.renewBeforePercentage', annotation.renewBeforePercentage, source, { problem })
}

function* renewBeforeRefusals(renewBefore: bigint, lives: bigint, source: Source): Iterable<Refusal> {
  const refuse = (problem: string) => refusal('spec.renewBefore', annotation.renewBefore, source, { problem })
  if (renewBefore < minimumRenewBefore) {
    yield refuse(
      `Renewal starts at least five minutes before expiry, and this is ${formatDuration(renewBefore)}. Use a longer time, such as 720h for 30 days.`,
    )
  }
  if (renewBefore >= lives) {
    yield refuse(
      `The certificate would be renewed ${formatDuration(renewBefore)} before it expires, but ${validity(lives, source)}. Make this shorter than that, or set a longer ${settingName(source.sourceKind, annotation.duration)}.`,
    )
  }
}

function validity(lives: bigint, { fields, sourceKind }: Source): string {
  return fields.lifetime.duration === undefined
    ? `it has no ${settingName(sourceKind, annotation.duration)} and so is valid for ${formatDuration(lives)} (90 days), which is cert-manager's default`
    : `it is only valid for ${formatDuration(lives)}`
}

function* percentageRefusals(percentage: number, lives: bigint, source: Source): Iterable<Refusal> {
  const refuse = (problem: string) =>
    refusal('spec.renewBeforePercentage', annotation.renewBeforePercentage, source, { problem })
  const renewBefore = percentageOf(lives, percentage)
  if (renewBefore < minimumRenewBefore) {
    yield refuse(
      `At ${percentage} percent of ${formatDuration(lives)}, less than five minutes are left for the renewal. Use a smaller percentage.`,
    )
  }
  if (renewBefore >= lives) {
    yield refuse(
      `At ${percentage} percent of its lifetime, the certificate would be renewed as soon as it is issued. Use a percentage from 1 to 99.`,
    )
  }
}

/**
 * How long before its expiry a certificate is renewed, computed as the webhook does: in 32-bit integers and then in
 * floating point, where a result that doesn't fit 64 bits becomes the smallest integer.
 */
function percentageOf(lives: bigint, percentage: number): bigint {
  const renewBefore = Math.trunc((Number(lives) * ((100 - percentage) | 0)) / 100)
  const fits = Math.abs(renewBefore) < 2 ** 63
  return fits ? BigInt(renewBefore) : -(2n ** 63n)
}
