import { severities } from '../../../manifest/finding.ts'
import type { LocatedResult } from '../locator.ts'
import type { Result } from '../result.ts'
import { visible } from '../visible.ts'
import type { Presentation } from './formats.ts'
import { countOf, placeOf, ruleOf, sentenceOf } from './wording.ts'

/** How much a person wants to read: errors alone; what needs their attention; everything. */
export type Detail = 'quiet' | 'normal' | 'verbose'

/**
 * The results for a person to read: a line each, which editors and CI logs turn into links, and a count at the end that says
 * where to read more. Empty where there is nothing to read.
 */
export function formatText(
  located: readonly LocatedResult[],
  { tool, colored, detail }: Presentation,
): string {
  const shown = located.filter((one) => isShown(one, detail))
  if (shown.length === 0) return ''
  const lines = shown.map(({ result, location }) => {
    const severity = colored ? paint(result.severity) : result.severity
    const text = `${sentenceOf(result)} [${ruleOf(result)}]`
    return `${visible(placeOf(location))}: ${severity}: ${visible(text)}\n`
  })
  return `${lines.join('')}${totalOf(shown)}; to read more: ${tool.name} explain ${ruleToExplain(shown)}\n`
}

function isShown({ result, alwaysShown }: LocatedResult, detail: Detail): boolean {
  switch (detail) {
    case 'quiet':
      return result.severity === 'error'
    case 'normal':
      return result.severity !== 'info' || alwaysShown === true
    case 'verbose':
      return true
  }
}

const colors = { error: 31, warning: 33, info: 36 } as const

function paint(severity: Result['severity']): string {
  return `\u001b[${colors[severity]}m${severity}\u001b[0m`
}

/** `2 errors, 1 warning` */
function totalOf(located: readonly LocatedResult[]): string {
  const count = countOf(located)
  return severities
    .filter((severity) => count[severity] > 0)
    .map(
      (severity) =>
        `${count[severity]} ${severity}${count[severity] === 1 || severity === 'info' ? '' : 's'}`,
    )
    .join(', ')
}

function ruleToExplain(located: readonly LocatedResult[]): string {
  const rules = new Set(located.map(({ result }) => ruleOf(result)))
  const [only = '', ...others] = rules
  return others.length > 0 ? 'RULE' : only
}
