import type { ListEdits } from '../list/resource-list.ts'
import { afterContent, afterEntry, entryCuts } from '../yaml/block-list.ts'
import { newlineOf, nextLine } from '../yaml/lines.ts'
import type { Splice } from '../yaml/splice.ts'
import { type BlockStyle, blockEntry } from '../yaml/stringify.ts'
import type { EmptyList, Layout, ListLayout } from './layout.ts'
import { styleOf } from './style.ts'

/** The splices that remove items from a list in block style. */
export function removalSplices({ bytes, items }: Layout, { remove, append }: ListEdits): Splice[] {
  if (items.form !== 'block' || remove.size === 0) return []
  const splices = entryCuts(bytes, items, remove)
  if (append.length === 0 && remove.size === items.dashes.length) {
    splices.push({ start: items.afterKey, end: items.afterKey, text: ' []' })
  }
  return splices
}

/** The splices that append items and results, each in the style of the list, where those are written in block style. */
export function additionSplices(layout: Layout, { append, results }: ListEdits): Splice[] {
  if (append.length === 0 && results.length === 0) return []
  const { bytes, items } = layout
  const style = styleOf(bytes, items, newlineOf(bytes))
  const column = items.form === 'block' ? items.column : layout.column
  const added = [
    { list: items, splices: additions(layout, 'items', items, append, column, style) },
    { list: layout.results, splices: additions(layout, 'results', layout.results, results, column, style) },
  ]
  // A new key goes behind everything else, be that added too.
  return [
    ...added.filter(({ list }) => list.form !== 'absent'),
    ...added.filter(({ list }) => list.form === 'absent'),
  ].flatMap(({ splices }) => splices)
}

function additions(
  layout: Layout,
  key: string,
  list: ListLayout,
  values: readonly object[],
  column: number,
  style: BlockStyle,
): Splice[] {
  if (values.length === 0) return []
  const { bytes } = layout
  switch (list.form) {
    case 'block':
      return [
        insertedLines(
          bytes,
          afterEntry(bytes, list, list.dashes.length - 1),
          entries(values, list.column, style),
          style,
        ),
      ]
    case 'empty':
      return fillEmpty(bytes, list, entries(values, column, style), style)
    case 'absent': {
      const at = afterContent(bytes, 0, layout.end, -1)
      const heading = `${' '.repeat(layout.column)}${key}:${style.newline}`
      return [insertedLines(bytes, at, heading + entries(values, column, style), style)]
    }
    case 'flow':
      return []
  }
}

function entries(values: readonly object[], column: number, style: BlockStyle): string {
  return values.map((value) => blockEntry(value, column, style)).join('')
}

/** Puts entries under a key that has none: the value goes, and what else is on its line stays. */
function fillEmpty(bytes: Buffer, list: EmptyList, text: string, style: BlockStyle): Splice[] {
  const lineEnd = nextLine(bytes, list.end)
  return [{ start: list.start, end: list.end, text: '' }, insertedLines(bytes, lineEnd, text, style)]
}

/** Inserts whole lines; bytes that end without a line break keep ending without one. */
export function insertedLines(bytes: Buffer, at: number, text: string, { newline }: BlockStyle): Splice {
  const needsBreak = at > 0 && bytes[at - 1] !== 0x0a
  return { start: at, end: at, text: needsBreak ? newline + text.slice(0, -newline.length) : text }
}
