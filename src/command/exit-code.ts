import { type Finding, isAsBadAs, type Severity } from '../manifest/finding.ts'

export const exitCodes = {
  /** Written, and no result is an error. */
  success: 0,
  /** Written, and a result is an error. */
  foundErrors: 1,
  /** The input could not be read, or the call is wrong; nothing was written. */
  failure: 2,
  /** The reader of the output went away, as shells report it of every program in a pipe (128 + SIGPIPE). */
  outputClosed: 141,
} as const

/** The code of a run with these findings; `failOn` is the least severity that counts. */
export function exitCodeOf(findings: readonly Finding[], failOn: Severity): number {
  return findings.some(({ severity }) => isAsBadAs(severity, failOn))
    ? exitCodes.foundErrors
    : exitCodes.success
}
