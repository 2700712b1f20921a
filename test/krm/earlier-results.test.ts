import { describe, expect, it } from 'vitest'
import { newResultsOf } from '../../src/krm/run/runner.ts'
import { canonical } from '../../src/manifest/canonical.ts'

const found = (message: string) => ({ rule: 'tls-missing', severity: 'error' as const, message, position: 0 })

const run = {
  edits: { update: new Map(), remove: new Set<number>(), append: [] },
  changes: [],
  findings: [found('One.'), found('Two.')],
  subjectOf: () => ({ object: undefined }),
}

const one = { message: 'One.', severity: 'error', tags: { rule: 'tls-missing' } }

describe('a result that is in the list already is not added again', () => {
  it.each([
    ['the very same', [one], ['Two.']],
    ['the same in another order of keys', [{ tags: one.tags, severity: 'error', message: 'One.' }], ['Two.']],
    ['one of another severity', [{ ...one, severity: 'warning' }], ['One.', 'Two.']],
    ['one with more to it', [{ ...one, field: { path: 'spec' } }], ['One.', 'Two.']],
    ['none', [], ['One.', 'Two.']],
    ['something that is no result', [null, 7, 'One.', 7n, [one]], ['One.', 'Two.']],
  ])('there is %s', (_, earlier, messages) => {
    expect(newResultsOf(run, earlier).map(({ message }) => message)).toEqual(messages)
  })
})

describe('the canonical text of a value', () => {
  it('tells a text from what looks like it', () => {
    const values = ['1', 1, '[1]', [1], ['1'], null, 'null', {}, { a: null }, { 'a":null,"b': 1 }]
    expect(new Set(values.map(canonical)).size).toBe(values.length)
  })
})
