import type { FieldEdit } from '../../manifest/change.ts'
import { afterContent, afterEntry, entryCuts, entryEnd, insertedLines } from '../yaml/edit/block-entries.ts'
import { byteOffsets } from '../yaml/edit/byte-offsets.ts'
import { mappingSplices } from '../yaml/edit/edit.ts'
import { type Splice, splicedPieces, together } from '../yaml/edit/splice.ts'
import { type BlockStyle, blockEntry } from '../yaml/edit/stringify.ts'
import { newlineOf, nextLine } from '../yaml/lines.ts'
import { refuseLostAnchors } from './anchors.ts'
import { decode } from './encoding.ts'
import { flowListSplices, flowPairSplice } from './flow.ts'
import type { ReadItem } from './items.ts'
import type { Outline } from './outline.ts'
import type { EmptyList, ListPlace } from './places.ts'
import { InputError, type ListEdits } from './resource-list.ts'
import { styleOf } from './style.ts'

/**
 * A list with its edits, as the pieces to write one after the other: what isn't edited is never copied.
 * @throws InputError where an item can't be edited without changing another.
 */
export async function written(
  outline: Outline,
  items: readonly ReadItem[],
  edits: ListEdits,
): Promise<Uint8Array[]> {
  const { bytes } = outline
  const style = styleOf(bytes, outline.items, newlineOf(bytes))
  const changed = items.filter(({ position }) => edits.update.has(position))
  refuseLostAnchors(
    bytes,
    items.filter(({ position }) => edits.update.has(position) || edits.remove.has(position)),
  )
  const updates: Splice[] = []
  for (const item of changed) {
    updates.push(...(await itemSplices(outline, item, edits.update.get(item.position) ?? [], style)))
  }
  return splicedPieces(bytes, [
    ...removals(outline, edits),
    ...together(updates, additions(outline, edits, style)),
  ])
}

async function itemSplices(
  { bytes, items }: Outline,
  item: ReadItem,
  edits: readonly FieldEdit[],
  style: BlockStyle,
): Promise<Splice[]> {
  const { entry, tree } = item
  if (tree.isBlock && tree.root.kind === 'mapping' && !tree.root.isFlow) {
    const offset = byteOffsets(tree.text, entry.end - entry.start)
    const at = (place: number) => entry.start + offset(place)
    const splices = mappingSplices({ bytes, at, style }, tree.root, entry.end, edits)
    if (splices !== undefined) return splices
  }
  const { redrawn } = await import('../yaml/edit/redraw.ts')
  const end = items.form === 'block' ? entryEnd(bytes, items, entry.position) : entry.end
  const length = decode(bytes, entry.start, end).length
  const isInList = entry.prefix !== ''
  const column = isInList ? entry.prefix.length + 1 : lastIndentation(tree.text)
  const text = redrawn(tree.text.slice(0, length), tree.value, edits, column, style)
  if (text === undefined) {
    throw new InputError(
      `The item on line ${item.lineOf([])} can't be edited safely, since it isn't written in block style. Write it as plain YAML, without tags, anchors and tabs.`,
    )
  }
  const breakBehind = bytes[end - 1] === 0x0a ? style.newline : ''
  return [{ start: entry.start, end, text: isInList ? `${entry.prefix} ${text}${breakBehind}` : text }]
}

/** The indentation of the last of several lines, where the closing bracket is; two more than nothing in a text of one line. */
function lastIndentation(text: string): number {
  const last = text.lastIndexOf('\n')
  return last === -1 ? 2 : text.slice(last + 1).search(/[^ ]|$/)
}

function removals({ bytes, items }: Outline, { remove, append }: ListEdits): Splice[] {
  if (remove.size === 0 || items.form !== 'block') return []
  const splices = entryCuts(bytes, items, remove)
  if (append.length === 0 && remove.size === items.starts.length) {
    splices.push({ start: items.afterKey, end: items.afterKey, text: ' []' })
  }
  return splices
}

/** The splices that append items and results, each in the style of the list. */
function additions(outline: Outline, { append, results, remove }: ListEdits, style: BlockStyle): Splice[] {
  const lists = [
    { name: 'items', list: outline.items, values: append, remove },
    { name: 'results', list: outline.results, values: results, remove: new Set<number>() },
  ]
  // A new key goes behind everything else, be that added too.
  const inOrder = [
    ...lists.filter(({ list }) => list.form !== 'absent'),
    ...lists.filter(({ list }) => list.form === 'absent'),
  ]
  return inOrder.flatMap(({ name, list, values, remove }) => {
    if (list.form === 'flow') return flowListSplices(outline.bytes, list, remove, values, style)
    if (values.length === 0) return []
    return outline.isFlow
      ? [flowPairSplice(outline, list, name, values, style)]
      : blockAdditions(outline, name, list, values, style)
  })
}

function blockAdditions(
  outline: Outline,
  name: string,
  list: ListPlace,
  values: readonly object[],
  style: BlockStyle,
): Splice[] {
  const { bytes, items } = outline
  const column = list.form === 'block' ? list.column : items.form === 'block' ? items.column : outline.column
  const text = values.map((value) => blockEntry(value, column, style)).join('')
  switch (list.form) {
    case 'block':
      return [insertedLines(bytes, afterEntry(bytes, list, list.starts.length - 1), text, style)]
    case 'empty':
      return fillEmpty(bytes, list, text, style)
    case 'absent': {
      const heading = `${' '.repeat(outline.column)}${name}:${style.newline}`
      return [insertedLines(bytes, afterContent(bytes, 0, outline.end, -1), heading + text, style)]
    }
    case 'flow':
      return []
  }
}

/** Puts entries under a key that has none: the value goes, and what else is on its line stays. */
function fillEmpty(bytes: Uint8Array, list: EmptyList, text: string, style: BlockStyle): Splice[] {
  const lineEnd = nextLine(bytes, list.end)
  return [{ start: list.start, end: list.end, text: '' }, insertedLines(bytes, lineEnd, text, style)]
}
