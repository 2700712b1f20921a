import type { Wanted } from '../list/resource-list.ts'
import { plainValue } from '../yaml/plain-value.ts'
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
import { Nesting } from './nesting.ts'
import type { Outline, TopKey } from './outline.ts'
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
import { SimpleLines } from './skip-simple-lines.ts'

/** YAML wants a colon within 1024 characters of its key's start. */
const longestKey = 1000
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
  readonly #nesting = new Nesting()
  readonly #simpleLines: SimpleLines
  readonly #keys = new Map<string, TopKey>()
  #key:
    | { name: string; start: number; afterColon: number; nested: boolean; dashes: number[]; column: number }
    | undefined

  constructor(bytes: Buffer, wanted: Wanted) {
    this.#bytes = bytes
    this.#item = new ItemNotes(bytes, wanted)
    this.#simpleLines = new SimpleLines(bytes, this.#nesting, (start, dashAt) =>
      this.#beginEntry(start, dashAt),
    )
  }

  outline(): Outline | undefined {
    const bytes = this.#bytes
    let at = 0
    while (at < bytes.length) {
      const start = this.#nesting.innermost === 0 ? at : this.#simpleLinesEnd(at)
      if (start >= bytes.length) break
      at = this.#lineEnd(start)
      if (at === unsure) at = this.#doubtfulItemEnd(start)
      if (at === unsure) return undefined
    }
    this.#endKey(bytes.length)
    return { keys: this.#keys, found: this.#item.found, doubtful: this.#item.doubtful }
  }

  #simpleLinesEnd(from: number): number {
    return this.#simpleLines.end(from, this.#key?.name === 'items' ? this.#item : undefined)
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
    if (this.#nesting.innermost === 0 && !this.#beginKey(start, at, colonAt)) return unsure
    return this.#pairEnd(at, colonAt)
  }

  /** Makes the innermost collection the one that a line at this column belongs to. */
  #findPlace(column: number, isEntry: boolean): boolean {
    return this.#nesting.takesOpen(column, isEntry)
      ? this.#push(column, isEntry)
      : this.#nesting.closeTo(column, isEntry)
  }

  #push(column: number, isList: boolean): boolean {
    if (this.#nesting.innermost === 0 && this.#key !== undefined) {
      if (isList) this.#key.column = column
      else this.#key.nested = true
    }
    return this.#nesting.open(column, isList)
  }

  #isDash(at: number): boolean {
    return this.#bytes[at] === dash && isSeparator(this.#bytes[at + 1] ?? newline)
  }

  #entryEnd(start: number, dashAt: number): number {
    const bytes = this.#bytes
    if (this.#nesting.innermost === 1) this.#beginEntry(start, dashAt)
    let at = dashAt
    for (;;) {
      const after = skipSpaces(bytes, at + 1)
      if (isRestOfLine(bytes[after] ?? newline)) {
        this.#nesting.isOpen = true
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
    if (this.#nesting.innermost === 2 && !this.#item.noteKey(keyAt, colonAt, at)) return unsure
    if (!isRestOfLine(bytes[at] ?? newline)) return this.#valueEnd(at)
    this.#nesting.isOpen = true
    return lineEnd(bytes, colonAt + 1)
  }

  /** A value that begins on this line, in the innermost collection. */
  #valueEnd(at: number): number {
    const bytes = this.#bytes
    const byte = bytes[at] ?? newline
    if (byte === verticalBar || byte === greaterThan) {
      return blockScalarEnd(bytes, at, this.#nesting.column)
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
    const column = this.#nesting.columns[1] ?? 0
    const isInside = this.#item.isAt(line) || skipSpaces(this.#bytes, line) - line > column
    if (!this.#item.isOpen || !isInside) return unsure
    this.#item.doubt()
    this.#nesting.innermost = 1
    this.#nesting.isOpen = false
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
