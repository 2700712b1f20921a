import { carriageReturn, colon, dash, newline, space } from './characters.ts'
import type { ItemNotes } from './item-notes.ts'
import { deepest, type Nesting } from './nesting.ts'
import {
  longKey,
  pairEntryLine,
  pairEntryLines,
  pairLine,
  pairLines,
  valueEntryLine,
} from './simple-lines.ts'

const windowSize = 1 << 16
/** Lines that are shorter, together, have no key that is too long. */
const longestKey = 1000

/** Notes that an entry of a top-level list begins, with its dash. */
type BeginEntry = (start: number, dashAt: number) => void

/**
 * Takes lines as long as they are simple ones below a top-level key, as the scanner would. One loop with few calls, since most
 * of the bytes go through it: it is compiled well before functions that call each other would be.
 */
export class SimpleLines {
  readonly #bytes: Buffer
  readonly #nesting: Nesting
  readonly #beginEntry: BeginEntry
  #window = ''
  #windowStart = 0

  constructor(bytes: Buffer, nesting: Nesting, beginEntry: BeginEntry) {
    this.#bytes = bytes
    this.#nesting = nesting
    this.#beginEntry = beginEntry
  }

  /** Start of the first line from this one on that isn't simple. The notes are those of the items, inside their list. */
  end(from: number, item: ItemNotes | undefined): number {
    const bytes = this.#bytes
    const { columns, isList } = this.#nesting
    const text = this.#windowFrom(from)
    const windowStart = this.#windowStart
    const windowEnd = windowStart + text.length
    let at = from
    let innermost = this.#nesting.innermost
    let isOpen = this.#nesting.isOpen
    while (at < windowEnd) {
      let first = at
      while (bytes[first] === space) first++
      const column = first - at
      const isEntry = bytes[first] === dash && bytes[first + 1] === space
      let level = innermost
      const opened = columns[level] ?? 0
      if (isOpen && (column > opened || (column === opened && isEntry && isList[level] === 0))) {
        level++
        columns[level] = column
        isList[level] = isEntry ? 1 : 0
      } else {
        while ((columns[level] ?? 0) > column) level--
        if (!isEntry && isList[level] === 1) level--
        if (columns[level] !== column || (isList[level] === 1) !== isEntry) break
      }
      if (level === 0 || level > deepest - 2) break
      // The keys of an item's own mapping are noted, so that these lines are taken one by one.
      let lines = isEntry
        ? level === 1
          ? pairEntryLine
          : pairEntryLines
        : level === 2
          ? pairLine
          : pairLines
      const start = at - windowStart
      lines.lastIndex = start
      const isPair = lines.test(text)
      if (!isPair) {
        if (!isEntry || level === 1) break
        lines = valueEntryLine
        lines.lastIndex = start
        if (!lines.test(text)) break
      }
      const end = endBeforeLongKey(text, start, lines.lastIndex)
      if (end === start) break
      if (isPair) {
        if (isEntry) {
          if (level === 1) this.#beginEntry(at, first)
          level++
          columns[level] = column + 2
          isList[level] = 0
        }
        const keyAt = (isEntry ? first + 2 : first) - windowStart
        if (level === 2 && item?.noteSimpleKey(text, keyAt) === false) break
      }
      at = windowStart + end
      const last = bytes[at - 2]
      isOpen = (last === carriageReturn ? bytes[at - 3] : last) === colon
      innermost = level
    }
    this.#nesting.innermost = innermost
    this.#nesting.isOpen = isOpen
    return at
  }

  /** The window of the bytes that a line is in, as text; only whole lines are in it, and only a window is ever text. */
  #windowFrom(line: number): string {
    if (line >= this.#windowStart + this.#window.length) {
      const last = Math.min(line + windowSize, this.#bytes.length)
      const end = this.#bytes.lastIndexOf(newline, last - 1) + 1
      this.#windowStart = line
      this.#window = end > line ? this.#bytes.toString('latin1', line, end) : ''
    }
    return this.#window
  }
}

/** Where simple lines end, or the line before the first whose key can be too long. */
function endBeforeLongKey(text: string, start: number, end: number): number {
  if (end - start < longestKey) return end
  const at = text.slice(start, end).search(longKey)
  return at === -1 ? end : start + at
}
