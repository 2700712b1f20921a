import type { Wanted } from '../resource-list.ts'
import {
  carriageReturn,
  colon,
  dash,
  doubleQuote,
  greaterThan,
  hash,
  newline,
  openBrace,
  openBracket,
  singleQuote,
  space,
  verticalBar,
} from './characters.ts'
import { ItemNotes } from './item-notes.ts'
import type { Outline, TopKey } from './outline.ts'
import { plainValue } from './plain-value.ts'
import { pairEntryLine, pairLine, valueEntryLine } from './simple-lines.ts'
import { blockScalarEnd } from './skip-block-scalar.ts'
import { flowEnd } from './skip-flow.ts'
import { doubtfulItemEnd } from './skip-item.ts'
import {
  beginsPlain,
  isRestOfLine,
  isSeparator,
  lineEnd,
  lineOfTextEnd,
  plainLineEnd,
  plainStop,
  quotedEnd,
  skipSpaces,
  unsure,
} from './skip-scalar.ts'

const deepest = 100
/** YAML wants a colon within 1024 characters of its key's start. */
const longestKey = 1000
const windowSize = 1 << 16
const topKeyName = /^[A-Za-z][A-Za-z0-9_.-]*$/

/*
 * Why this reads what `yaml` reads. A line is taken only if it is blank, a comment, or complete in itself: dashes, keys and
 * values that begin and end on it. Then nothing but its indentation says where it belongs, and that is followed with a stack of
 * the open collections, as YAML has it: a line belongs to the collection at its own column; a deeper line is taken only where
 * the line before left a value open; the one list that may stand at its key's column is that key's value. A deeper line behind a
 * complete value would go on a scalar over several lines, or be wrong: it isn't taken. The one thing that spans lines is a block
 * scalar, and everything that is indented enough belongs to it, whatever it looks like.
 *
 * Not taken: tags, anchors, aliases (they begin with none of the characters that begin a scalar here, as do directives and `? `
 * keys), scalars on a line of their own or over several lines, tabs that are not inside a comment or a block scalar, document
 * markers (they read as plain scalars without a colon, at the column of the keys), a byte order mark and control characters,
 * keys like `<<` and ` :`, and brackets over several lines. What isn't taken makes its item doubtful; outside the items it makes
 * the whole text doubtful.
 */
class Scanner {
  readonly #bytes: Buffer
  readonly #item: ItemNotes
  /** The open collections, outermost first: their columns, and whether they are lists. The first is the top-level mapping. */
  readonly #columns = new Int32Array(deepest)
  readonly #isList = new Uint8Array(deepest)
  #innermost = 0
  #window = ''
  #windowStart = 0
  /** Whether the line before ended with a key or a dash that can have its value below. */
  #open = false
  readonly #keys = new Map<string, TopKey>()
  #key:
    | { name: string; start: number; afterColon: number; nested: boolean; dashes: number[]; column: number }
    | undefined

  constructor(bytes: Buffer, wanted: Wanted) {
    this.#bytes = bytes
    this.#item = new ItemNotes(bytes, wanted)
  }

