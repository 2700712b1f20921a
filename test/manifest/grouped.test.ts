import { expect, test } from 'vitest'
import { groupedBy } from '../../src/manifest/grouped.ts'

test.each([
  ['nothing', [], []],
  ['one key', ['ab', 'ac'], [['a', ['ab', 'ac']]]],
  [
    'several keys, in the order in which they come first',
    ['ba', 'ab', 'bc'],
    [
      ['b', ['ba', 'bc']],
      ['a', ['ab']],
    ],
  ],
])('%s', (_what, words, expected) => {
  expect([...groupedBy(words, (word) => word.charAt(0))]).toEqual(expected)
})

test('a key can be any value', () => {
  const [a, b] = [{ of: 1 }, { of: 1 }]
  expect(groupedBy([a, b, a], (item) => item).size).toBe(2)
})
