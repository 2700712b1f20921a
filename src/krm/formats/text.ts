import type { Result } from '../result.ts'

/**
 * The results for a person to read: a line each, which editors and CI logs turn into links, and a count at the end.
 * Nothing at all where there are none.
 */
export function formatText(results: readonly Result[], colored: boolean): string {
  if (results.length === 0) return ''
  const lines = results.map((result) => `${lineOf(result, colored)}\n`)
  return `${lines.join('')}${countOf(results)}\n`
}

function lineOf(result: Result, colored: boolean): string {
  const severity = colored ? paint(result.severity) : result.severity
  const subject = [nameOf(result.resourceRef), result.field?.path]
    .filter((part) => part !== undefined)
    .join(' ')
  const place = result.file?.path ?? '<list>'
  return `${visible(place)}: ${severity}: ${subject === '' ? '' : `${visible(subject)}: `}${visible(result.message)}`
}

function nameOf(ref: Result['resourceRef']): string | undefined {
  if (!ref) return undefined
  return `${ref.kind} ${ref.namespace === undefined ? '' : `${ref.namespace}/`}${ref.name}`
}

const colors = { error: 31, warning: 33, info: 36 } as const

function paint(severity: Result['severity']): string {
  return `\u001b[${colors[severity]}m${severity}\u001b[0m`
}

/** Names and values come from manifests of others: they must not move a terminal's cursor or start a new line. */
function visible(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, (control) => JSON.stringify(control).slice(1, -1))
}

/** `2 errors, 1 warning` */
function countOf(results: readonly Result[]): string {
  const severities = ['error', 'warning', 'info'] as const
  return severities
    .map((severity) => ({ severity, count: results.filter((result) => result.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count} ${severity}${count === 1 || severity === 'info' ? '' : 's'}`)
    .join(', ')
}
