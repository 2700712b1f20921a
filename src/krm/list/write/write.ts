import { groupedBy } from '../../../manifest/grouped.ts'
import { entryCuts, insertedLines } from '../../yaml/edit/block-entries.ts'
import { type Splice, splicedPieces, together } from '../../yaml/edit/splice.ts'
import { type BlockStyle, blockMapping } from '../../yaml/edit/stringify.ts'
import type { DocumentPlace } from '../documents.ts'
import type { Entry } from '../entries.ts'
import type { ReadItems } from '../items.ts'
import type { Outline } from '../outline/outline.ts'
import type { ListEdits } from '../resource-list.ts'
import { additions, endsInBlockScalar } from './additions.ts'
import { flowCuts } from './flow.ts'
import { styleOf } from './style.ts'
import { updatesOf } from './update.ts'

/**
 * An input with its edits, as the pieces to write one after the other: what isn't edited is never copied. New items and
 * results go into the list or, where there is none, behind the last document.
 * @throws InputError where an item can't be edited without changing another.
 */
export async function inputWith(
  read: ReadItems,
  documents: readonly DocumentPlace[],
  list: Outline | undefined,
  edits: ListEdits,
): Promise<Uint8Array[]> {
  const { bytes } = read
  const style = styleOf(read, list)
  const removed = indexesByHome(read.entries.filter((_entry, position) => edits.remove.has(position)))
  const updates = await updatesOf(read, edits, style)
  const added =
    list === undefined
      ? newDocuments(read, documents, edits.append, style)
      : additions(list, read, edits, removed.get(list), style)
  const cuts = [...removed].flatMap(([home, indexes]) =>
    home === undefined
      ? documentCuts(documents, indexes)
      : itemCuts(home, indexes, home === list && edits.append.length > 0),
  )
  return splicedPieces(bytes, [...cuts, ...together(updates, added)])
}

/** The places of entries in their list or, with no list, among the documents. */
function indexesByHome(entries: readonly Entry[]): ReadonlyMap<Outline | undefined, ReadonlySet<number>> {
  const groups = groupedBy(entries, ({ list }) => list)
  return new Map(Array.from(groups, ([home, group]) => [home, new Set(group.map(({ index }) => index))]))
}

/** A document goes with its marker; the first, which may have none, with that of the next. */
function documentCuts(documents: readonly DocumentPlace[], removed: ReadonlySet<number>): Splice[] {
  return [...removed].flatMap((index) => {
    const [document, next] = documents.slice(index, index + 2)
    if (document === undefined) return []
    const { marker, start, end } = document
    const takesNext = marker === start && next !== undefined && !removed.has(index + 1)
    return [{ start: marker, end: takesNext ? next.start : end, text: '' }]
  })
}

function newDocuments(
  { bytes, last }: ReadItems,
  documents: readonly DocumentPlace[],
  append: readonly object[],
  style: BlockStyle,
): Splice[] {
  if (append.length === 0) return []
  const text = append.map((value) => `---${style.newline}${blockMapping(value, 0, style)}`).join('')
  const place = documents.at(-1)
  if (place === undefined || !endsInBlockScalar(bytes, last))
    return [insertedLines(bytes, bytes.length, text, style)]
  const marker = place.marker === place.start ? `---${style.newline}` : ''
  return [{ start: place.marker, end: place.marker, text: text + marker }]
}

/** The splices that remove entries of a list; `isRefilled` where others come. */
function itemCuts(
  { edges: { bytes }, items }: Outline,
  removed: ReadonlySet<number>,
  isRefilled: boolean,
): Splice[] {
  if (items.form === 'flow') return flowCuts(items, removed)
  if (items.form !== 'block') return []
  const isEmptied = removed.size === items.starts.length && !isRefilled
  const empty = isEmptied ? [{ start: items.afterKey, end: items.afterKey, text: ' []' }] : []
  return [...entryCuts(bytes, items, removed), ...empty]
}
