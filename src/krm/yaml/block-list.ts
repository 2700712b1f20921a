import type { BlockList } from '../text/layout.ts'
import { commentColumn, isBlank, lineStart, nextLine } from './lines.ts'
import type { Splice } from './splice.ts'

const enoughToSearch = 1 << 20

/*
 * What belongs to an entry of a block list whose dashes stand at column c (and likewise to a pair of a block mapping whose
 * keys stand at column c):
 * - its lines, from the dash to its last line of content;
 * - below them, comment lines that stand deeper than c: YAML readers put them inside the entry too;
 * - above its dash, the comment lines at column c that touch it, with no blank line between;
 * - the blank lines below it, when it goes and another entry follows, so that none are left twice.
 * Every other comment is nobody's, and stays whoever goes.
 */

/** Where the entry's own lines end, without the blank lines and the comments at the dash's column (or left of it). */
export function entryEnd(bytes: Buffer, list: BlockList, position: number): number {
  const dash = list.dashes[position] ?? list.end
  return ownEnd(bytes, dash, entryLimit(bytes, list, position), list.column)
}

/** The stretches that go when these entries go. */
export function entryCuts(bytes: Buffer, list: BlockList, remove: ReadonlySet<number>): Splice[] {
  const firstKept = list.dashes.findIndex((_dash, position) => !remove.has(position))
  const first = list.dashes[0] ?? list.end
  const sharesLine = firstKept !== 0 && !startsItsLine(bytes, first, list.column)
  const together = sharesLine
    ? [{ start: first, end: list.dashes[firstKept] ?? endOfText(bytes, list), text: '' }]
    : []
  return [...remove]
    .filter((position) => !sharesLine || (firstKept !== -1 && position > firstKept))
    .map((position) => entryCut(bytes, list, position))
    .concat(together)
}

function entryCut(bytes: Buffer, list: BlockList, position: number): Splice {
  const end = entryEnd(bytes, list, position)
  const isLast = position === list.dashes.length - 1
  return {
    start: entryStart(bytes, list, position),
    end: isLast ? end : skipBlankLines(bytes, end, entryLimit(bytes, list, position), list.column),
    text: '',
  }
}

/** Where the lines of an entry that starts its line begin, with the comments that are its own. */
export function entryStart(bytes: Buffer, list: BlockList, position: number): number {
  const dash = list.dashes[position] ?? list.end
  const from = position === 0 ? nextLine(bytes, list.afterKey) : entryEnd(bytes, list, position - 1)
  return ownStart(bytes, lineStart(bytes, dash), from, list.column)
}

/** The end of the last entry's text, before its line break. */
function endOfText(bytes: Buffer, list: BlockList): number {
  const end = entryEnd(bytes, list, list.dashes.length - 1)
  const last = bytes[end - 1] === 0x0a ? end - 1 : end
  return bytes[last - 1] === 0x0d ? last - 1 : last
}

/** Where lines can be put behind an entry without becoming a part of it or of the next. */
export function afterEntry(bytes: Buffer, list: BlockList, position: number): number {
  const limit = entryLimit(bytes, list, position)
  return afterContent(bytes, list.dashes[position] ?? list.end, limit, list.column)
}

/** Where lines can be put behind the content that starts at `start`, at a column of at most `column`, and before `limit`. */
export function afterContent(bytes: Buffer, start: number, limit: number, column: number): number {
  const end = ownEnd(bytes, start, limit, column)
  // Blank lines below a block scalar with a `+` are part of its value.
  return end < limit && mayEndInKeptLines(bytes, start, end) ? skipBlankLines(bytes, end, limit, column) : end
}

/** Where the next entry's line starts, or the list ends. */
export function entryLimit(bytes: Buffer, list: BlockList, position: number): number {
  const next = list.dashes[position + 1]
  return next === undefined ? list.end : lineStart(bytes, next)
}

/** Whether nothing but spaces stands before an entry on its line. */
export function startsItsLine(bytes: Buffer, dash: number, column: number): boolean {
  return (
    dash - lineStart(bytes, dash) === column &&
    bytes.subarray(dash - column, dash).every((byte) => byte === 0x20)
  )
}

function ownEnd(bytes: Buffer, start: number, limit: number, column: number): number {
  let end = limit
  while (end > start) {
    const line = lineStart(bytes, end - 1)
    if (line <= start || !(isBlank(bytes, line, column) || isForeignComment(bytes, line, column))) break
    end = line
  }
  return end
}

function isForeignComment(bytes: Buffer, line: number, column: number): boolean {
  const at = commentColumn(bytes, line)
  return at !== -1 && at <= column
}

function ownStart(bytes: Buffer, dashLine: number, from: number, column: number): number {
  let start = dashLine
  while (start > from) {
    const line = lineStart(bytes, start - 1)
    if (line < from || commentColumn(bytes, line) !== column) break
    start = line
  }
  return start
}

function skipBlankLines(bytes: Buffer, from: number, limit: number, column: number): number {
  let at = from
  while (at < limit && isBlank(bytes, at, column)) at = nextLine(bytes, at)
  return at
}

function mayEndInKeptLines(bytes: Buffer, start: number, end: number): boolean {
  return end - start > enoughToSearch || /[|>][1-9]?\+/.test(bytes.toString('latin1', start, end))
}
