import { describe, expect, test } from 'vitest'
import { isAsBadAs } from '../../src/manifest/finding.ts'
import { oncePer } from '../../src/manifest/once-per.ts'
import { Report } from '../../src/manifest/report.ts'
import type { Problem, Rule } from '../../src/manifest/rule.ts'

const rule: Rule = { id: 'a-rule', severity: 'error', summary: 'Something is wrong.' }
const other: Rule = { ...rule, id: 'another-rule' }

describe('the report of an item', () => {
  const reportOf = (say: (report: Report) => void) => {
    const problems: Problem[] = []
    const report = new Report(7, problems)
    say(report)
    const said = problems.map(({ rule: { id }, field }) => `${id} ${field?.path}`)
    return { said, isRejected: report.isRejected, isEmpty: report.isEmpty }
  }

  test.each<[string, (report: Report) => void, ReturnType<typeof reportOf>]>([
    ['nothing', () => {}, { said: [], isRejected: false, isEmpty: true }],
    [
      'a warning',
      (report) => report.warn(rule, 'Why.', { path: 'spec.tls' }),
      { said: ['a-rule spec.tls'], isRejected: false, isEmpty: false },
    ],
    [
      'what rejects it',
      (report) => report.reject(rule, 'Why.'),
      { said: ['a-rule undefined'], isRejected: true, isEmpty: false },
    ],
    [
      'the same rule of the same field once, and others beside it',
      (report) => {
        report.warn(rule, 'Why.', { path: 'spec.tls' })
        report.warn(rule, 'Why else.', { path: 'spec.tls' })
        report.warn(other, 'Why.', { path: 'spec.tls' })
        report.warn(rule, 'Why.', { path: 'spec' })
        report.warn(rule, 'Why.')
        report.warn(rule, 'Why.')
      },
      {
        said: ['a-rule spec.tls', 'another-rule spec.tls', 'a-rule spec', 'a-rule undefined'],
        isRejected: false,
        isEmpty: false,
      },
    ],
  ])('%s', (_, say, outcome) => expect(reportOf(say)).toEqual(outcome))

  test('says of which item it is', () => {
    const problems: Problem[] = []
    new Report(7, problems).warn(rule, 'Why.')
    expect(problems).toEqual([{ rule, message: 'Why.', position: 7 }])
  })
})

test.each([
  ['error', 'warning', true],
  ['warning', 'warning', true],
  ['info', 'warning', false],
  ['info', 'info', true],
  ['warning', 'error', false],
] as const)('%s is as bad as %s: %s', (severity, least, isIt) =>
  expect(isAsBadAs(severity, least)).toBe(isIt),
)

test('what several readers need is computed once for each key', () => {
  const asked: object[] = []
  const [one, two] = [{}, {}]
  const count = oncePer((key: object) => asked.push(key))
  expect([count(one), count(one), count(two), count(one)]).toEqual([1, 1, 2, 1])
})
