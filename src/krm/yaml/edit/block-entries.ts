import { columnOf, commentColumn, isBlank, lineStart, nextLine } from '../lines.ts'
import type { Splice } from './splice.ts'
import type { BlockStyle } from './stringify.ts'

/** A list or mapping in block style, as it is found in the bytes. */
export interface BlockPlace {
  /** Column of the dashes or keys. */
  readonly column: number
  /** Offset of each entry's dash, or of each pair's key. */
  readonly starts: readonly number[]
  /** Start of the line that ends it: the next key around it, the document's end, or the end of the bytes. */
  readonly end: number
}

/*
 * What belongs to an entry of a block list whose dashes stand at column c (and likewise to a pair of a block mapping whose
 * keys stand at column c):
 * - its lines, from the dash to its last line of content;
 * - below them, comment lines that stand deeper than c: YAML readers put them inside the entry too;
 * - above its dash, the comment lines at column c that touch it, with no blank line between;
 * - the blank lines below it, when it goes and another entry follows, so that none are left twice.
 * Every other comment is nobody's, and stays.
 */

/** The stretches that go when these entries go. */
export function entryCuts(bytes: Uint8Array, place: BlockPlace, remove: ReadonlySet<number>): Splice[] {
  const { starts, column } = place
  const firstKept = starts.findIndex((_start, position) => !remove.has(position))
  const first = starts[0] ?? place.end
  const sharesLine = firstKept !== 0 && !startsItsLine(bytes, first, column)
  const together = sharesLine
    ? [{ start: first, end: starts[firstKept] ?? endOfText(bytes, place), text: '' }]
    : []
  return [...remove]
    .filter((position) => !sharesLine || (firstKept !== -1 && position > firstKept))
    .map((position) => entryCut(bytes, place, position))
    .concat(together)
}

function entryCut(bytes: Uint8Array, place: BlockPlace, position: number): Splice {
  const end = entryEnd(bytes, place, position)
  const isLast = position === place.starts.length - 1
  return {
    start: entryStart(bytes, place, position),
    end: isLast ? end : skipBlankLines(bytes, end, entryLimit(bytes, place, position), place.column),
    text: '',
  }
}

/** Where the lines of an entry that starts its line begin, with the comments that are its own. */
export function entryStart(bytes: Uint8Array, { starts, column, end }: BlockPlace, position: number): number {
  let start = lineStart(bytes, starts[position] ?? end)
  while (start > 0) {
    const line = lineStart(bytes, start - 1)
    // No text of the entry before stands at this column, so that a comment there is no line of a block scalar.
    if (commentColumn(bytes, line) !== column) break
    start = line
  }
  return start
}

/** Where an entry's own lines end, without the blank lines and the comments at the dash's column (or left of it). */
function entryEnd(bytes: Uint8Array, place: BlockPlace, position: number): number {
  return ownEnd(bytes, place.starts[position] ?? place.end, entryLimit(bytes, place, position), place.column)
}

/** Where the next entry's line starts, or the list ends. */
export function entryLimit(bytes: Uint8Array, { starts, end }: BlockPlace, position: number): number {
  const next = starts[position + 1]
  return next === undefined ? end : lineStart(bytes, next)
}

/** Where lines can be put behind an entry without becoming a part of it or of the next. */
export function afterEntry(bytes: Uint8Array, place: BlockPlace, position: number): number {
  const start = place.starts[position] ?? place.end
  return afterContent(bytes, start, entryLimit(bytes, place, position), place.column)
}

/** Where lines can be put behind the content that starts at `start`, at a column of at most `column`, and before `limit`. */
export function afterContent(bytes: Uint8Array, start: number, limit: number, column: number): number {
  const end = ownEnd(bytes, start, limit, column)
  // Blank lines below a block scalar with a `+` are part of its value.
  return end < limit && mayEndInKeptLines(bytes, start, end) ? skipBlankLines(bytes, end, limit, column) : end
}

/** Whether nothing but spaces stands before an entry on its line. */
export function startsItsLine(bytes: Uint8Array, start: number, column: number): boolean {
  const line = lineStart(bytes, start)
  return line + column === start && columnOf(bytes, line) === column
}

/** Inserts whole lines; bytes that end without a line break keep ending without one. */
export function insertedLines(bytes: Uint8Array, at: number, text: string, { newline }: BlockStyle): Splice {
  const needsBreak = at > 0 && bytes[at - 1] !== 0x0a
  return { start: at, end: at, text: needsBreak ? newline + text.slice(0, -newline.length) : text }
}

/** The end of the last entry's text, before its line break. */
function endOfText(bytes: Uint8Array, place: BlockPlace): number {
  const end = entryEnd(bytes, place, place.starts.length - 1)
  const last = bytes[end - 1] === 0x0a ? end - 1 : end
  return bytes[last - 1] === 0x0d ? last - 1 : last
}

function ownEnd(bytes: Uint8Array, start: number, limit: number, column: number): number {
  let end = limit
  while (end > start) {
    const line = lineStart(bytes, end - 1)
    if (line <= start || !(isBlank(bytes, line, column) || isForeignComment(bytes, line, column))) break
    end = line
  }
  return end
}

function isForeignComment(bytes: Uint8Array, line: number, column: number): boolean {
  const at = commentColumn(bytes, line)
  return at !== -1 && at <= column
}

function skipBlankLines(bytes: Uint8Array, from: number, limit: number, column: number): number {
  let at = from
  while (at < limit && isBlank(bytes, at, column)) at = nextLine(bytes, at)
  return at
}

/** Whether a `|+`, a `>2+` or the like may be in these bytes. */
function mayEndInKeptLines(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = bytes.indexOf(0x2b, start); at !== -1 && at < end; at = bytes.indexOf(0x2b, at + 1)) {
    const before = bytes[at - 1] ?? 0
    const isDigit = before >= 0x31 && before <= 0x39
    const indicator = isDigit ? bytes[at - 2] : before
    if (indicator === 0x7c || indicator === 0x3e) return true
  }
  return false
}
