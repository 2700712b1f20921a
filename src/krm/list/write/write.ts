import {
  afterContent,
  afterEntry,
  entryCuts,
  entryStart,
  insertedLines,
} from '../../yaml/edit/block-entries.ts'
import { type Splice, splicedPieces, together } from '../../yaml/edit/splice.ts'
import { type BlockStyle, blockEntry, blockMapping } from '../../yaml/edit/stringify.ts'
import { newlineOf, nextLine } from '../../yaml/lines.ts'
import type { Node } from '../../yaml/tree.ts'
import type { DocumentPlace } from '../documents.ts'
import type { ReadItem, ReadItems } from '../items.ts'
import type { Outline } from '../outline.ts'
import type { EmptyList, ListPlace } from '../places.ts'
import type { ListEdits } from '../resource-list.ts'
import { flowListSplices, flowPairSplice } from './flow.ts'
import { styleOf, styleOfDocument } from './style.ts'
import { updatesOf } from './update.ts'

/**
 * A list with its edits, as the pieces to write one after the other: what isn't edited is never copied.
 * @throws InputError where an item can't be edited without changing another.
 */
export async function listWith(outline: Outline, read: ReadItems, edits: ListEdits): Promise<Uint8Array[]> {
  const { bytes } = outline
  const style = styleOf(bytes, outline.items, newlineOf(bytes))
  const updates = await updatesOf(bytes, read.items, edits, style)
  const removed = removedIn(outline, read, edits)
  return splicedPieces(bytes, [
    ...removals(outline, removed, edits),
    ...together(updates, additions(outline, removed, edits, style, read.last)),
  ])
}

/** A stream with its edits, in the same way; new items are documents behind the last one. */
export async function streamWith(
  bytes: Uint8Array,
  documents: readonly DocumentPlace[],
  read: ReadItems,
  edits: ListEdits,
): Promise<Uint8Array[]> {
  const style = styleOfDocument(bytes, read.items[0]?.entry, newlineOf(bytes))
  const updates = await updatesOf(bytes, read.items, edits, style)
  const lists = new Set(read.candidates.flatMap(({ home }) => ('outline' in home ? [home.outline] : [])))
  const inLists = [...lists].flatMap((outline) => {
    const removed = removedIn(outline, read, edits)
    const none = { ...edits, append: [], results: [] }
    return [...removals(outline, removed, none), ...additions(outline, removed, none, style, undefined)]
  })
  return splicedPieces(bytes, [
    ...documentCuts(documents, read, edits),
    ...inLists,
    ...together(updates, newDocuments(bytes, documents, edits, style, read.last)),
  ])
}

/** The places of the entries of one list that go. */
function removedIn(outline: Outline, { candidates }: ReadItems, { remove }: ListEdits): ReadonlySet<number> {
  const gone = candidates.filter(
    ({ home }, position) => remove.has(position) && 'outline' in home && home.outline === outline,
  )
  return new Set(gone.map(({ entry }) => entry.index))
}

/** A document goes with its marker; the first, which may have none, with that of the next. */
function documentCuts(
  documents: readonly DocumentPlace[],
  { candidates }: ReadItems,
  { remove }: ListEdits,
): Splice[] {
  if (remove.size === 0) return []
  const next = new Map(documents.map((document, index) => [document, documents[index + 1]]))
  return candidates.flatMap(({ home }, position) => {
    if (!remove.has(position) || !('document' in home)) return []
    const { marker, start, end } = home.document
    const limit = marker === start ? (next.get(home.document)?.start ?? end) : end
    return [{ start: marker, end: limit, text: '' }]
  })
}

function newDocuments(
  bytes: Uint8Array,
  documents: readonly DocumentPlace[],
  { append }: ListEdits,
  style: BlockStyle,
  last: ReadItem | undefined,
): Splice[] {
  if (append.length === 0) return []
  const text = append.map((value) => `---${style.newline}${blockMapping(value, 0, style)}`).join('')
  const place = documents.at(-1)
  if (place === undefined || !endsInBlockScalar(bytes, last))
    return [insertedLines(bytes, bytes.length, text, style)]
  const marker = place.marker === place.start ? `---${style.newline}` : ''
  return [{ start: place.marker, end: place.marker, text: text + marker }]
}

