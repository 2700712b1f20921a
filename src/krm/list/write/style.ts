import type { BlockStyle } from '../../yaml/edit/stringify.ts'
import { decode } from '../encoding.ts'
import type { Entry } from '../entries.ts'
import type { ListPlace } from '../places.ts'

const enoughToSee = 1 << 16
const keyAboveDash = /^([ ]*)(?:- )*[^\s#-][^\n]*:[ ]*\r?\n([ ]*)- /m

/** How the list's items are written: compact where nothing in them tells, as kpt writes, unless the items themselves are wide. */
export function styleOf(bytes: Uint8Array, items: ListPlace, newline: string): BlockStyle {
  if (items.form !== 'block') return { newline, compact: true }
  const start = items.starts[0] ?? items.end
  const sample = decode(bytes, start, Math.min(items.end, start + enoughToSee))
  return { newline, compact: looksCompact(sample) ?? items.column === 0 }
}

/** The same for the documents of a stream, by one of them. */
export function styleOfDocument(bytes: Uint8Array, entry: Entry | undefined, newline: string): BlockStyle {
  const sample = entry && decode(bytes, entry.start, Math.min(entry.end, entry.start + enoughToSee))
  return { newline, compact: sample === undefined || (looksCompact(sample) ?? true) }
}

/** Whether the first list under a key has its dash below the key; a wrong guess changes the looks and nothing else. */
function looksCompact(sample: string): boolean | undefined {
  const found = keyAboveDash.exec(sample)
  if (found === null) return undefined
  const [line = '', , dashColumn = ''] = found
  const keyColumn = line.search(/[^ -]/)
  return dashColumn.length <= keyColumn
}
