import { describe, expect, test } from 'vitest'
import { parseInteger } from '../../src/go/integer.ts'

describe('a whole number is read', () => {
  test.each([
    ['digits', '2048', 64, 2048],
    ['a plus sign', '+5', 32, 5],
    ['a minus sign', '-1', 32, -1],
    ['leading zeros, which do not mean octal', '0010', 32, 10],
    ['a negative zero is zero', '-0', 32, 0],
    ['the largest of 32 bits', '2147483647', 32, 2147483647],
    ['the smallest of 32 bits', '-2147483648', 32, -2147483648],
    ['more than 32 bits, where 64 are allowed', '2147483648', 64, 2147483648],
    ['the largest of 64 bits, as the nearest number', '9223372036854775807', 64, 2 ** 63],
    ['a plus sign before the largest of 64 bits', '+9223372036854775807', 64, 2 ** 63],
    ['the smallest of 64 bits', '-9223372036854775808', 64, -(2 ** 63)],
  ] as const)('%s', (_, text, bits, value) => {
    expect(parseInteger(text, bits)).toEqual({ value })
  })
})

describe('what is not a whole number is a problem that says why', () => {
  const bits32 = 'is out of range; it can be from -2147483648 to 2147483647'
  const bits64 = 'is out of range; it can be from -9223372036854775808 to 9223372036854775807'
  test.each([
    ['nothing', '', 32, 'it is empty, not a whole number'],
    ['a word', 'abc', 32, '"abc" is not a whole number'],
    ['a fraction', '2048.0', 64, '"2048.0" is not a whole number'],
    ['a blank', ' 5', 32, '" 5" is not a whole number'],
    ['a line break at the end', '5\n', 32, '"5\\n" is not a whole number'],
    ['an underscore', '1_0', 32, '"1_0" is not a whole number'],
    ['a prefix', '0x10', 32, '"0x10" is not a whole number'],
    ['an exponent', '1e3', 32, '"1e3" is not a whole number'],
    ['a percent sign', '50%', 32, '"50%" is not a whole number'],
    ['a sign alone', '-', 32, '"-" is not a whole number'],
    ['digits of another script', '\u0663', 32, '"\u0663" is not a whole number'],
    ['one more than 32 bits hold', '2147483648', 32, `"2147483648" ${bits32}`],
    ['one less than 32 bits hold', '-2147483649', 32, `"-2147483649" ${bits32}`],
    ['one more than 64 bits hold', '9223372036854775808', 64, `"9223372036854775808" ${bits64}`],
    ['one less than 64 bits hold', '-9223372036854775809', 64, `"-9223372036854775809" ${bits64}`],
    ['a million digits', '9'.repeat(1_000_000), 64, `"${'9'.repeat(60)}…" ${bits64}`],
  ] as const)('%s', (_, text, bits, problem) => {
    expect(parseInteger(text, bits)).toEqual({ problem })
  })
})
