/** A stretch of the bytes that holds one item, from the start of its dash's line. */
export interface ItemSlice {
  readonly position: number
  readonly start: number
  readonly end: number
}

/** A top-level key with its value. */
export interface TopKey {
  readonly name: string
  /** Start of the key's line. */
  readonly start: number
  /** Behind the colon. */
  readonly afterColon: number
  /** Start of the line of the next key, or the end of the bytes. */
  readonly end: number
  /** Column of the dashes of its value; -1 where that is no list in block style. */
  readonly column: number
  readonly dashes: readonly number[]
  /** Whether its value is a mapping in block style. */
  readonly nested: boolean
}

/** What is where in a ResourceList. */
export interface Outline {
  readonly keys: ReadonlyMap<string, TopKey>
  /** The items whose apiVersion and kind are wanted. */
  readonly found: readonly ItemSlice[]
  /** The items that the scanner isn't sure how to read. */
  readonly doubtful: readonly ItemSlice[]
}
