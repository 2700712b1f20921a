import { isMap, isSeq, type Pair, type YAMLMap, type YAMLSeq } from 'yaml'
import { insertedLines } from '../text/block-splices.ts'
import type { BlockList } from '../text/layout.ts'
import { afterEntry, entryCuts, entryLimit, entryStart, startsItsLine } from '../yaml/block-list.ts'
import type { Splice } from '../yaml/splice.ts'
import { blockEntry, blockPair } from '../yaml/stringify.ts'
import { alignment, inPlace, type Step } from './alignment.ts'
import { elementsOf, flowListSplices, flowMapSplices, isFlow } from './flow.ts'
import { columnAt, dashesOf, isExplicit, keyText, pairStart, rangeOf } from './nodes.ts'
import { jsValue } from './parse.ts'
import { type Editing, inBytes, type Place, placeOfElement, placeOfEntry, placeOfValue } from './place.ts'
import { replacedValue } from './replace-value.ts'
import { definedKeys, isFields, sameValue } from './target.ts'

type Fields = Readonly<Record<string, unknown>>

/** What a block collection stands between: behind an indicator, before another line (in bytes). */
type Extent = Pick<Place, 'indicator' | 'limit'>

/** The splices, in bytes, that turn one entry of a list into another value; nothing else is touched. */
export function entrySplices(
  editing: Editing,
  list: YAMLSeq,
  limit: number,
  position: number,
  target: unknown,
): Splice[] {
  const steps = list.items.map(
    (_item, old): Step => (old === position ? { kind: 'change', old, value: target } : { kind: 'keep', old }),
  )
  const extent = { indicator: rangeOf(list)[0], limit }
  return isFlow(list) ? flowSequence(editing, list, steps) : blockSequence(editing, list, extent, steps)
}

function valueSplices(editing: Editing, node: unknown, target: unknown, place: Place): Splice[] {
  const before = jsValue(editing.parsed, node)
  if (sameValue(before, target)) return []
  if (isMap(node) && node.items.length > 0 && isFields(target) && definedKeys(target).length > 0) {
    return isFlow(node) ? flowMapping(editing, node, target) : blockMapping(editing, node, target, place)
  }
  if (
    isSeq(node) &&
    Array.isArray(before) &&
    before.length > 0 &&
    Array.isArray(target) &&
    target.length > 0
  ) {
    return isFlow(node)
      ? flowSequence(editing, node, inPlace(before, target))
      : blockSequence(editing, node, place, alignment(before, target))
  }
  return [replacedValue(editing, node, target, place)]
}

/** What has to happen to the pairs of a mapping. */
function pairSteps(editing: Editing, map: YAMLMap, target: Fields) {
  const { parsed } = editing
  const removed = new Set<number>()
  const changed: { readonly pair: Pair; readonly position: number; readonly value: unknown }[] = []
  const missing = new Set(definedKeys(target))
  map.items.forEach((pair, position) => {
    const key = keyText(parsed.doc, pair.key)
    const value = missing.has(key) ? target[key] : undefined
    const stays = value !== undefined && sameValue(jsValue(parsed, pair.value), value)
    // A key that is written as `? key` has no one place for a value: it goes, and comes back as `key: value`.
    if (value === undefined || (!stays && isExplicit(pair))) removed.add(position)
    else missing.delete(key)
    if (value !== undefined && !stays && !isExplicit(pair)) changed.push({ pair, position, value })
  })
  return { removed, changed, added: [...missing].map((key) => [key, target[key]] as const) }
}

function blockMapping(editing: Editing, map: YAMLMap, target: Fields, within: Extent): Splice[] {
  const { bytes, style } = editing
  const list = blockList(editing, map.items.map(pairStart), within)
  const { removed, changed, added } = pairSteps(editing, map, target)
  const end = afterEntry(bytes, list, map.items.length - 1)
  return [
    ...changed.flatMap(({ pair, position, value }) => {
      const place = placeOfValue(pair, false, list.column, entryLimit(bytes, list, position))
      return valueSplices(editing, pair.value, value, place)
    }),
    ...entryCuts(bytes, list, removed),
    ...added.map(([key, value]) =>
      insertedLines(bytes, end, blockPair(key, value, list.column, style), style),
    ),
  ]
}

function flowMapping(editing: Editing, map: YAMLMap, target: Fields): Splice[] {
  const { removed, changed, added } = pairSteps(editing, map, target)
  return [
    ...changed.flatMap(({ pair, value }) =>
      valueSplices(editing, pair.value, value, placeOfValue(pair, true, 0, 0)),
    ),
    ...inBytes(editing, flowMapSplices(editing.parsed.text, map, removed, added, editing.flow)),
  ]
}

function blockSequence(editing: Editing, seq: YAMLSeq, within: Extent, steps: readonly Step[]): Splice[] {
  const list = blockList(editing, dashesOf(seq), within)
  const removed = new Set<number>()
  const splices: Splice[] = []
  let previous = -1
  for (const step of steps) {
    if (step.kind === 'add') splices.push(insertedEntry(editing, list, previous, step.value))
    else previous = step.old
    if (step.kind === 'remove') removed.add(step.old)
    if (step.kind === 'change') {
      const place = placeOfEntry(seq, step.old, list.column, entryLimit(editing.bytes, list, step.old))
      splices.push(...valueSplices(editing, seq.items[step.old], step.value, place))
    }
  }
  return [...splices, ...entryCuts(editing.bytes, list, removed)]
}

function insertedEntry({ bytes, style }: Editing, list: BlockList, previous: number, value: unknown): Splice {
  const text = blockEntry(value, list.column, style)
  if (previous >= 0) return insertedLines(bytes, afterEntry(bytes, list, previous), text, style)
  const first = list.dashes[0] ?? list.end
  if (startsItsLine(bytes, first, list.column)) {
    return insertedLines(bytes, entryStart(bytes, list, 0), text, style)
  }
  return { start: first, end: first, text: text.trimStart() + ' '.repeat(list.column) }
}

function flowSequence(editing: Editing, seq: YAMLSeq, steps: readonly Step[]): Splice[] {
  const removed = new Set<number>()
  const added: unknown[] = []
  const splices: Splice[] = []
  const elements = elementsOf(seq)
  for (const step of steps) {
    if (step.kind === 'add') added.push(step.value)
    if (step.kind === 'remove') removed.add(step.old)
    if (step.kind === 'change') {
      const node = seq.items[step.old]
      const place = placeOfElement(elements[step.old]?.start ?? 0, rangeOf(node)[0])
      splices.push(...valueSplices(editing, node, step.value, place))
    }
  }
  return [
    ...splices,
    ...inBytes(editing, flowListSplices(editing.parsed.text, seq, removed, added, editing.flow)),
  ]
}

function blockList(
  { parsed, at }: Editing,
  starts: readonly number[],
  { indicator, limit }: Extent,
): BlockList {
  const column = columnAt(parsed.text, starts[0] ?? 0)
  return { form: 'block', column, dashes: starts.map(at), afterKey: at(indicator), end: limit }
}
