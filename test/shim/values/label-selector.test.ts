import { describe, expect, test } from 'vitest'
import { meets } from '../../../src/shim/values/label-selector.ts'

const expression = (operator: unknown, values?: unknown) => ({
  matchExpressions: [{ key: 'team', operator, ...(values !== undefined && { values }) }],
})

describe('labels and a selector', () => {
  test.each([
    ['nothing is asked for', undefined, true, true],
    ['a label with that value', { matchLabels: { team: 'web' } }, true, false],
    ['a label with another value', { matchLabels: { team: 'db' } }, false, false],
    ['one of several labels only', { matchLabels: { team: 'web', tier: 'front' } }, false, false],
    ['labels that are no mapping', { matchLabels: ['team'] }, true, true],
    ['a value among some', expression('In', ['db', 'web']), true, false],
    ['a value that is not among some', expression('In', ['db']), false, false],
    ['a value among none', expression('In'), false, false],
    ['a value among what is no list', expression('In', 'web'), false, false],
    ['a value beside some', expression('NotIn', ['db']), true, true],
    ['a value that is among the others', expression('NotIn', ['db', 'web']), false, true],
    ['no value at all to be beside of', expression('NotIn'), true, true],
    ['a label of any value', expression('Exists'), true, false],
    ['no label', expression('DoesNotExist'), false, true],
    ['an operator that nobody knows', expression('Like', ['web']), true, true],
    ['expressions that are no list', { matchExpressions: { key: 'team' } }, true, true],
    ['an expression without a key', { matchExpressions: [{ operator: 'Exists' }] }, false, false],
    [
      'several at once, of which one fails',
      { matchLabels: { team: 'web' }, ...expression('NotIn', ['web']) },
      false,
      false,
    ],
  ])('%s', (_sentence, selector, withTeamWeb, without) => {
    expect([
      meets(selector, { get: (key) => (key === 'team' ? 'web' : undefined), areAll: true }),
      meets(selector, { get: () => undefined, areAll: true }),
    ]).toEqual([withTeamWeb, without])
  })

  test.each([
    ['a label that nobody knows decides', { matchLabels: { team: 'web', tier: 'front' } }, undefined],
    ['another one decides already', { matchLabels: { team: 'db', tier: 'front' } }, false],
    ['all that count are known', { matchLabels: { team: 'web' } }, true],
  ])('where not all labels are known: %s', (_sentence, selector, expected) => {
    const labels = { get: (key: string) => (key === 'team' ? 'web' : undefined), areAll: false }
    expect(meets(selector, labels)).toBe(expected)
  })
})
