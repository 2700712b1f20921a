import type { BlockStyle } from '../yaml/stringify.ts'
import type { ListLayout } from './layout.ts'

const enoughToSee = 1 << 16
const keyAboveDash = /^([ ]*)(?:- )*[^\s#-][^\n]*:[ ]*\r?\n([ ]*)- /m

/** How the list's items are written: compact where nothing in them tells, as kpt writes, unless the items themselves are wide. */
export function styleOf(bytes: Buffer, items: ListLayout, newline: string): BlockStyle {
  if (items.form !== 'block') return { newline, compact: true }
  const start = items.dashes[0] ?? items.end
  const sample = bytes.toString('latin1', start, Math.min(items.end, start + enoughToSee))
  return { newline, compact: looksCompact(sample) ?? items.column === 0 }
}

/** Whether the first list under a key has its dash below the key; a wrong guess changes the looks and nothing else. */
function looksCompact(sample: string): boolean | undefined {
  const found = keyAboveDash.exec(sample)
  if (found === null) return undefined
  const [line = '', , dashColumn = ''] = found
  const keyColumn = line.search(/[^ -]/)
  return dashColumn.length <= keyColumn
}
