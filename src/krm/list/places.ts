import type { BlockPlace } from '../yaml/edit/block-entries.ts'

/** Where a list of the ResourceList, `items` or `results`, is in the bytes. */
export type ListPlace = AbsentList | EmptyList | BlockList | FlowList

/** The key isn't there. */
export interface AbsentList {
  readonly form: 'absent'
}

/** The key is there with nothing, with a null or with `[]`. */
export interface EmptyList {
  readonly form: 'empty'
  /** From behind the colon to the end of the value. */
  readonly start: number
  readonly end: number
}

export interface BlockList extends BlockPlace {
  readonly form: 'block'
  /** Behind the colon: where ` []` goes when all entries do. */
  readonly afterKey: number
  /** The starts of its lines up to two columns right of the dashes. */
  readonly lines: readonly number[]
}

/** A list in brackets. */
export interface FlowList {
  readonly form: 'flow'
  readonly entries: readonly { readonly start: number; readonly end: number }[]
  /** Behind the opening bracket, and before the closing one. */
  readonly start: number
  readonly end: number
}
