import { afterContent, afterEntry, entryStart, insertedLines } from '../../yaml/edit/block-entries.ts'
import type { Splice } from '../../yaml/edit/splice.ts'
import { type BlockStyle, blockEntry } from '../../yaml/edit/stringify.ts'
import { nextLine } from '../../yaml/lines.ts'
import type { Node } from '../../yaml/tree.ts'
import type { ReadItem, ReadItems } from '../items.ts'
import type { ListPlace, Outline } from '../outline/outline.ts'
import type { ListEdits } from '../resource-list.ts'
import { flowEntries, flowPair } from './flow.ts'

/** The splices that append items and results to a list, each in its style; `removed` are the items that go. */
export function additions(
  outline: Outline,
  { last }: ReadItems,
  { append, results }: ListEdits,
  removed: ReadonlySet<number> | undefined,
  style: BlockStyle,
): Splice[] {
  const { bytes } = outline.edges
  const lists = [
    { name: 'items', place: outline.items, values: append, gone: removed?.size ?? 0 },
    { name: 'results', place: outline.results, values: results, gone: 0 },
  ].filter(({ values }) => values.length > 0)
  // A new key goes behind everything else, be that added too.
  const inOrder = [
    ...lists.filter(({ place }) => place.form !== 'absent'),
    ...lists.filter(({ place }) => place.form === 'absent'),
  ]
  const before = endsInBlockScalar(bytes, last) ? last : undefined
  return inOrder.flatMap(({ name, place, values, gone }) => {
    if (place.form === 'flow')
      return [flowEntries(bytes, place, values, gone === place.entries.length, style)]
    return outline.isFlow
      ? [flowPair(outline, place, name, values, style)]
      : blockAdditions(outline, name, place, values, style, before)
  })
}

/** `before` is the last item where nothing can come behind it. */
function blockAdditions(
  outline: Outline,
  name: string,
  place: ListPlace,
  values: readonly object[],
  style: BlockStyle,
  before: ReadItem | undefined,
): Splice[] {
  const { items, column: keys, edges } = outline
  const { bytes } = edges
  const column = place.form === 'block' ? place.column : items.form === 'block' ? items.column : keys
  const text = values.map((value) => blockEntry(value, column, style)).join('')
  if (place.form === 'block') {
    const isLast = before !== undefined && name === 'items'
    const at = isLast
      ? entryStart(bytes, place, before.entry.index)
      : afterEntry(bytes, place, place.starts.length - 1)
    return [insertedLines(bytes, at, text, style)]
  }
  if (place.form === 'empty') {
    // The value goes, and what else is on its line stays.
    const lines = insertedLines(bytes, nextLine(bytes, place.end), text, style)
    return [{ start: place.start, end: place.end, text: '' }, lines]
  }
  const behind = afterContent(bytes, 0, outline.end, -1)
  const at = before === undefined ? behind : (outline.keys.get('items')?.start ?? behind)
  return [insertedLines(bytes, at, `${' '.repeat(keys)}${name}:${style.newline}${text}`, style)]
}

/**
 * Whether the bytes end, without a line break, in a block scalar: YAML's readers don't agree whether its value ends with one
 * then, so that none can be put behind it.
 */
export function endsInBlockScalar(bytes: Uint8Array, last: ReadItem | undefined): boolean {
  if (last === undefined || last.entry.end !== bytes.length || bytes.at(-1) === 0x0a) return false
  let node: Node | undefined = last.tree.root
  while (node !== undefined && node.kind !== 'scalar') {
    node = node.kind === 'mapping' ? node.pairs.at(-1)?.node : node.entries.at(-1)?.node
  }
  return node?.isBlock === true
}
