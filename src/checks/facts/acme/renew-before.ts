import { annotation } from '../../../shim/annotations.ts'
import { hasSetting, settingName } from '../../../shim/sources/own-settings.ts'
import type { CheckedList } from '../../check.ts'
import { firstRequestsTo, type Request } from '../requests.ts'
import { isLetsEncrypt, profileOf } from './acme.ts'
import { defaultProfile, nextTerm, type ProfileTerm, termOn } from './lets-encrypt-profiles.ts'

const hour = 3_600_000_000_000n
const day = 24n * hour

/** How long the certificates of a profile are valid from a day on. */
export interface Lifetime {
  readonly profile: string
  readonly from: string
  /** In nanoseconds. */
  readonly length: bigint
  readonly isAnnounced: boolean
}

/** When a source wants its certificates of Let's Encrypt renewed, in nanoseconds before they expire. */
export interface RenewBefore {
  readonly request: Request
  readonly renewBefore: bigint
  readonly now: Lifetime
  /** The next lifetime that is announced. */
  readonly next: Lifetime | undefined
}

/** The sources that say so, where their issuer is in the list and its profile known; none where the day isn't known. */
export function* renewBeforesOf(list: CheckedList): Iterable<RenewBefore> {
  const { today } = list.options
  if (today === '') return
  for (const request of firstRequestsTo('acme', list)) {
    const { renewBefore } = request.source.fields.lifetime
    if (renewBefore === undefined || !isLetsEncrypt(request.issuer)) continue
    const profile = profileOf(request.issuer) || defaultProfile
    const now = lifetimeOf(termOn(today, profile), false)
    if (now === undefined) continue
    yield { request, renewBefore, now, next: lifetimeOf(nextTerm(today, profile), true) }
  }
}

function lifetimeOf(term: ProfileTerm | undefined, isAnnounced: boolean): Lifetime | undefined {
  if (term?.hours === undefined) return undefined
  return { profile: term.profile, from: term.from, length: BigInt(term.hours) * hour, isAnnounced }
}

/** `Let's Encrypt's certificates of the profile classic are valid for 64 days from 2027-02-10 on`. */
export function lifetimeInWords({ profile, from, length, isAnnounced }: Lifetime): string {
  const since = isAnnounced ? ` from ${from} on` : from === '' ? '' : ` since ${from}`
  return `Let's Encrypt's certificates of the profile ${profile} are valid for ${spanInWords(length)}${since}`
}

/** In whole days where it is some, else in whole hours. */
export function spanInWords(nanoseconds: bigint): string {
  if (nanoseconds < hour) return 'less than an hour'
  if (nanoseconds % day === 0n) return counted(nanoseconds / day, 'day')
  return counted(nanoseconds / hour, 'hour')
}

function counted(count: bigint, unit: string): string {
  return count === 1n ? `one ${unit}` : `${count} ${unit}s`
}

/** What to do about an annotation that doesn't fit the lifetime. */
export function adviceFor({ source: { sourceKind } }: Request): string {
  const remove = 'Remove it, and cert-manager renews when a third of the lifetime is left'
  if (!hasSetting(sourceKind, annotation.renewBeforePercentage)) return `${remove}.`
  return `${remove}; or say how much is to be left with ${settingName(sourceKind, annotation.renewBeforePercentage)}: "33", which follows the lifetime.`
}
