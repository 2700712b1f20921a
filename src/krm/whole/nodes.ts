import {
  type CST,
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Pair,
  type Range,
  Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'

/** A node's range in the text; every node that was parsed has one. */
export function rangeOf(node: unknown): Range {
  if (isMap(node) || isSeq(node) || isScalar(node) || isAlias(node)) {
    if (node.range) return node.range
  }
  throw new Error('A node of the parsed text has no range.')
}

/** A mapping's key as the property name that it becomes in JavaScript. */
export function keyText(doc: Document, key: unknown): string {
  const value = isNode(key) ? key.toJS(doc, { maxAliasCount: -1 }) : key
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** The last pair with this key: the one whose value counts. */
export function pairOf(doc: Document, map: YAMLMap, key: string): Pair | undefined {
  return map.items.findLast((pair) => keyText(doc, pair.key) === key)
}

/** What an alias stands for; any other node itself. */
export function resolved(doc: Document, node: unknown): unknown {
  return isAlias(node) ? node.resolve(doc) : node
}

/** Where the text of a node ends: behind its last character, without what may follow on the line. */
export function contentEnd(node: unknown): number {
  if ((isMap(node) || isSeq(node)) && node.flow !== true && node.items.length > 0) {
    return isMap(node) ? pairEnd(node.items.at(-1)) : contentEnd(node.items.at(-1))
  }
  return rangeOf(node)[1]
}

/** Where the text of a pair ends. */
export function pairEnd(pair: Pair | undefined): number {
  if (pair === undefined) throw new Error('A block mapping of the parsed text has no pair.')
  return valueEnd(pair)
}

/** Offset behind a pair's colon; behind its key where it has no colon. */
export function colonEnd(pair: Pair): number {
  const colon = tokensOf(pair, 'sep').find((token) => token.type === 'map-value-ind')
  return colon === undefined ? contentEnd(pair.key) : colon.offset + 1
}

/** Offset behind the last tag or anchor of a pair's value, or behind its colon. */
export function valuePropsEnd(pair: Pair): number {
  const last = tokensOf(pair, 'sep').findLast(
    (token) => isTagOrAnchor(token) || token.type === 'map-value-ind',
  )
  return last === undefined ? contentEnd(pair.key) : last.offset + last.source.length
}

/** Where the text of a pair's value ends; behind its colon, tag and anchor where it has no text. */
export function valueEnd(pair: Pair): number {
  const { value } = pair
  const hasText = value !== null && !(isScalar(value) && value.source === '' && value.type === Scalar.PLAIN)
  return hasText ? contentEnd(value) : valuePropsEnd(pair)
}

/** Whether a pair has a colon. */
export function hasColon(pair: Pair): boolean {
  return tokensOf(pair, 'sep').some(({ type }) => type === 'map-value-ind')
}

/** Whether a token is a tag or an anchor. */
export function isTagOrAnchor({ type }: CST.SourceToken): boolean {
  return type === 'anchor' || type === 'tag'
}

/** Whether a pair is written as `? key`. */
export function isExplicit(pair: Pair): boolean {
  return tokensOf(pair, 'start').some((token) => token.type === 'explicit-key-ind')
}

/** The offsets of the dashes of a block sequence, in the order of its items. */
export function dashesOf(seq: YAMLSeq): number[] {
  const token = seq.srcToken
  if (token?.type !== 'block-seq') throw new Error('A block sequence of the parsed text has no dashes.')
  return token.items.flatMap(({ start }) => start.find(({ type }) => type === 'seq-item-ind')?.offset ?? [])
}

/** Where a pair starts: at its key, or at the tag, anchor or `? ` before it. */
export function pairStart(pair: Pair): number {
  const first = tokensOf(pair, 'start').find(
    (token) => isTagOrAnchor(token) || token.type === 'explicit-key-ind',
  )
  return first === undefined ? rangeOf(pair.key)[0] : first.offset
}

/** Start of the line that a place in the text is in. */
export function lineStartOf(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1
}

/** The column of a place in the text, from 0. */
export function columnAt(text: string, offset: number): number {
  return text.slice(lineStartOf(text, offset), offset).replace('\ufeff', '').length
}

function tokensOf(pair: Pair, part: 'start' | 'sep'): readonly CST.SourceToken[] {
  return pair.srcToken?.[part] ?? []
}
