import { severities } from '../../../manifest/finding.ts'
import type { LocatedResult, Location } from '../locator.ts'
import type { Result } from '../result.ts'
import { sentenceOf } from './wording.ts'

/**
 * The results for a person to read: a line each, which editors and CI logs turn into links, and a count at the end.
 * Empty where there are no results.
 */
export function formatText(located: readonly LocatedResult[], colored: boolean): string {
  if (located.length === 0) return ''
  const lines = located.map(({ result, location }) => {
    const severity = colored ? paint(result.severity) : result.severity
    return `${visible(placeOf(location))}: ${severity}: ${visible(sentenceOf(result))}\n`
  })
  return `${lines.join('')}${countOf(located)}\n`
}

function placeOf({ path, line }: Location): string {
  return line === undefined ? path : `${path}:${line}`
}

const colors = { error: 31, warning: 33, info: 36 } as const

function paint(severity: Result['severity']): string {
  return `\u001b[${colors[severity]}m${severity}\u001b[0m`
}

/**
 * Names and values come from manifests of others: they must not move a terminal's cursor, start a new line or turn the
 * direction of what follows.
 */
function visible(text: string): string {
  return text.replaceAll(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (character) => escapes[character] ?? codeOf(character),
  )
}

const escapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

function codeOf(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16)}}`
}

/** `2 errors, 1 warning` */
function countOf(located: readonly LocatedResult[]): string {
  return severities
    .map((severity) => ({
      severity,
      count: located.filter(({ result }) => result.severity === severity).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count} ${severity}${count === 1 || severity === 'info' ? '' : 's'}`)
    .join(', ')
}
