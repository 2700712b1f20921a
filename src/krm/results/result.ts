import type { Severity } from '../../manifest/finding.ts'
import type { Step } from '../yaml/step.ts'

/** A result as the KRM functions specification has it. */
export interface Result {
  readonly message: string
  readonly severity: Severity
  readonly resourceRef?: {
    readonly apiVersion: string
    readonly kind: string
    readonly name: string
    readonly namespace?: string
  }
  readonly field?: {
    readonly path: string
    readonly currentValue?: unknown
    readonly proposedValue?: unknown
  }
  readonly file?: { readonly path: string; readonly index?: number }
  readonly tags?: Readonly<Record<string, string>>
}

/** File that a result names. */
export type File = NonNullable<Result['file']>

/** What a finding is about: an item of the list, a resource that the functionConfig gives, or the functionConfig. */
export interface Subject {
  readonly object: unknown
  /** Where it was read from, where it isn't an item of the list: an item itself says where it came from. */
  readonly file?: File
  /** The line of a field in the input, from 1; undefined for what is not in the input. */
  lineOf?(steps: readonly Step[]): number
}

/** The position of findings about the functionConfig, which isn't an item of the list. */
export const functionConfigPosition = -1
