import type { FieldEdit } from '../../../manifest/change.ts'
import { withEdits } from '../../../manifest/edited-value.ts'
import { groupedBy } from '../../../manifest/grouped.ts'
import { sameValue } from '../../../manifest/same-value.ts'
import { nextLine } from '../lines.ts'
import type { Mapping, Node, Sequence } from '../tree.ts'
import { alignment } from './alignment.ts'
import type { BlockPlace } from './block-entries.ts'
import {
  afterEntry,
  entryCuts,
  entryLimit,
  entryStart,
  insertedLines,
  startsItsLine,
} from './block-entries.ts'
import { doubleQuoted, singleQuoted, spacedFlowText } from './quote.ts'
import type { Splice } from './splice.ts'
import { afterColon, afterDash, type BlockStyle, blockEntry, blockPair, scalarText } from './stringify.ts'

/** A text in block style that is edited, within the bytes that it is a part of. */
export interface Editing {
  readonly bytes: Uint8Array
  /** Turns a place in the text into one in the bytes. */
  readonly at: (offset: number) => number
  readonly style: BlockStyle
}

/**
 * The splices that edit the fields of a mapping in block style. Each edit goes down the tree by its path; nothing else is
 * touched. `limit` is where the mapping's lines end, in the bytes; undefined where nothing is left of the mapping.
 */
export function mappingSplices(
  editing: Editing,
  mapping: Mapping,
  limit: number,
  edits: readonly FieldEdit[],
): Splice[] | undefined {
  const { bytes, at, style } = editing
  const place = { column: mapping.column, starts: mapping.pairs.map(({ start }) => at(start)), end: limit }
  // Of a key that appears twice, the last counts.
  const positions = new Map(mapping.pairs.map(({ key }, position) => [key, position] as const))
  const removed = new Set<number>()
  const splices: Splice[] = []
  const added: Splice[] = []
  for (const [key, ofKey] of groupedBy(edits, ({ path }) => path[0] ?? '')) {
    const below = ofKey.map(({ path, value }) => ({ path: path.slice(1), value }))
    const position = positions.get(key) ?? -1
    const pair = mapping.pairs[position]
    if (pair === undefined) {
      const value = withEdits(undefined, below)
      if (value === undefined) continue
      const end = afterEntry(bytes, place, mapping.pairs.length - 1)
      added.push(insertedLines(bytes, end, blockPair(key, value, mapping.column, style), style))
      continue
    }
    const [indicator, limit] = [at(pair.afterColon), entryLimit(bytes, place, position)]
    const valuePlace = { indicator, column: mapping.column, limit, render: afterColon }
    const changed = nodeSplices(editing, pair.node, valuePlace, below)
    if (changed === undefined) removed.add(position)
    else splices.push(...changed)
  }
  if (removed.size === mapping.pairs.length && added.length === 0) return undefined
  return [...splices, ...entryCuts(bytes, place, removed), ...added]
}

/** Where a value stands in block style. */
interface ValuePlace {
  /** Offset, in bytes, behind its colon or dash. */
  readonly indicator: number
  /** Column of the key or dash. */
  readonly column: number
  readonly limit: number
  /** Writes another value behind the indicator. */
  readonly render: (value: unknown, column: number, style: BlockStyle) => string
}

/** The splices that edit a value; undefined where it goes. */
function nodeSplices(
  editing: Editing,
  node: Node,
  place: ValuePlace,
  edits: readonly FieldEdit[],
): Splice[] | undefined {
  if (node.kind === 'mapping' && edits.every(({ path }) => path.length > 0)) {
    return mappingSplices(editing, node, place.limit, edits)
  }
  const value = withEdits(node.value, edits)
  return value === undefined ? undefined : valueSplices(editing, node, value, place)
}

function valueSplices(editing: Editing, node: Node, value: unknown, place: ValuePlace): Splice[] {
  if (sameValue(node.value, value)) return []
  if (node.kind === 'sequence' && Array.isArray(value) && value.length > 0) {
    return sequenceSplices(editing, node, place.limit, value)
  }
  // A collection on one line stays there; elsewhere it needs lines of its own.
  const isInline =
    node.kind === 'scalar' && !node.isBlock && (isCollection(node.value) || !isCollection(value, 1))
  return [isInline ? inline(editing, node, value, place) : rest(editing, node, value, place)]
}

function isCollection(value: unknown, least = 0): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length >= least
}

/** Puts a value in the place of one on the same line; a comment behind it stays. */
function inline({ bytes, at }: Editing, node: Node, value: unknown, { indicator }: ValuePlace): Splice {
  const text = isCollection(value) ? spacedFlowText(value) : inQuotesOf(bytes[at(node.start)], value)
  return node.start === node.end
    ? { start: indicator, end: indicator, text: ` ${text}` }
    : { start: at(node.start), end: at(node.end), text }
}

/** Replaces all that follows the colon or the dash, to the end of the value's last line. */
function rest({ bytes, at, style }: Editing, node: Node, value: unknown, place: ValuePlace): Splice {
  const last = Math.max(at(node.end), place.indicator)
  const end = bytes[last - 1] === 0x0a ? last : nextLine(bytes, last)
  const text = place.render(value, place.column, style)
  const isComplete = bytes[end - 1] === 0x0a
  return { start: place.indicator, end, text: isComplete ? text : text.slice(0, -style.newline.length) }
}

/** A scalar in the quotes that the old one had. */
function inQuotesOf(first: number | undefined, value: unknown): string {
  if (typeof value !== 'string') return scalarText(value)
  if (first === 0x27) return singleQuoted(value) ?? doubleQuoted(value)
  return first === 0x22 ? doubleQuoted(value) : scalarText(value)
}

function sequenceSplices(
  editing: Editing,
  node: Sequence,
  limit: number,
  values: readonly unknown[],
): Splice[] {
  const { bytes, at } = editing
  const place = { column: node.column, starts: node.entries.map(({ start }) => at(start)), end: limit }
  const removed = new Set<number>()
  const splices: Splice[] = []
  let previous = -1
  for (const step of alignment(
    node.entries.map((entry) => entry.node.value),
    values,
  )) {
    if (step.kind === 'add') {
      splices.push(insertedEntry(editing, place, previous, step.value))
      continue
    }
    previous = step.old
    if (step.kind === 'remove') removed.add(step.old)
    const entry = node.entries[step.old]
    if (step.kind === 'change' && entry !== undefined) {
      const indicator = at(entry.start) + 1
      const inner = entryLimit(bytes, place, step.old)
      const valuePlace = { indicator, column: node.column, limit: inner, render: afterDash }
      splices.push(...valueSplices(editing, entry.node, step.value, valuePlace))
    }
  }
  return [...splices, ...entryCuts(bytes, place, removed)]
}

function insertedEntry(
  { bytes, style }: Editing,
  place: BlockPlace,
  previous: number,
  value: unknown,
): Splice {
  const text = blockEntry(value, place.column, style)
  if (previous >= 0) return insertedLines(bytes, afterEntry(bytes, place, previous), text, style)
  const first = place.starts[0] ?? place.end
  if (startsItsLine(bytes, first, place.column)) {
    return insertedLines(bytes, entryStart(bytes, place, 0), text, style)
  }
  return { start: first, end: first, text: text.trimStart() + ' '.repeat(place.column) }
}
