import { columnOf, firstLine, isContent, nextLine } from '../yaml/lines.ts'
import type { Edges } from './edges.ts'
import { decode } from './encoding.ts'
import type { Outline } from './outline.ts'

/** One item in the bytes: read alone, with blanks in place of its prefix, it is a document of its own. */
export interface Entry {
  /** The list that it is an entry of; undefined for a document of a stream. */
  readonly list: Outline | undefined
  /** Its place in its list or stream. */
  readonly index: number
  /** Start of its line, or of its text in brackets. */
  readonly start: number
  /** Start of the line behind it, or end of its text in brackets. */
  readonly end: number
  /** Column of its dash; -1 where it has none, so that everything in it is right of that. */
  readonly column: number
  /** What stands before its text: the indentation and the dash, or the `---` on its line. */
  readonly prefix: string
}

/** What an item says that it is. */
export interface ItemType {
  readonly apiVersion?: string
  readonly kind?: string
}

/** The entries of a list, in order. */
export function entriesOf(list: Outline): readonly Entry[] {
  const { items } = list
  if (items.form === 'flow') {
    return items.entries.map((place, index) => ({ list, index, ...place, column: -1, prefix: '' }))
  }
  if (items.form !== 'block') return []
  const { column, starts, end } = items
  const prefix = `${' '.repeat(column)}-`
  return starts.map((dash, index) => {
    const next = starts[index + 1]
    return {
      list,
      index,
      start: dash - column,
      end: next === undefined ? end : next - column,
      column,
      prefix,
    }
  })
}

/** Whether an entry stands in brackets. */
export function isInFlow({ list, prefix }: Entry): boolean {
  return list !== undefined && prefix === ''
}

/** The text of an entry as a document of its own: every place in it is that in the bytes, less the entry's start. */
export function textOf(bytes: Uint8Array, { start, end, prefix }: Entry): string {
  const text = decode(bytes, start, end)
  return prefix === '' ? text : ' '.repeat(prefix.length) + text.slice(prefix.length)
}

/** What an entry says that it is, by the lines at the column of its keys; undefined where only reading it can tell. */
export function typeOf(edges: Edges, entry: Entry): ItemType | undefined {
  const { bytes } = edges
  const first = isInFlow(entry) ? undefined : firstKey(bytes, entry)
  if (first === undefined) return undefined
  const type: Partial<Record<'apiVersion' | 'kind', string>> = {}
  for (const line of edges.between(first.line, entry.end, first.column)) {
    const column = line === first.line ? first.column : columnOf(bytes, line)
    if (column > first.column) continue
    // Something left of the keys is for the reader to judge.
    if (column < first.column) return undefined
    const key = line + column
    const name = nameByLetter.get(bytes[key] ?? 0)
    if (name === '') return undefined
    const text = name === undefined ? '' : decode(bytes, key, nextLine(bytes, key))
    if (name === undefined || !typeKey.test(text)) continue
    const word = typeWord.exec(text)?.[2]
    if (word === undefined || type[name] !== undefined || goesOn(bytes, key, entry.end, column))
      return undefined
    type[name] = word
  }
  return type
}

/** The first key of an entry: the start of its line, that of the dash or one below, and its column. */
function firstKey(bytes: Uint8Array, { start, end, column }: Entry) {
  const behindDash = start + column + 1
  const at = behindDash + columnOf(bytes, behindDash)
  const line = isContent(bytes[at]) ? start : firstLine(bytes, nextLine(bytes, start), end)
  if (line === undefined) return undefined
  const key = line === start ? at : line + columnOf(bytes, line)
  return isPlainKey(bytes[key]) ? { line, column: key - line } : undefined
}

/** Whether a line that is nested deeper follows, which would be a part of the value. */
function goesOn(bytes: Uint8Array, key: number, end: number, column: number): boolean {
  const below = firstLine(bytes, nextLine(bytes, key), end)
  return below !== undefined && columnOf(bytes, below) > column
}

/** What a key that begins so can be; `''` for one that could be either in another spelling: quoted, `? kind`, tagged, an alias or a merge. */
const nameByLetter: ReadonlyMap<number, 'apiVersion' | 'kind' | ''> = new Map([
  [0x61, 'apiVersion'],
  [0x6b, 'kind'],
  ...Array.from('"\'?!&*<', (character) => [character.charCodeAt(0), ''] as const),
])
const typeKey = /^(?:kind|apiVersion) *:/
/** A word that is text in every version of YAML, and all that the line holds. */
const typeWord =
  /^(?:kind|apiVersion): +(["']?)((?!(?:[yn]|yes|no|on|off|true|false|null)["'\s])[A-Za-z][\w./-]*)\1 *(?:(?<= )#.*)?\r?\n?$/i

function isPlainKey(byte: number | undefined): boolean {
  return byte !== undefined && (byte >= 0x80 || /\w/.test(String.fromCharCode(byte)))
}
