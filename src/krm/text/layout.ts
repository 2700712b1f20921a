/** A list of the ResourceList, `items` or `results`, as it is found in the bytes. */
export type ListLayout = AbsentList | EmptyList | BlockList | FlowList

/** The key isn't there. */
export interface AbsentList {
  readonly form: 'absent'
}

/** The key is there with nothing, with a null or with `[]`. */
export interface EmptyList {
  readonly form: 'empty'
  /** From behind the colon (or the last tag or anchor) to the end of the value. */
  readonly start: number
  readonly end: number
}

export interface BlockList {
  readonly form: 'block'
  /** Column of the dashes. */
  readonly column: number
  /** Offset of each entry's dash. */
  readonly dashes: readonly number[]
  /** Behind the colon (or the last tag or anchor): where ` []` goes when all entries do. */
  readonly afterKey: number
  /** Start of the line that ends the list: the next key, the document's end, or the end of the bytes. */
  readonly end: number
}

/** A list in brackets: edited where the text was parsed. */
export interface FlowList {
  readonly form: 'flow'
}

/** Where a ResourceList that is a block mapping can be edited, in bytes. */
export interface Layout {
  readonly bytes: Buffer
  /** Column of the top-level keys. */
  readonly column: number
  readonly items: ListLayout
  readonly results: ListLayout
  /** Where a new top-level key goes. */
  readonly end: number
}
