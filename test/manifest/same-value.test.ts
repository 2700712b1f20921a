import { describe, expect, test } from 'vitest'
import { canonical } from '../../src/manifest/canonical.ts'
import { sameValue } from '../../src/manifest/same-value.ts'

describe('two values are the same to a reader of a manifest', () => {
  test.each<[string, unknown, unknown]>([
    ['equal texts', 'a', 'a'],
    ['mappings in another order', { a: 1, b: 2 }, { b: 2, a: 1 }],
    ['a mapping with an undefined field', { a: 1, b: undefined }, { a: 1 }],
    ['equal lists', [{ a: ['b'] }], [{ a: ['b'] }]],
    ['what is not a number', Number.NaN, Number.NaN],
    ['empty', null, null],
  ])('%s', (_, a, b) => {
    expect([sameValue(a, b), sameValue(b, a), canonical(a) === canonical(b)]).toEqual([true, true, true])
  })

  test.each<[string, unknown, unknown]>([
    ['different texts', 'a', 'b'],
    ['a text and a number', '1', 1],
    ['a text and its list', 'a', ['a']],
    ['lists in another order', ['a', 'b'], ['b', 'a']],
    ['lists that differ in one value', ['a', 'b'], ['a', 'c']],
    ['mappings that differ in one field', { a: 1, b: 2 }, { a: 1, b: 3 }],
    ['a longer list', ['a', 'b'], ['a']],
    ['texts with commas in lists', ['a,b'], ['a', 'b']],
    ['a mapping with another field', { a: 1 }, { b: 1 }],
    ['a mapping with one field more', { a: 1 }, { a: 1, b: 2 }],
    ['fields of another value', { a: 1 }, { a: 2 }],
    ['a list and a mapping', ['a'], { 0: 'a' }],
    ['an empty list and an empty mapping', [], {}],
    ['empty and false', null, false],
  ])('not %s', (_, a, b) => {
    expect([sameValue(a, b), sameValue(b, a), canonical(a) === canonical(b)]).toEqual([false, false, false])
  })

  test('a field is never one that every object inherits', () => {
    expect(sameValue({ toString: Object.prototype.toString }, { a: 1 })).toBe(false)
  })
})

test.each<[unknown, string]>([
  [{ b: ['x', null], a: { d: true, c: 1 } }, '{"a":{"c":1,"d":true},"b":["x",null]}'],
  [{ a: undefined }, '{}'],
  [[], '[]'],
  [2n ** 64n, '18446744073709551616'],
])('the text of a value has its keys in order', (value, text) => expect(canonical(value)).toBe(text))
