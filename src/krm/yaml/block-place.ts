/** A list or mapping in block style, as it is found in the bytes. */
export interface BlockPlace {
  /** Column of the dashes or keys. */
  readonly column: number
  /** Offset of each entry's dash, or of each pair's key. */
  readonly starts: readonly number[]
  /** Start of the line that ends it: the next key around it, the document's end, or the end of the bytes. */
  readonly end: number
}
