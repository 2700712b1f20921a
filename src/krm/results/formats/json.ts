import type { LocatedResult } from '../locator.ts'
import { visibleJson } from '../visible.ts'
import { countOf } from './wording.ts'

/** Grows when a field changes its meaning or goes; new fields can come at any time. */
const version = 1

/**
 * The results as the KRM functions specification has them, each with the `location` where a user finds what it is about, and
 * a summary: `{version, summary: {error, warning, info}, results: [{message, severity, …, location: {path, line}}]}`.
 */
export function formatJson(located: readonly LocatedResult[]): string {
  const results = located.map(({ result, location: { path, line } }) => ({
    ...result,
    location: { path, line },
  }))
  return `${visibleJson({ version, summary: countOf(located), results })}\n`
}
