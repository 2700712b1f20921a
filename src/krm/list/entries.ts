import { decode } from './encoding.ts'
import type { Outline } from './outline/outline.ts'

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
