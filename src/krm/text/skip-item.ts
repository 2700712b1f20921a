import { nextLine } from '../yaml/lines.ts'
import { carriageReturn, dash, hash, newline, tab } from './characters.ts'
import { skipSpaces, unsure } from './skip-scalar.ts'

/*
 * Where an item ends that has a line in it which the scanner doesn't understand. Its dash stands at column c, and everything
 * that YAML nests in it has to be indented deeper than c: the lines of plain and quoted scalars, of block scalars and of
 * brackets. So the first line at column c or left of it, that isn't blank or a comment, is outside the item, or else `yaml` finds
 * the item's own lines, read alone, to be wrong (a quote or a bracket that isn't closed). Whoever uses this has the lines of the
 * item read alone, and gives up on the whole text if they are wrong. Anchors that are defined inside the item serve it alone:
 * an alias elsewhere would be wrong when read alone. What could mean something else when read alone isn't taken: document
 * markers, directives and tabs as indentation.
 */

/** Start of the first line behind the item that the line at `line` is in, its dashes being at this column. */
export function doubtfulItemEnd(bytes: Buffer, line: number, column: number): number {
  let start = nextLine(bytes, line)
  while (start < bytes.length) {
    if (couldEndDocument(bytes, start)) return unsure
    const at = skipSpaces(bytes, start)
    const byte = bytes[at] ?? newline
    if (at - start <= column && byte !== newline && byte !== carriageReturn && byte !== hash) {
      return byte === tab ? unsure : start
    }
    start = nextLine(bytes, start)
  }
  return bytes.length
}

function couldEndDocument(bytes: Buffer, start: number): boolean {
  const byte = bytes[start]
  if (byte === 0x25) return true
  return (byte === dash || byte === 0x2e) && bytes[start + 1] === byte && bytes[start + 2] === byte
}
