import type { Step } from '../yaml/step.ts'
import type { Result } from './result.ts'

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
