import type { Parsed } from './parsed.ts'
import { quote } from './quote.ts'

const second = 1_000_000_000n

/** Micro is written with either of Unicode's two letters. */
const units: ReadonlyMap<string, bigint> = new Map([
  ['ns', 1n],
  ['us', 1_000n],
  ['\u00b5s', 1_000n],
  ['\u03bcs', 1_000n],
  ['ms', 1_000_000n],
  ['s', second],
  ['m', 60n * second],
  ['h', 3600n * second],
])

/** The size of the longest negative duration; the longest positive one is a nanosecond shorter. */
const longest = 2n ** 63n

const syntax = 'a Go duration is a number and a unit, such as 2160h or 1h30m'

/**
 * Reads a duration as Go's `time.ParseDuration` does.
 *
 * @returns nanoseconds, or what is wrong: no number, no unit, a unit that Go doesn't know (`d`, `H`), or over 292 years.
 * @example parseDuration('1h30m') // value: 5_400_000_000_000n
 */
export function parseDuration(text: string): Parsed<bigint> {
  if (text === '') return { problem: `it is empty; ${syntax}` }
  const negative = text.startsWith('-')
  const unsigned = negative || text.startsWith('+') ? text.slice(1) : text
  if (unsigned === '0') return { value: 0n }

  const size = sumOfTerms(unsigned, text)
  if ('problem' in size) return size
  if (negative) return { value: -size.value }
  return size.value === longest ? tooLong(text) : size
}

function sumOfTerms(unsigned: string, text: string): Parsed<bigint> {
  const term = /(?<whole>[0-9]*)(?:\.(?<fraction>[0-9]*))?(?<unit>[^0-9.]*)/y
  let sum = 0n
  do {
    const { whole = '', fraction = '', unit = '' } = term.exec(unsigned)?.groups ?? {}
    const size = sizeOfTerm(whole, fraction, unit, text)
    if ('problem' in size) return size
    // Go adds in 64 bits and looks only afterwards, so that twice the longest duration is none at all.
    sum = BigInt.asUintN(64, sum + size.value)
    if (sum > longest) return tooLong(text)
  } while (term.lastIndex < unsigned.length)
  return { value: sum }
}

function sizeOfTerm(whole: string, fraction: string, unit: string, text: string): Parsed<bigint> {
  if (whole === '' && fraction === '')
    return { problem: `${quote(text)} has no number where one belongs; ${syntax}` }
  const count = wholePart(whole)
  if (count === undefined) return tooLong(text)
  if (unit === '')
    return { problem: `${quote(text)} has no unit after ${quote(whole || `.${fraction}`)}; ${syntax}` }
  const size = units.get(unit)
  if (size === undefined) {
    return { problem: `${quote(text)} has an unknown unit ${quote(unit)}; Go durations use h, m and s` }
  }
  const total = count * size + fractionalPart(fraction, size)
  return total > longest ? tooLong(text) : { value: total }
}

function tooLong(text: string): { readonly problem: string } {
  return { problem: `${quote(text)} is longer than a Go duration can be, about 292 years (2562047h)` }
}

/** The number before the point, or undefined where it has more digits than any duration: it may be huge, and slow to read. */
function wholePart(digits: string): bigint | undefined {
  const significant = digits.replace(/^0+/, '')
  if (significant.length > 19) return undefined
  return BigInt(significant)
}

/** Go's own arithmetic: as many digits as 63 bits hold, then floating point, cut off at the nanosecond. */
function fractionalPart(digits: string, unit: bigint): bigint {
  let value = 0n
  let scale = 1
  for (const digit of digits) {
    const next = value * 10n + BigInt(digit)
    if (next > longest) break
    value = next
    scale *= 10
  }
  return BigInt(Math.trunc(Number(value) * (Number(unit) / scale)))
}

/**
 * Writes a duration as Go's `time.Duration.String` does: `2160h0m0s`, `1.5s`, `100ms`, `0s`.
 *
 * @param nanoseconds from -2^63 to 2^63 - 1
 */
export function formatDuration(nanoseconds: bigint): string {
  const sign = nanoseconds < 0n ? '-' : ''
  const size = nanoseconds < 0n ? -nanoseconds : nanoseconds
  return sign + (size < second ? formatBelowSecond(size) : formatFromSecond(size))
}

function formatBelowSecond(size: bigint): string {
  if (size === 0n) return '0s'
  if (size < 1_000n) return `${size}ns`
  if (size < 1_000_000n) return `${decimal(size, 3)}\u00b5s`
  return `${decimal(size, 6)}ms`
}

function formatFromSecond(size: bigint): string {
  const minutes = size / (60n * second)
  const seconds = `${decimal(size % (60n * second), 9)}s`
  if (minutes === 0n) return seconds
  const hours = minutes / 60n
  return hours === 0n ? `${minutes}m${seconds}` : `${hours}h${minutes % 60n}m${seconds}`
}

/** A number whose last `places` digits stand after the point, without trailing zeros. */
function decimal(value: bigint, places: number): string {
  const digits = value.toString().padStart(places + 1, '0')
  const fraction = digits.slice(-places).replace(/0+$/, '')
  const whole = digits.slice(0, -places)
  return fraction === '' ? whole : `${whole}.${fraction}`
}
