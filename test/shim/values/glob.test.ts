import { expect, test } from 'vitest'
import { fitsGlob } from '../../../src/shim/values/glob.ts'

test.each([
  ['a.example.com', 'a.example.com', true],
  ['a.example.com', 'a.example', false],
  ['a.example.com', '*.example.com', true],
  ['a.b.example.com', '*.example.com', true],
  ['.example.com', '*.example.com', true],
  ['example.com', '*.example.com', false],
  ['*.example.com', '*.example.com', true],
  ['axexample.com', 'a.example.com', false],
  ['aba', 'ab*ba', false],
  ['abba', 'ab*ba', true],
  ['ab', 'a*b*b', false],
  ['axbxbxb', 'a*b*b', true],
  ['abcabd', '*abd', true],
  ['', '', true],
  ['', '*', true],
  ['anything', '**', true],
  ['a', '', false],
  ['a?c', 'a?c', true],
  ['abc', 'a?c', false],
  ['(a', '(*', true],
])('%j is what %j stands for: %s', (text, pattern, expected) => {
  expect(fitsGlob(text, pattern)).toBe(expected)
})

test('many stars take no longer than their number', () => {
  expect(fitsGlob('a'.repeat(50_000), `${'*a'.repeat(5000)}*b`)).toBe(false)
})