  outline(): Outline | undefined {
    const bytes = this.#bytes
    let at = 0
    while (at < bytes.length) {
      const start = this.#innermost === 0 ? at : this.#simpleLinesEnd(at)
      if (start >= bytes.length) break
      at = this.#lineEnd(start)
      if (at === unsure) at = this.#doubtfulItemEnd(start)
      if (at === unsure) return undefined
    }
    this.#endKey(bytes.length)
    return { keys: this.#keys, found: this.#item.found, doubtful: this.#item.doubtful }
  }

  #lineEnd(start: number): number {
    const at = skipSpaces(this.#bytes, start)
    const byte = this.#bytes[at] ?? newline
    if (byte === hash) return lineOfTextEnd(this.#bytes, at)
    if (byte === newline || byte === carriageReturn) return lineEnd(this.#bytes, at)
    const isEntry = this.#isDash(at)
    if (!this.#findPlace(at - start, isEntry)) return unsure
    if (isEntry) return this.#entryEnd(start, at)
    const colonAt = this.#keyEnd(at)
    if (colonAt === unsure) return unsure
    if (this.#innermost === 0 && !this.#beginKey(start, at, colonAt)) return unsure
    return this.#pairEnd(at, colonAt)
  }

  /**
   * Takes lines as long as they are simple ones below a top-level key, as `#lineEnd` would. One loop with few calls, since most of
   * the bytes go through it: it is compiled well before functions that call each other would be.
   */
  #simpleLinesEnd(from: number): number {
    const bytes = this.#bytes
    const columns = this.#columns
    const isList = this.#isList
    const item = this.#key?.name === 'items' ? this.#item : undefined
    const text = this.#windowFrom(from)
    const windowStart = this.#windowStart
    const windowEnd = windowStart + text.length
    let at = from
    let innermost = this.#innermost
    let open = this.#open
    while (at < windowEnd) {
      let first = at
      while (bytes[first] === space) first++
      const column = first - at
      const isEntry = bytes[first] === dash && bytes[first + 1] === space
      let level = innermost
      const opened = columns[level] ?? 0
      if (open && (column > opened || (column === opened && isEntry && isList[level] === 0))) {
        level++
        columns[level] = column
        isList[level] = isEntry ? 1 : 0
      } else {
        while ((columns[level] ?? 0) > column) level--
        if (!isEntry && isList[level] === 1) level--
        if (columns[level] !== column || (isList[level] === 1) !== isEntry) break
      }
      if (level === 0 || level > deepest - 2) break
      let line = isEntry ? pairEntryLine : pairLine
      line.lastIndex = first - windowStart
      if (line.test(text)) {
        if (isEntry) {
          if (level === 1) this.#beginEntry(at, first)
          level++
          columns[level] = column + 2
          isList[level] = 0
        }
        if (
          level === 2 &&
          item?.noteSimpleKey(text, isEntry ? first + 2 - windowStart : first - windowStart) === false
        )
          break
      } else {
        if (!isEntry || level === 1) break
        line = valueEntryLine
        line.lastIndex = first - windowStart
        if (!line.test(text)) break
      }
      at = windowStart + line.lastIndex
      const last = bytes[at - 2]
      open = (last === carriageReturn ? bytes[at - 3] : last) === colon
      innermost = level
    }
    this.#innermost = innermost
    this.#open = open
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

  /** Opens and closes collections until the innermost is the one that a line at this column belongs to. */
  #findPlace(column: number, isEntry: boolean): boolean {
    const opened = this.#columns[this.#innermost] ?? 0
    const isOpen = this.#open
    this.#open = false
    if (isOpen && (column > opened || (column === opened && isEntry && !this.#isList[this.#innermost]))) {
      return this.#push(column, isEntry)
    }
    while ((this.#columns[this.#innermost] ?? 0) > column) this.#innermost--
    if (!isEntry && this.#isList[this.#innermost]) this.#innermost--
    return this.#columns[this.#innermost] === column && (this.#isList[this.#innermost] === 1) === isEntry
  }

  #push(column: number, isList: boolean): boolean {
    if (this.#innermost === 0 && this.#key !== undefined) {
      if (isList) this.#key.column = column
      else this.#key.nested = true
    }
    this.#innermost++
    this.#columns[this.#innermost] = column
    this.#isList[this.#innermost] = isList ? 1 : 0
    return this.#innermost < deepest
  }

  #isDash(at: number): boolean {
    return this.#bytes[at] === dash && isSeparator(this.#bytes[at + 1] ?? newline)
  }

  #entryEnd(start: number, dashAt: number): number {
    const bytes = this.#bytes
    if (this.#innermost === 1) this.#beginEntry(start, dashAt)
    let at = dashAt
    for (;;) {
      const after = skipSpaces(bytes, at + 1)
      if (isRestOfLine(bytes[after] ?? newline)) {
        this.#open = true
        return lineEnd(bytes, at + 1)
      }
      if (!this.#isDash(after)) return this.#nodeEnd(start, after)
      if (!this.#push(after - start, true)) return unsure
      at = after
    }
  }

  /** What follows the last dash of a line: a mapping whose first key it is, or a value. */
  #nodeEnd(start: number, at: number): number {
    const colonAt = this.#keyEnd(at)
    if (colonAt === unsure) return this.#valueEnd(at)
    return this.#push(at - start, false) ? this.#pairEnd(at, colonAt) : unsure
  }

  /** Place of the colon, where a key of one line begins here. */
  #keyEnd(at: number): number {
    const bytes = this.#bytes
    const end = this.#scalarEnd(at)
    if (end === unsure) return unsure
    const isKey = bytes[end] === colon && isSeparator(bytes[end + 1] ?? newline) && bytes[end - 1] !== space
    return isKey && end - at <= longestKey ? end : unsure
  }

  #scalarEnd(at: number): number {
    const byte = this.#bytes[at]
    if (byte === doubleQuote || byte === singleQuote) return quotedEnd(this.#bytes, at)
    return beginsPlain(this.#bytes, at) ? plainStop(this.#bytes, at) : unsure
  }

  #pairEnd(keyAt: number, colonAt: number): number {
    const bytes = this.#bytes
    const at = skipSpaces(bytes, colonAt + 1)
    if (this.#innermost === 2 && !this.#item.noteKey(keyAt, colonAt, at)) return unsure
    if (!isRestOfLine(bytes[at] ?? newline)) return this.#valueEnd(at)
    this.#open = true
    return lineEnd(bytes, colonAt + 1)
  }

  /** A value that begins on this line, in the innermost collection. */
  #valueEnd(at: number): number {
    const bytes = this.#bytes
    const byte = bytes[at] ?? newline
    if (byte === verticalBar || byte === greaterThan) {
      return blockScalarEnd(bytes, at, this.#columns[this.#innermost] ?? 0)
    }
    if (byte === openBracket || byte === openBrace) return behind(bytes, flowEnd(bytes, at))
    const end = this.#scalarEnd(at)
    if (byte === doubleQuote || byte === singleQuote) return behind(bytes, end)
    return end === unsure || bytes[end] === colon ? unsure : plainLineEnd(bytes, end)
  }

  #beginKey(start: number, at: number, colonAt: number): boolean {
    this.#endKey(start)
    const isQuoted = this.#bytes[at] === doubleQuote || this.#bytes[at] === singleQuote
    const quote = isQuoted ? 1 : 0
    const name = this.#bytes.toString('latin1', at + quote, colonAt - quote)
    this.#key = { name, start, afterColon: colonAt + 1, nested: false, dashes: [], column: unsure }
    return topKeyName.test(name) && plainValue(name) === name && !this.#keys.has(name)
  }

  #endKey(end: number): void {
    this.#item.end(end)
    if (this.#key !== undefined) this.#keys.set(this.#key.name, { ...this.#key, end })
  }

  /** Notes an entry of a top-level list; it may be the one that was begun last. */
  #beginEntry(start: number, dashAt: number): void {
    if (this.#key === undefined || this.#key.dashes.at(-1) === dashAt) return
    this.#key.dashes.push(dashAt)
    if (this.#key.name === 'items') this.#item.begin(start)
  }

  /** Where the item that the doubtful line is in ends; its being doubtful is noted. */
  #doubtfulItemEnd(line: number): number {
    const column = this.#columns[1] ?? 0
    const isInside = this.#item.isAt(line) || skipSpaces(this.#bytes, line) - line > column
    if (!this.#item.isOpen || !isInside) return unsure
    this.#item.doubt()
    this.#innermost = 1
    this.#open = false
    return doubtfulItemEnd(this.#bytes, line, column)
  }
}

function behind(bytes: Buffer, end: number): number {
  return end === unsure ? unsure : lineEnd(bytes, end)
}

/**
 * Finds the top-level keys and the items of a ResourceList in block style, without making a value of anything but the items'
 * apiVersion and kind. Undefined where the text outside the items isn't certainly what it seems to be.
 */
export function outlineOf(bytes: Buffer, wanted: Wanted): Outline | undefined {
  return new Scanner(bytes, wanted).outline()
}
