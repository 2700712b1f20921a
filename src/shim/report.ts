import type { FieldOfFinding } from './finding.ts'
import type { Problem, Rule } from './rule.ts'

/** Collects everything that is wrong with one item, and whether it can still be used. */
export class Report {
  readonly problems: Problem[] = []
  #spoiled = false

  constructor(readonly position: number) {}

  /** True once something was found that leaves nothing to be generated from the item. */
  get spoiled(): boolean {
    return this.#spoiled
  }

  /** Notes a problem that leaves the rest of the item usable. */
  note(rule: Rule, message: string, field?: FieldOfFinding): void {
    this.problems.push({ rule, message, position: this.position, ...(field && { field }) })
  }

  /** Notes a problem that spoils the whole item. */
  spoil(rule: Rule, message: string, field?: FieldOfFinding): void {
    this.#spoiled = true
    this.note(rule, message, field)
  }
}
