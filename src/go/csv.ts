import type { Parsed } from './parsed.ts'
import { quote } from './quote.ts'

/**
 * Reads one line of CSV as Go's `encoding/csv` does with its defaults, under the rule of cert-manager's `SplitWithEscapeCSV`
 * that there is exactly one record. Blanks around a value belong to it; a value in double quotes may hold commas, line breaks
 * and doubled quotes; empty lines don't count; `\r\n` is read as `\n`, and a `\r` at the very end is dropped.
 *
 * @example parseCsvRecord('"10 Downing Street, London",Manchester') // value: ['10 Downing Street, London', 'Manchester']
 */
export function parseCsvRecord(text: string): Parsed<readonly string[]> {
  const lines = withGoLineBreaks(text)
  const start = afterLineBreaks(lines, 0)
  if (start === lines.length) return { problem: 'it is empty, but at least one value is needed' }

  const values: string[] = []
  let at = start
  for (;;) {
    const field = lines[at] === '"' ? readQuoted(lines, at) : readPlain(lines, at)
    if ('problem' in field) return field
    values.push(field.value)
    at = field.end
    if (lines[at] !== ',') break
    at++
  }
  if (afterLineBreaks(lines, at) !== lines.length) {
    return { problem: `${quote(text)} has several lines, but all values belong on one, separated by commas` }
  }
  return { value: values }
}

type Field = { readonly value: string; readonly end: number } | { readonly problem: string }

function withGoLineBreaks(text: string): string {
  const lines = text.replaceAll('\r\n', '\n')
  return lines.endsWith('\r') ? lines.slice(0, -1) : lines
}

function afterLineBreaks(lines: string, start: number): number {
  let at = start
  while (lines[at] === '\n') at++
  return at
}

function readPlain(lines: string, start: number): Field {
  let end = start
  while (end < lines.length && lines[end] !== ',' && lines[end] !== '\n') end++
  const value = lines.slice(start, end)
  if (value.includes('"')) {
    return {
      problem: `${quote(value)} has a double quote inside; put the whole value in double quotes and double the inner one`,
    }
  }
  return { value, end }
}

function readQuoted(lines: string, start: number): Field {
  let value = ''
  let at = start + 1
  for (;;) {
    const next = lines.indexOf('"', at)
    if (next === -1)
      return { problem: `the double quote before ${quote(lines.slice(start + 1))} is never closed` }
    value += lines.slice(at, next)
    at = next + 1
    if (lines[at] !== '"') break
    value += '"'
    at++
  }
  if (at < lines.length && lines[at] !== ',' && lines[at] !== '\n') {
    return { problem: `a comma is missing between the quoted ${quote(value)} and ${quote(lines.slice(at))}` }
  }
  return { value, end: at }
}
