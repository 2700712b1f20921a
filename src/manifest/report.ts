import type { FieldOfFinding } from './finding.ts'
import type { Problem, Rule } from './rule.ts'

/** Notes everything that is wrong with one item, and knows whether it can still be used. */
export class Report {
  readonly position: number
  readonly #problems: Problem[]
  #count = 0
  #spoiled = false

  /** The problems are appended to a list that the items share. */
  constructor(position: number, problems: Problem[]) {
    this.position = position
    this.#problems = problems
  }

  /** True once something was found that leaves nothing to be generated from the item. */
  get spoiled(): boolean {
    return this.#spoiled
  }

  get isEmpty(): boolean {
    return this.#count === 0
  }

  /** Notes a problem that leaves the rest of the item usable. */
  note(rule: Rule, message: string, field?: FieldOfFinding): void {
    this.#count++
    this.#problems.push({ rule, message, position: this.position, ...(field && { field }) })
  }

  /** Notes a problem that spoils the whole item. */
  spoil(rule: Rule, message: string, field?: FieldOfFinding): void {
    this.#spoiled = true
    this.note(rule, message, field)
  }
}
