import { type CST, isMap, isSeq, type YAMLMap, type YAMLSeq } from 'yaml'
import { doubleQuoted, flowText } from '../yaml/quote.ts'
import type { Splice } from '../yaml/splice.ts'
import { contentEnd, pairEnd } from './nodes.ts'

/** How a text with values in brackets is written. */
export interface FlowStyle {
  readonly newline: string
  /** What one more level is indented by, where values are spread over lines. */
  readonly step: string
}

/** The style of a text whose outermost collection is `root`. */
export function flowStyleOf(text: string, root: YAMLMap, newline: string): FlowStyle {
  const first = isFlow(root) ? elementsOf(root)[0] : undefined
  const step = first === undefined ? undefined : indentationBefore(text, first.start)
  return { newline, step: step || '  ' }
}

interface Element {
  readonly start: number
  readonly end: number
}

/** What is put into a flow collection: already without the comma. */
type Render = (indentation: string | undefined) => string

/** Removes entries of a list in brackets and adds others at its end. */
export function flowListSplices(
  text: string,
  list: YAMLSeq,
  remove: ReadonlySet<number>,
  append: readonly unknown[],
  style: FlowStyle,
): Splice[] {
  return flowSplices(
    text,
    list,
    remove,
    append.map((value) => (indentation) => flowValue(value, indentation, style)),
  )
}

/** Removes pairs of a mapping in braces and adds others at its end. */
export function flowMapSplices(
  text: string,
  map: YAMLMap,
  remove: ReadonlySet<number>,
  append: readonly (readonly [string, unknown])[],
  style: FlowStyle,
): Splice[] {
  return flowSplices(
    text,
    map,
    remove,
    append.map(
      ([key, value]) =>
        (indentation) =>
          `${doubleQuoted(key)}: ${flowValue(value, indentation, style)}`,
    ),
  )
}

/** A value in flow style; over several lines where what is around it is, which `indentation` tells. */
export function flowValue(
  value: unknown,
  indentation: string | undefined,
  { newline, step }: FlowStyle,
): string {
  if (indentation === undefined) return flowText(value)
  return flowText(value, step).replaceAll('\n', newline + indentation)
}

/** The blanks before something that starts its line; undefined for what stands behind something else. */
export function indentationBefore(text: string, offset: number): string | undefined {
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset)
  return offset > 0 && text.lastIndexOf('\n', offset - 1) !== -1 && before.trim() === '' ? before : undefined
}

function flowSplices(
  text: string,
  collection: YAMLMap | YAMLSeq,
  remove: ReadonlySet<number>,
  append: readonly Render[],
): Splice[] {
  const elements = elementsOf(collection)
  const last = elements.at(-1)
  const lastKept = elements.findLastIndex((_element, position) => !remove.has(position))
  const kept = elements[lastKept]
  if (last === undefined || kept === undefined) return [refill(collection, append)]
  const indentation = indentationBefore(text, kept.start)
  const separator = indentation === undefined ? ', ' : `,${lineBreak(text)}${indentation}`
  const added = append.map((render) => separator + render(indentation)).join('')
  const splices = cuts(elements, remove, lastKept)
  if (added !== '') splices.push({ start: kept.end, end: kept.end, text: added })
  if (last.end > kept.end) splices.push({ start: kept.end, end: last.end, text: '' })
  return splices
}

function cuts(elements: readonly Element[], remove: ReadonlySet<number>, lastKept: number): Splice[] {
  return elements.slice(0, lastKept).flatMap(({ start }, position) => {
    const next = elements[position + 1]
    return remove.has(position) && next !== undefined ? { start, end: next.start, text: '' } : []
  })
}

function refill(collection: YAMLMap | YAMLSeq, append: readonly Render[]): Splice {
  const token = flowToken(collection)
  const closing = token.end[0]
  if (closing === undefined) throw new Error('A flow collection of the parsed text has no closing bracket.')
  const start = token.start.offset + 1
  return { start, end: closing.offset, text: append.map((render) => render(undefined)).join(', ') }
}

/** Where the entries or pairs of a flow collection stand, tags and anchors included. */
export function elementsOf(collection: YAMLMap | YAMLSeq): Element[] {
  const starts = flowToken(collection).items.flatMap(elementStart)
  const ends = isMap(collection) ? collection.items.map(pairEnd) : collection.items.map(contentEnd)
  return starts.flatMap((start, position) => {
    const end = ends[position]
    return end === undefined ? [] : { start, end }
  })
}

function elementStart({ start, key, sep, value }: CST.CollectionItem): number[] {
  const property = start.find(
    ({ type }) => type === 'anchor' || type === 'tag' || type === 'explicit-key-ind',
  )
  const first = property ?? key ?? sep?.[0] ?? value
  return first === undefined || first === null ? [] : [first.offset]
}

function flowToken(collection: YAMLMap | YAMLSeq): CST.FlowCollection {
  const token = collection.srcToken
  if (token?.type !== 'flow-collection')
    throw new Error('A flow collection of the parsed text has no brackets.')
  return token
}

function lineBreak(text: string): string {
  return /\r?\n/.exec(text)?.[0] ?? '\n'
}

/** Whether a node is written in brackets or braces. */
export function isFlow(node: unknown): boolean {
  return (isMap(node) || isSeq(node)) && node.flow === true
}
