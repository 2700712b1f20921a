import type { Wanted } from '../list/resource-list.ts'
import { plainValue } from '../yaml/plain-value.ts'
import { backslash, doubleQuote, singleQuote, space } from './characters.ts'
import type { ItemSlice } from './outline.ts'
import { beginsPlain, plainStop, quotedEnd, unsure } from './skip-scalar.ts'

const kindKey = Buffer.from('kind')
const apiVersionKey = Buffer.from('apiVersion')

const word = / [A-Za-z][\w./-]*(?=\r?\n)/y

/** What the scanner notes about the item that it is in, and the items that came of it. */
export class ItemNotes {
  readonly found: ItemSlice[] = []
  readonly doubtful: ItemSlice[] = []
  isOpen = false
  readonly #bytes: Buffer
  readonly #wanted: Wanted
  #position = -1
  #start = 0
  #hasKeys = false
  #isDoubtful = false
  #apiVersion: string | undefined
  #kind: string | undefined

  constructor(bytes: Buffer, wanted: Wanted) {
    this.#bytes = bytes
    this.#wanted = wanted
  }

  /** Another item begins, at the line of its dash. */
  begin(start: number): void {
    this.end(start)
    this.isOpen = true
    this.#position++
    this.#start = start
    this.#hasKeys = false
    this.#isDoubtful = false
    this.#apiVersion = undefined
    this.#kind = undefined
  }

  /** The item, if one is open, ends before this place. One without a key of its own is doubtful: it may be no mapping. */
  end(end: number): void {
    if (!this.isOpen) return
    this.isOpen = false
    const slice = { position: this.#position, start: this.#start, end }
    if (this.#isDoubtful || !this.#hasKeys) this.doubtful.push(slice)
    else if (this.#isWanted()) this.found.push(slice)
  }

  doubt(): void {
    this.#isDoubtful = true
  }

  /** Whether the item begins on this line. */
  isAt(line: number): boolean {
    return this.isOpen && this.#start === line
  }

  /** Notes a key of the item's own mapping; false where its name or its value isn't certain. The last of two counts. */
  noteKey(keyAt: number, colonAt: number, valueAt: number): boolean {
    if (!this.isOpen) return true
    this.#hasKeys = true
    const first = this.#bytes[keyAt]
    const quote = first === doubleQuote || first === singleQuote ? 1 : 0
    if (quote === 1 && this.#hasEscape(keyAt + 1, colonAt - 1)) return false
    if (this.#is(kindKey, keyAt + quote, colonAt - quote)) return this.#noteKind(this.#text(valueAt))
    if (this.#is(apiVersionKey, keyAt + quote, colonAt - quote))
      return this.#noteApiVersion(this.#text(valueAt))
    return true
  }

  /** Notes a key of the item's own mapping that is on a simple line; false where that takes a closer look. */
  noteSimpleKey(text: string, keyAt: number): boolean {
    this.#hasKeys = true
    if (text.startsWith('kind:', keyAt)) {
      const kind = simpleValue(text, keyAt + 'kind:'.length)
      if (kind === undefined) return false
      this.#kind = kind
    } else if (text.startsWith('apiVersion:', keyAt)) {
      const apiVersion = simpleValue(text, keyAt + 'apiVersion:'.length)
      if (apiVersion === undefined) return false
      this.#apiVersion = apiVersion
    }
    return true
  }

  #noteKind(text: string | undefined | typeof unsure): boolean {
    if (text === unsure) return false
    this.#kind = text
    return true
  }

  #noteApiVersion(text: string | undefined | typeof unsure): boolean {
    if (text === unsure) return false
    this.#apiVersion = text
    return true
  }

  #isWanted(): boolean {
    return (
      this.#apiVersion !== undefined && this.#kind !== undefined && this.#wanted(this.#apiVersion, this.#kind)
    )
  }

  #is(key: Buffer, start: number, end: number): boolean {
    if (end - start !== key.length) return false
    for (let at = 0; at < key.length; at++) if (this.#bytes[start + at] !== key[at]) return false
    return true
  }

  #hasEscape(start: number, end: number): boolean {
    for (let at = start; at < end; at++) {
      if (this.#bytes[at] === backslash || this.#bytes[at] === singleQuote) return true
    }
    return false
  }

  /** The text of a scalar on this line; undefined for any other value. */
  #text(at: number): string | undefined | typeof unsure {
    const byte = this.#bytes[at]
    if (byte === doubleQuote || byte === singleQuote) {
      const end = quotedEnd(this.#bytes, at)
      if (end === unsure || this.#hasEscape(at + 1, end - 1)) return unsure
      return this.#bytes.toString('utf8', at + 1, end - 1)
    }
    // A block scalar is text too.
    if (byte === 0x7c || byte === 0x3e) return unsure
    if (!beginsPlain(this.#bytes, at)) return undefined
    let end = plainStop(this.#bytes, at)
    if (end === unsure) return unsure
    while (this.#bytes[end - 1] === space) end--
    const value = plainValue(this.#bytes.toString('utf8', at, end))
    return typeof value === 'string' ? value : undefined
  }
}

/** A value that is one word of text, and all that its line holds. */
function simpleValue(text: string, from: number): string | undefined {
  word.lastIndex = from
  if (!word.test(text)) return undefined
  const value = text.slice(from + 1, word.lastIndex)
  return plainValue(value) === value ? value : undefined
}