/** The splices that remove entries of a list in block style. */
function removals({ bytes, items }: Outline, removed: ReadonlySet<number>, { append }: ListEdits): Splice[] {
  if (removed.size === 0 || items.form !== 'block') return []
  const splices = entryCuts(bytes, items, removed)
  if (append.length === 0 && removed.size === items.starts.length) {
    splices.push({ start: items.afterKey, end: items.afterKey, text: ' []' })
  }
  return splices
}

/** The splices that append items and results, each in the style of the list. */
function additions(
  outline: Outline,
  removed: ReadonlySet<number>,
  { append, results }: ListEdits,
  style: BlockStyle,
  last: ReadItem | undefined,
): Splice[] {
  const lists = [
    { name: 'items', list: outline.items, values: append, removed },
    { name: 'results', list: outline.results, values: results, removed: new Set<number>() },
  ]
  // A new key goes behind everything else, be that added too.
  const inOrder = [
    ...lists.filter(({ list }) => list.form !== 'absent'),
    ...lists.filter(({ list }) => list.form === 'absent'),
  ]
  const before = endsInBlockScalar(outline.bytes, last) ? last : undefined
  return inOrder.flatMap(({ name, list, values, removed }) => {
    if (list.form === 'flow') return flowListSplices(outline.bytes, list, removed, values, style)
    if (values.length === 0) return []
    return outline.isFlow
      ? [flowPairSplice(outline, list, name, values, style)]
      : blockAdditions(outline, name, list, values, style, before)
  })
}

/** `before` is the last item where nothing can come behind it. */
function blockAdditions(
  outline: Outline,
  name: string,
  list: ListPlace,
  values: readonly object[],
  style: BlockStyle,
  before: ReadItem | undefined,
): Splice[] {
  const { bytes, items } = outline
  const column = list.form === 'block' ? list.column : items.form === 'block' ? items.column : outline.column
  const text = values.map((value) => blockEntry(value, column, style)).join('')
  switch (list.form) {
    case 'block': {
      const isLast = before !== undefined && name === 'items'
      const at = isLast
        ? entryStart(bytes, list, before.entry.index)
        : afterEntry(bytes, list, list.starts.length - 1)
      return [insertedLines(bytes, at, text, style)]
    }
    case 'empty':
      return fillEmpty(bytes, list, text, style)
    case 'absent': {
      const heading = `${' '.repeat(outline.column)}${name}:${style.newline}`
      const behind = afterContent(bytes, 0, outline.end, -1)
      const at = before === undefined ? behind : (outline.keys.get('items')?.start ?? behind)
      return [insertedLines(bytes, at, heading + text, style)]
    }
    case 'flow':
      return []
  }
}

/**
 * Whether the bytes end, without a line break, in a block scalar: YAML's readers don't agree whether its value ends with one
 * then, so that none can be put behind it.
 */
function endsInBlockScalar(bytes: Uint8Array, last: ReadItem | undefined): boolean {
  if (last === undefined || last.entry.end !== bytes.length || bytes.at(-1) === 0x0a) return false
  let node: Node | undefined = last.tree.root
  while (node !== undefined && node.kind !== 'scalar') {
    node = node.kind === 'mapping' ? node.pairs.at(-1)?.node : node.entries.at(-1)?.node
  }
  return node?.isBlock === true
}

/** Puts entries under a key that has none: the value goes, and what else is on its line stays. */
function fillEmpty(bytes: Uint8Array, list: EmptyList, text: string, style: BlockStyle): Splice[] {
  const lineEnd = nextLine(bytes, list.end)
  return [{ start: list.start, end: list.end, text: '' }, insertedLines(bytes, lineEnd, text, style)]
}
