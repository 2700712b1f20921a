import type { Rule } from '../../../manifest/rule.ts'

/** The program that found the results. */
export interface Tool {
  readonly name: string
  readonly version: string
  readonly rules: readonly Rule[]
  /** The page of a rule, in Markdown; undefined where it isn't at hand. */
  pageOf(rule: string): string | undefined
}
