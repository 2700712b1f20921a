import type { Parsed } from './parsed.ts'
import { quote } from './quote.ts'

const wholeNumber = /^[+-]?[0-9]+$/

/**
 * Reads a whole number as Go's `strconv.ParseInt(text, 10, bits)` does, and with 64 bits as `strconv.Atoi` does: decimal
 * digits with an optional sign; no blanks, underscores or prefixes such as `0x`; leading zeros are fine.
 *
 * The range is checked exactly; a value beyond `Number.MAX_SAFE_INTEGER` comes back as the nearest number.
 */
export function parseInteger(text: string, bits: 32 | 64): Parsed<number> {
  if (!wholeNumber.test(text)) {
    return {
      problem: text === '' ? 'it is empty, not a whole number' : `${quote(text)} is not a whole number`,
    }
  }
  const value = Number(text)
  return isInRange(text, value, bits)
    ? { value: value === 0 ? 0 : value }
    : { problem: outOfRange(text, bits) }
}

function isInRange(text: string, value: number, bits: 32 | 64): boolean {
  if (bits === 32) return value >= -(2 ** 31) && value < 2 ** 31
  if (Math.abs(value) > 2 ** 63) return false
  const exact = BigInt(text)
  return BigInt.asIntN(64, exact) === exact
}

function outOfRange(text: string, bits: 32 | 64): string {
  const [lowest, highest] = [-(2n ** BigInt(bits - 1)), 2n ** BigInt(bits - 1) - 1n]
  return `${quote(text)} is out of range; it can be from ${lowest} to ${highest}`
}
