import type { FieldOfFinding, Severity } from './finding.ts'

/** A rule that a finding can name. */
export interface Rule {
  /** Stable, in kebab-case: users write it in `spec.rules`. */
  readonly id: string
  /** The severity unless `spec.rules` says another. */
  readonly severity: Severity
  /** What the rule finds, in a line. */
  readonly summary: string
  /** Whether text output shows it even as an info, which it leaves out otherwise. */
  readonly alwaysShown?: boolean
}

/** What a rule found, before the user's severities are applied. */
export interface Problem {
  readonly rule: Rule
  readonly message: string
  readonly position: number
  readonly field?: FieldOfFinding
}
