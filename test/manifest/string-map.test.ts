import { describe, expect, test } from 'vitest'
import { StringMap } from '../../src/manifest/string-map.ts'

describe('annotations as the API server has them', () => {
  const map = new StringMap({ text: 'a', empty: null, number: 3, missing: undefined })

  test.each([
    ['text', 'a', true],
    ['empty', '', true],
    ['number', undefined, false],
    ['missing', undefined, false],
    ['toString', undefined, false],
  ])('%s is %s', (key, value, isThere) => {
    expect([map.get(key), map.has(key)]).toEqual([value, isThere])
  })

  test('the keys and entries are those with a text', () => {
    expect(map.keys()).toEqual(['text', 'empty'])
    expect(map.entries()).toEqual([
      ['text', 'a'],
      ['empty', ''],
    ])
  })

  test('with others, which win', () => {
    const others = map.with([
      ['text', 'b'],
      ['more', 'c'],
    ])
    expect(others.entries()).toEqual([
      ['text', 'b'],
      ['empty', ''],
      ['more', 'c'],
    ])
  })

  test('without some of them', () => {
    expect(map.without(new Set(['text'])).entries()).toEqual([['empty', '']])
  })
})
