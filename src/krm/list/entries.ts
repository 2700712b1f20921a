import { nextLine } from '../yaml/lines.ts'
import type { DocumentPlace } from './documents.ts'
import { columnOf, edges, firstLine } from './edges.ts'
import { decode } from './encoding.ts'
import type { ListPlace } from './places.ts'

/** One item in the bytes: read alone, with blanks in place of its prefix, it is a document of its own. */
export interface Entry {
  /** Its place in its list. */
  readonly index: number
  /** Start of its line, or of its text in brackets. */
  readonly start: number
  /** Start of the line behind it, or end of its text in brackets. */
  readonly end: number
  /** Column of its dash. */
  readonly column: number
  /** What stands before its text: the indentation and the dash. */
  readonly prefix: string
}

/** What an item says that it is. */
export interface ItemType {
  readonly apiVersion?: string
  readonly kind?: string
  /** Whether only reading the item can tell. */
  readonly isDoubtful: boolean
}

/** The entries of a list, in order. */
export function entriesOf(list: ListPlace): readonly Entry[] {
  if (list.form === 'flow') {
    return list.entries.map(({ start, end }, index) => ({ index, start, end, column: 0, prefix: '' }))
  }
  if (list.form !== 'block') return []
  const { column, starts, end } = list
  const prefix = `${' '.repeat(column)}-`
  return starts.map((dash, index) => {
    const next = starts[index + 1]
    return { index, start: dash - column, end: next === undefined ? end : next - column, column, prefix }
  })
}

/** The text of an entry as a document of its own: every place in it is that in the bytes, less the entry's start. */
export function textOf(bytes: Uint8Array, { start, end, prefix }: Entry): string {
  const text = decode(bytes, start, end)
  return prefix === '' ? text : ' '.repeat(prefix.length) + text.slice(prefix.length)
}

/** A document of a stream as an entry: it has no dash, and so everything in it is right of column -1. */
export function entryOfDocument({ start, end, prefix }: DocumentPlace): Entry {
  return { index: 0, start, end, column: -1, prefix }
}

/** What a document of a stream says that it is. */
export function typeOfDocument(bytes: Uint8Array, document: DocumentPlace): ItemType {
  const entry = entryOfDocument(document)
  const first = document.prefix === '' ? firstKey(bytes, entry) : undefined
  if (first === undefined) return doubtful
  const lines = first.column === 0 ? document.lines : edges(bytes, entry.start, entry.end, first.column)
  return typeIn(bytes, lines, entry, first)
}

/** What each entry of a list says that it is, from the lines at the column of its keys. */
export function typesOf(bytes: Uint8Array, list: ListPlace, entries: readonly Entry[]): readonly ItemType[] {
  if (list.form !== 'block') return entries.map(() => doubtful)
  const { column, lines } = list
  let at = 0
  return entries.map((entry) => {
    const from = at
    while (at < lines.length && (lines[at] ?? 0) < entry.end) at++
    const first = firstKey(bytes, entry)
    if (first === undefined) return doubtful
    return first.column === column + 2
      ? typeIn(bytes, lines.slice(from, at), entry, first)
      : typeIn(bytes, edges(bytes, entry.start, entry.end, first.column), entry, first)
  })
}

const doubtful: ItemType = { isDoubtful: true }

/** The first key of an entry. */
interface FirstKey {
  /** Start of its line: that of the dash, or one below. */
  readonly line: number
  readonly column: number
}

function firstKey(bytes: Uint8Array, { start, end, column }: Entry): FirstKey | undefined {
  let at = start + column + 1
  while (bytes[at] === space) at++
  const isOnLine = !isLineEnd(bytes[at]) && bytes[at] !== hash
  const line = isOnLine ? start : firstLine(bytes, nextLine(bytes, start), end)
  if (line === undefined) return undefined
  const key = isOnLine ? at : line + columnOf(bytes, line)
  return isPlainKey(bytes[key]) ? { line, column: key - line } : undefined
}

function typeIn(bytes: Uint8Array, lines: readonly number[], { end }: Entry, first: FirstKey): ItemType {
  let apiVersion: string | undefined
  let kind: string | undefined
  for (const line of lines) {
    if (line < first.line) continue
    const column = columnOf(bytes, line)
    if (line > first.line && column > first.column) continue
    // Something left of the keys is for the reader to judge.
    if (line > first.line && column < first.column) return doubtful
    const key = line + first.column
    const letter = bytes[key]
    if (letter !== letterK && letter !== letterA) {
      if (couldNameType(letter)) return doubtful
      continue
    }
    const text = decode(bytes, key, nextLine(bytes, key))
    if (!typeKey.test(text)) continue
    const word = typeWord.exec(text)?.[2]
    const isNamed = letter === letterK ? kind !== undefined : apiVersion !== undefined
    if (word === undefined || isNamed || goesOn(bytes, key, end, first.column)) return doubtful
    if (letter === letterK) kind = word
    else apiVersion = word
  }
  return {
    isDoubtful: false,
    ...(apiVersion !== undefined && { apiVersion }),
    ...(kind !== undefined && { kind }),
  }
}

/** Whether a line that is nested deeper follows, which would be a part of the value. */
function goesOn(bytes: Uint8Array, key: number, end: number, column: number): boolean {
  const below = firstLine(bytes, nextLine(bytes, key), end)
  return below !== undefined && columnOf(bytes, below) > column
}

const space = 0x20
const hash = 0x23
const letterA = 0x61
const letterK = 0x6b
const typeKey = /^(?:kind|apiVersion) *:/
/** A word that is text in every version of YAML, and all that the line holds. */
const typeWord =
  /^(?:kind|apiVersion): +(["']?)((?!(?:[yn]|yes|no|on|off|true|false|null)["'\s])[A-Za-z][\w./-]*)\1 *(?:(?<= )#.*)?\r?\n?$/i

/** Whether a key that begins so could be `kind` or `apiVersion` in another spelling: quoted, `? kind`, tagged, an alias or a merge. */
function couldNameType(byte: number | undefined): boolean {
  return byte !== undefined && '"\'?!&*<'.includes(String.fromCharCode(byte))
}

function isPlainKey(byte: number | undefined): boolean {
  if (byte === undefined) return false
  const letter = byte | 0x20
  return (
    (letter >= letterA && letter <= 0x7a) || (byte >= 0x30 && byte <= 0x39) || byte === 0x5f || byte >= 0x80
  )
}

function isLineEnd(byte: number | undefined): boolean {
  return byte === 0x0a || byte === 0x0d || byte === undefined
}
