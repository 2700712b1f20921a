import { formatDuration } from '../../go/duration.ts'
import { annotation } from '../annotations.ts'
import type { Lifetime } from '../fields/lifetime.ts'
import type { Source } from '../sources/source.ts'
import { type Refusal, refusal } from './refusal.ts'

/** `MinimumCertificateDuration`, `MinimumRenewBefore` and `DefaultCertificateDuration` of cert-manager's API, in nanoseconds. */
const hour = 3_600_000_000_000n
const minimumDuration = hour
const minimumRenewBefore = hour / 12n
const defaultDuration = 2160n * hour

/** What the webhook's `ValidateDuration` refuses. */
export function lifetimeRefusals(
  { duration, renewBefore, renewBeforePercentage }: Lifetime,
  source: Source,
): readonly Refusal[] {
  // The webhook looks at the percentage only where one of the other two is set.
  if (duration === undefined && renewBefore === undefined) return []
  const lives = duration ?? defaultDuration
  return [
    ...durationRefusals(lives, source),
    ...(renewBefore !== undefined && renewBeforePercentage !== undefined ? exclusiveRefusals(source) : []),
    ...(renewBefore !== undefined ? renewBeforeRefusals(renewBefore, lives, source) : []),
    ...(renewBeforePercentage !== undefined ? percentageRefusals(renewBeforePercentage, lives, source) : []),
  ]
}

function durationRefusals(lives: bigint, source: Source): readonly Refusal[] {
  if (lives >= minimumDuration) return []
  return [
    refusal('spec.duration', annotation.duration, source, {
      problem: `A certificate lives for an hour at least, and this is ${formatDuration(lives)}. Give it more, such as 2160h for 90 days.`,
    }),
  ]
}

function exclusiveRefusals(source: Source): readonly Refusal[] {
  const problem = `${annotation.renewBefore} and ${annotation.renewBeforePercentage} can't both be set. Remove one of the two.`
  return [
    refusal('spec.renewBefore', annotation.renewBefore, source, { problem }),
    refusal('spec.renewBeforePercentage', annotation.renewBeforePercentage, source, { problem }),
  ]
}

function renewBeforeRefusals(renewBefore: bigint, lives: bigint, source: Source): readonly Refusal[] {
  const refuse = (problem: string) => refusal('spec.renewBefore', annotation.renewBefore, source, { problem })
  return [
    ...(renewBefore < minimumRenewBefore
      ? [
          refuse(
            `Renewal starts five minutes before expiry at the latest, and this is ${formatDuration(renewBefore)}. Give it more, such as 720h for 30 days.`,
          ),
        ]
      : []),
    ...(renewBefore >= lives
      ? [
          refuse(
            `The certificate would be renewed ${formatDuration(renewBefore)} before it expires, but it lives for ${formatDuration(lives)} only. Make this shorter than ${annotation.duration}.`,
          ),
        ]
      : []),
  ]
}

function percentageRefusals(percentage: number, lives: bigint, source: Source): readonly Refusal[] {
  const refuse = (problem: string) =>
    refusal('spec.renewBeforePercentage', annotation.renewBeforePercentage, source, { problem })
  const renewBefore = percentageOf(lives, percentage)
  return [
    ...(renewBefore < minimumRenewBefore
      ? [
          refuse(
            `At ${percentage} percent of ${formatDuration(lives)} less than five minutes are left for the renewal. Use a smaller percentage.`,
          ),
        ]
      : []),
    ...(renewBefore >= lives
      ? [
          refuse(
            `At ${percentage} percent of its life the certificate would be renewed the moment it is issued. Use a percentage from 1 to 99.`,
          ),
        ]
      : []),
  ]
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
