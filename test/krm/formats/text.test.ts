import { describe, expect, it } from 'vitest'
import { formatText } from '../../../src/krm/results/formats/text.ts'
import type { LocatedResult } from '../../../src/krm/results/locator.ts'
import { error, harmful, hostile, info, presentation, warning } from './located.ts'

const asText = (located: readonly LocatedResult[], options: Partial<typeof presentation> = {}) =>
  formatText(located, { ...presentation, ...options })

const infoToSee: LocatedResult = { ...info, alwaysShown: true }

describe('as text, the results', () => {
  it('are a line each, with the place first and the rule last, and a count at the end', () => {
    expect(
      asText([error, warning, info], { detail: 'verbose' }),
    ).toBe(`apps/web.yaml:12: error: Ingress prod/web spec.tls[0].hosts: It is wrong: 100%, really. [host-invalid]
<stdin>: warning: ClusterIssuer ca: It may be wrong. [issuer-missing]
a b/100%: c,d.yaml:3: info: Just so. [secret-present]
1 error, 1 warning, 1 info; to read more: krm-ingress-shim explain RULE
`)
  })

  it('are counted in the plural, and the only rule is the one to read about', () => {
    expect(asText([error, error])).toMatch(
      /\n2 errors; to read more: krm-ingress-shim explain host-invalid\n$/,
    )
  })

  it.each<
    [sentence: string, located: LocatedResult[], detail: 'quiet' | 'normal' | 'verbose', lines: number]
  >([
    ['nothing at all where there is nothing', [], 'normal', 0],
    ['nothing at all where there are only infos', [info], 'normal', 0],
    ['nothing at all where a quiet run has only warnings', [warning], 'quiet', 0],
    ['errors alone in a quiet run', [error, warning, info], 'quiet', 1],
    ['no infos unless asked', [error, warning, info], 'normal', 2],
    ['infos in a verbose run', [error, warning, info], 'verbose', 3],
    ['an info that nobody should miss', [infoToSee], 'normal', 1],
    ['no such info in a quiet run', [infoToSee], 'quiet', 0],
  ])('show %s', (_, located, detail, lines) => {
    const text = asText(located, { detail })
    const withTheirCount = lines === 0 ? 0 : lines + 1
    expect(text).toMatch(new RegExp(`^(?:.+\\n){${withTheirCount}}$`))
  })

  it.each([
    ['error', error, '31'],
    ['warning', warning, '33'],
    ['info', info, '36'],
  ])('have the severity in colour, where that is wanted: %s', (severity, located, color) => {
    expect(asText([located], { colored: true, detail: 'verbose' })).toContain(
      `: \u001b[${color}m${severity}\u001b[0m: `,
    )
  })

  it.each([
    ['one of each', [error, warning, info], '1 error, 1 warning, 1 info'],
    ['several of each', [error, warning, info, error, warning, info], '2 errors, 2 warnings, 2 info'],
    ['warnings alone', [warning, warning], '2 warnings'],
  ])('are counted at the end: %s', (_, located, total) => {
    expect(asText(located, { detail: 'verbose' }).split('\n').at(-2)).toMatch(`${total}; to read more: `)
  })

  it('do no harm, whatever names and messages hold', () => {
    const text = asText([hostile])
    expect(text).not.toMatch(harmful)
    expect(text.split('\n')[0]).toBe(
      '\\u{3a}:error::x\\ny.yaml: error: Ingress a\\nb: One\\r\\n::error::two\\u{1b}[2J\\u{202e}\\u{9b}1m #\\u{23}[error]#\\u{23}vso[task.setvariable] <a>&"\\u{d800}\\u{ffff} [host-invalid]',
    )
  })
})
