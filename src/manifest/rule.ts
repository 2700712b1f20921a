import type { FieldOfFinding, Severity } from './finding.ts'

/** A rule that a finding can name. */
export interface Rule {
  /** Stable, in kebab-case: users write it in `spec.rules`. */
  readonly id: string
  /** The severity unless `spec.rules` says another. */
  readonly severity: Severity
  /** What the rule finds, in a line. */
  readonly summary: string
}

/** What a rule found, before the user's severities are applied. */
export interface Problem {
  readonly rule: Rule
  readonly message: string
  readonly position: number
  readonly field?: FieldOfFinding
}
