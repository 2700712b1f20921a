import type { FieldOfFinding } from './finding.ts'
import type { Problem, Rule } from './rule.ts'

/** Collects everything that is wrong with one item, and knows whether it can still be used. */
export class Report {
  readonly position: number
  readonly #problems: Problem[]
  #reported: Set<string> | undefined
  #isRejected = false

  /** The problems are appended to a list that the items share. */
  constructor(position: number, problems: Problem[]) {
    this.position = position
    this.#problems = problems
  }

  /** True once a problem was found that keeps anything from being generated from the item. */
  get isRejected(): boolean {
    return this.#isRejected
  }

  get isEmpty(): boolean {
    return this.#reported === undefined
  }

  /** Reports a problem that leaves the rest of the item usable; one that is known of a field is not said again. */
  warn(rule: Rule, message: string, field?: FieldOfFinding): void {
    const key = `${rule.id} ${field?.path ?? ''}`
    if (this.#reported?.has(key)) return
    this.#reported ??= new Set()
    this.#reported.add(key)
    this.#problems.push({ rule, message, position: this.position, ...(field && { field }) })
  }

  /** Reports a problem that rejects the whole item. */
  reject(rule: Rule, message: string, field?: FieldOfFinding): void {
    this.#isRejected = true
    this.warn(rule, message, field)
  }
}
