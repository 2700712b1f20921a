import { parseDuration } from '../../go/duration.ts'
import { parseInteger } from '../../go/integer.ts'
import { annotation } from '../annotations.ts'
import type { AnnotationReader } from './reader.ts'

/** The part of a CertificateSpec that says how long a certificate lives, with durations in nanoseconds. */
export interface Lifetime {
  readonly duration: bigint | undefined
  readonly renewBefore: bigint | undefined
  readonly renewBeforePercentage: number | undefined
}

/** Reads `duration`, `renew-before` and `renew-before-percentage`. */
export function lifetime(annotations: AnnotationReader): Lifetime {
  return {
    duration: duration(annotation.duration, annotations),
    renewBefore: duration(annotation.renewBefore, annotations),
    renewBeforePercentage: integer(annotation.renewBeforePercentage, annotations),
  }
}

/** `revision-history-limit`: a 32-bit integer of 1 or more. */
export function revisionHistoryLimit(annotations: AnnotationReader): number | undefined {
  const limit = integer(annotation.revisionHistoryLimit, annotations)
  if (limit === undefined || limit >= 1) return limit
  return annotations.invalid(
    annotation.revisionHistoryLimit,
    `${limit} is less than 1`,
    'Give the number of CertificateRequests to keep, or remove the annotation to keep all.',
  )
}

function duration(key: string, annotations: AnnotationReader): bigint | undefined {
  const text = annotations.get(key)
  if (text === undefined) return undefined
  const parsed = parseDuration(text)
  if ('value' in parsed) return parsed.value
  return annotations.invalid(
    key,
    parsed.problem,
    'Write it in hours, minutes and seconds, such as 2160h for 90 days.',
    inHours(text),
  )
}

/** The duration that `90d` or `2160H` was meant to be. */
function inHours(text: string): string | undefined {
  const days = /^([1-9]\d{0,4})\s?(?:d|days?)$/i.exec(text.trim())
  if (days?.[1] !== undefined) return `${Number(days[1]) * 24}h`
  const tidied = text.replaceAll(/\s/g, '').toLowerCase()
  const parsed = parseDuration(tidied)
  return 'value' in parsed && parsed.value > 0n ? tidied : undefined
}

function integer(key: string, annotations: AnnotationReader): number | undefined {
  const text = annotations.get(key)
  if (text === undefined) return undefined
  const parsed = parseInteger(text, 32)
  if ('value' in parsed) return parsed.value
  return annotations.invalid(key, parsed.problem, 'Write a whole number in digits.')
}
