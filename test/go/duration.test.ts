import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatDuration, parseDuration } from '../../src/go/duration.ts'

const second = 1_000_000_000n
const hour = 3600n * second

describe('a Go duration is read', () => {
  test.each([
    ['hours', '2160h', 2160n * hour],
    ['several units, added up', '1h30m', 90n * 60n * second],
    ['units in any order, also twice', '1s1h1s', hour + 2n * second],
    ['a fraction without a number before the point', '.5h', hour / 2n],
    ['a point without a fraction', '5.s', 5n * second],
    ['a fraction beyond a nanosecond, which is cut off', '1.9999999999ns', 1n],
    ['a plus sign', '+5s', 5n * second],
    ['a minus sign, which holds for all of it', '-1h1s', -hour - second],
    ['zero, the one number that needs no unit', '0', 0n],
    ['microseconds with the micro sign', '7\u00b5s', 7_000n],
    ['microseconds with the Greek letter', '7\u03bcs', 7_000n],
    ['microseconds in ASCII', '7us', 7_000n],
    ['the longest one', '9223372036854775807ns', 2n ** 63n - 1n],
    ['the longest negative one', '-9223372036854775808ns', -(2n ** 63n)],
  ])('%s: %s', (_, text, nanoseconds) => {
    expect(parseDuration(text)).toEqual({ value: nanoseconds })
  })
})

describe('what is not a Go duration is a problem that says why', () => {
  const syntax = 'a Go duration is a number and a unit, such as 2160h or 1h30m'
  const range = 'is longer than a Go duration can be, about 292 years (2562047h)'
  test.each([
    ['nothing', '', `it is empty; ${syntax}`],
    ['days', '90d', '"90d" has an unknown unit "d"; Go durations use h, m and s'],
    ['an uppercase unit', '2160H', '"2160H" has an unknown unit "H"; Go durations use h, m and s'],
    ['a blank', '1h 30m', '"1h 30m" has an unknown unit "h "; Go durations use h, m and s'],
    ['a missing unit', '2160', `"2160" has no unit after "2160"; ${syntax}`],
    ['a missing last unit', '1h30', `"1h30" has no unit after "30"; ${syntax}`],
    ['a fraction without a unit', '.5', `".5" has no unit after ".5"; ${syntax}`],
    ['a sign alone', '-', `"-" has no number where one belongs; ${syntax}`],
    ['a point alone', '.s', `".s" has no number where one belongs; ${syntax}`],
    ['a sign in the middle', '1h-5m', '"1h-5m" has an unknown unit "h-"; Go durations use h, m and s'],
    ['words', 'one hour', `"one hour" has no number where one belongs; ${syntax}`],
    ['digits of another script', '\uff11h', `"\uff11h" has no number where one belongs; ${syntax}`],
    ['a line break at the end', '1h\n', '"1h\\n" has an unknown unit "h\\n"; Go durations use h, m and s'],
    ['one that is too long', '100000000h', `"100000000h" ${range}`],
    ['one that is too long by a nanosecond', '9223372036854775808ns', `"9223372036854775808ns" ${range}`],
    ['a sum that is too long', '2562047h48m', `"2562047h48m" ${range}`],
    ['a million digits', '9'.repeat(1_000_000), `"${'9'.repeat(60)}…" ${range}`],
  ])('%s', (_, text, problem) => {
    expect(parseDuration(text)).toEqual({ problem })
  })
})

describe('a duration is written as Go writes it', () => {
  test.each([
    ['whole hours with zero minutes and seconds', 2160n * hour, '2160h0m0s'],
    ['minutes with zero seconds', 300n * second, '5m0s'],
    ['fractions of a second', 1_500_000_000n, '1.5s'],
    ['milliseconds', 100_000_000n, '100ms'],
    ['microseconds with the micro sign', 1_500n, '1.5\u00b5s'],
    ['nanoseconds', 1n, '1ns'],
    ['nothing', 0n, '0s'],
    ['a negative one', -90n * second, '-1m30s'],
    ['the longest one', 2n ** 63n - 1n, '2562047h47m16.854775807s'],
  ])('%s', (_, nanoseconds, text) => {
    expect(formatDuration(nanoseconds)).toBe(text)
  })

  test('and what is written reads back as the same', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (nanoseconds) => {
        expect(parseDuration(formatDuration(nanoseconds))).toEqual({ value: nanoseconds })
      }),
    )
  })
})
