import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TextSearch } from '../../../src/krm/list/text-search.ts'

test.each([
  ['at the start', 'ab', 'abcd', true],
  ['at the end', 'cd', 'abcd', true],
  ['behind a part of itself', 'aab', 'aaab', true],
  ['nowhere', 'ac', 'abcd', false],
  ['longer than the bytes', 'abcde', 'abcd', false],
  ['in no bytes', 'a', '', false],
])('a text is found %s or not', (_where, text, bytes, found) => {
  expect(new TextSearch(text).isIn(new TextEncoder().encode(bytes), 0, bytes.length)).toBe(found)
})

test('only what lies between the two places counts', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '-'), minLength: 1, maxLength: 4 })
  const bytes = fc.string({ unit: fc.constantFrom('a', 'b', '-', 'é'), maxLength: 12 })
  fc.assert(
    fc.property(text, bytes, fc.nat(12), fc.nat(12), (wanted, all, a, b) => {
      const encoded = new TextEncoder().encode(all)
      const [start, end] = [Math.min(a, b, encoded.length), Math.min(Math.max(a, b), encoded.length)]
      const part = new TextDecoder('latin1').decode(encoded.subarray(start, end))
      expect(new TextSearch(wanted).isIn(encoded, start, end)).toBe(part.includes(wanted))
    }),
    { numRuns: 2000 },
  )
})
