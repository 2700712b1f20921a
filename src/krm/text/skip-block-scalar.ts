import { carriageReturn, newline, space, tab } from './characters.ts'
import { lineEnd, lineOfTextEnd, unsure } from './skip-scalar.ts'

/*
 * Block scalars whose header gives no indentation: it is that of the first line that isn't blank. Everything that is indented
 * as much belongs to them, whatever it looks like; the first line that is indented less ends them. Not taken, since YAML
 * has rules of its own for it: a scalar without any content, a blank line above the content that is longer than the content's
 * indentation, and a tab where the indentation could go on.
 */

/** Start of the first line behind the block scalar whose header is at `from`, in a collection at column `parent`. */
export function blockScalarEnd(bytes: Uint8Array, from: number, parent: number): number {
  const header = bytes[from + 1] === 0x2b || bytes[from + 1] === 0x2d ? from + 2 : from + 1
  let at = lineEnd(bytes, header)
  let indentation = unsure
  let longestBlank = 0
  while (at !== unsure && at < bytes.length) {
    const start = at
    while (bytes[at] === space) at++
    const byte = bytes[at] ?? newline
    const column = at - start
    const isBlank = byte === newline || (byte === carriageReturn && bytes[at + 1] === newline)
    if (isBlank) {
      if (column > longestBlank) longestBlank = column
    } else if (indentation === unsure) {
      if (column <= parent || byte === tab || longestBlank > column) return unsure
      indentation = column
      longestBlank = 0
    } else if (column < indentation) {
      return byte === tab ? unsure : start
    }
    at = lineOfTextEnd(bytes, at)
  }
  return indentation === unsure ? unsure : at
}
