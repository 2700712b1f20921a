import { fingerprintsOf } from '../fingerprint.ts'
import type { LocatedResult } from '../locator.ts'
import { visible, visibleJson } from '../visible.ts'
import { ruleOf, sentenceOf } from './wording.ts'

const severities = { error: 'major', warning: 'minor', info: 'info' } as const

/**
 * The results as a report of GitLab's code quality, which shows them in a merge request.
 *
 * Source: "Code Quality report format" in GitLab's documentation: it needs a path and a line of each result.
 */
export function formatGitlab(located: readonly LocatedResult[]): string {
  const fingerprints = fingerprintsOf(located)
  const issues = located.map(({ result, location: { path, line = 1 } }, index) => ({
    description: visible(sentenceOf(result)),
    check_name: ruleOf(result),
    fingerprint: fingerprints[index],
    severity: severities[result.severity],
    location: { path, lines: { begin: line } },
  }))
  return `${visibleJson(issues)}\n`
}
