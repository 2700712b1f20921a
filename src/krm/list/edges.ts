const newline = 0x0a
const carriageReturn = 0x0d
const space = 0x20
const hash = 0x23

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
    const byte = bytes[at]
    if (
      at - start <= column &&
      byte !== newline &&
      byte !== hash &&
      byte !== carriageReturn &&
      byte !== undefined
    ) {
      starts.push(start)
    }
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

export const edges = globalThis.krmIngressShimEdges ?? edgesOf

/** The start of the first line with content between two places; undefined where there is none. */
export function firstLine(bytes: Uint8Array, from: number, to: number): number | undefined {
  for (let start = from; start < to; ) {
    const byte = bytes[start + columnOf(bytes, start)]
    if (byte !== newline && byte !== hash && byte !== carriageReturn && byte !== undefined) return start
    const end = bytes.indexOf(newline, start)
    if (end === -1) break
    start = end + 1
  }
  return undefined
}

/** The column at which the content of a line begins. */
export function columnOf(bytes: Uint8Array, start: number): number {
  let at = start
  while (bytes[at] === space) at++
  return at - start
}

/** Whether there is a dash with a blank or the end of the line behind it. */
export function isDash(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0x2d && isBlank(bytes[at + 1])
}

/** Whether a byte ends a word: a blank, a line break, or the end of the bytes. */
export function isBlank(byte: number | undefined): boolean {
  return byte === space || byte === newline || byte === carriageReturn || byte === undefined
}

/** Whether a carriage return is there that ends a line alone, as it does for YAML but not for this outline. */
export function hasLoneCarriageReturn(bytes: Uint8Array): boolean {
  let at = bytes.indexOf(carriageReturn)
  while (at !== -1 && bytes[at + 1] === newline) at = bytes.indexOf(carriageReturn, at + 2)
  return at !== -1
}
