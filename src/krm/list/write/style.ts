import type { BlockStyle } from '../../yaml/edit/stringify.ts'
import { newlineOf } from '../../yaml/lines.ts'
import { decode } from '../encoding.ts'
import type { ReadItems } from '../items.ts'
import type { Outline } from '../outline/outline.ts'

const enoughToSee = 1 << 16
const keyAboveDash = /^([ ]*)(?:- )*[^\s#-][^\n]*:[ ]*\r?\n([ ]*)- /m

/**
 * How the items are written, of a list or of a stream, by one of them. Compact where nothing in them tells, as kpt writes,
 * unless the list's items themselves are wide.
 */
export function styleOf({ bytes, entries, items }: ReadItems, list: Outline | undefined): BlockStyle {
  const newline = newlineOf(bytes)
  const sample = list === undefined ? items[0]?.entry : entries[0]
  if (sample === undefined || (sample.prefix === '' && list !== undefined)) return { newline, compact: true }
  const end = list === undefined ? sample.end : bytes.length
  const text = decode(bytes, sample.start, Math.min(end, sample.start + enoughToSee))
  return { newline, compact: looksCompact(text) ?? sample.column <= 0 }
}

/** Whether the first list under a key has its dash below the key; a wrong guess changes the looks and nothing else. */
function looksCompact(sample: string): boolean | undefined {
  const found = keyAboveDash.exec(sample)
  if (found === null) return undefined
  const [line = '', , dashColumn = ''] = found
  const keyColumn = line.search(/[^ -]/)
  return dashColumn.length <= keyColumn
}
