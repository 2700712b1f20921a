import { isContent } from '../yaml/lines.ts'
import { firstIndex } from '../yaml/sorted.ts'

const newline = 0x0a
const carriageReturn = 0x0d
const space = 0x20

/**
 * The starts of the lines, between `from` (the start of one) and `to`, whose content begins at `column` or left of it; blank
 * lines and comments are none. All that YAML nests in an entry stands deeper than its dash, and all that it nests in a
 * mapping deeper than its keys, but for lists: so these lines are the outline of a text, whatever is between them.
 */
export function edgesOf(bytes: Uint8Array, from: number, to: number, column: number): number[] {
  const starts: number[] = []
  for (let start = from; start < to; ) {
    let at = start
    while (bytes[at] === space) at++
    if (at - start <= column && isContent(bytes[at])) starts.push(start)
    const end = bytes.indexOf(newline, at)
    if (end === -1) break
    start = end + 1
  }
  return starts
}

declare global {
  /** `edgesOf` from a world that would have to interpret the loop, which goes over all bytes of a list. */
  var krmIngressShimEdges: typeof edgesOf | undefined
}

const edges = globalThis.krmIngressShimEdges ?? edgesOf

/** The lines of a text up to a column, which are looked for once. */
export class Edges {
  readonly bytes: Uint8Array
  readonly starts: readonly number[]
  readonly #column: number

  constructor(bytes: Uint8Array, from: number, to: number, column: number) {
    this.bytes = bytes
    this.starts = edges(bytes, from, to, column)
    this.#column = column
  }

  /** Those between two places, with all up to another column. */
  between(from: number, to: number, column: number): readonly number[] {
    const edges = this.within(from, to, column)
    return edges.starts.slice(edges.indexOf(from), edges.indexOf(to))
  }

  /** The index of the first one at a place or behind it. */
  indexOf(place: number): number {
    const { starts } = this
    return firstIndex(starts.length, (index) => (starts[index] ?? 0) >= place)
  }

  /** These, or where they are not enough all between two places up to another column. */
  within(from: number, to: number, column: number): Edges {
    return column > this.#column ? new Edges(this.bytes, from, to, column) : this
  }
}

/** Whether a carriage return is there that ends a line alone, as it does for YAML but not for this outline. */
export function hasLoneCarriageReturn(bytes: Uint8Array): boolean {
  let at = bytes.indexOf(carriageReturn)
  while (at !== -1 && bytes[at + 1] === newline) at = bytes.indexOf(carriageReturn, at + 2)
  return at !== -1
}
