import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type YAMLMap,
  type YAMLSeq,
  type Node as YamlNode,
  type Pair as YamlPair,
  Scalar as YamlScalar,
} from 'yaml'
import { Doubts } from './doubt.ts'
import { type Entry, type Mapping, type Node, type Pair, setField, Tree } from './tree.ts'

/** Aliases can make a small text stand for more than any memory holds. */
const mostNodes = 1_000_000

/**
 * The tree of a document that `yaml` read: aliases are what they stand for, and merge keys the pairs that they bring.
 * `lineOf` gives the line of an offset for messages.
 * An alias that stands for nothing, contains itself or grows without bounds is the tree's refusal.
 */
export function treeOf(text: string, document: Document.Parsed, lineOf: (offset: number) => number): Tree {
  const builder = new Builder(text, lineOf)
  const root = builder.node(document.contents, 0)
  const { anchors, doubts, refusal } = builder
  return new Tree(text, root, doubts.first, { anchors: [...anchors.keys()], refusal })
}

class Builder {
  /** The nodes of the anchors so far; undefined for one that is still being read. */
  readonly anchors = new Map<string, Node | undefined>()
  readonly doubts = new Doubts()
  refusal: string | undefined
  readonly #text: string
  readonly #lineOf: (offset: number) => number
  readonly #sizes = new Map<Node, number>()

  constructor(text: string, lineOf: (offset: number) => number) {
    this.#text = text
    this.#lineOf = lineOf
  }

  /** `place` is where the value would stand that isn't there. */
  node(node: unknown, place: number): Node {
    if (isAlias(node)) return this.#target(node)
    if (!isNode(node)) return { kind: 'scalar', value: null, start: place, end: place, isBlock: false }
    const anchor = 'anchor' in node ? node.anchor : undefined
    if (anchor !== undefined) this.anchors.set(anchor, undefined)
    const built = this.#build(node, place)
    // An anchor of the same name within it begins later, and an alias means the last one before it.
    if (anchor !== undefined && this.anchors.get(anchor) === undefined) this.anchors.set(anchor, built)
    return built
  }

  #build(node: YamlNode, place: number): Node {
    const [start, end] = node.range ?? [place, place]
    if (isMap(node)) return this.#sized(this.#mapping(node, start))
    if (isSeq(node)) {
      const dashes = dashesOf(node)
      const entries = node.items.map((item, index): Entry => {
        const dash = dashes[index] ?? startOf(item) ?? start
        return { start: dash, node: this.node(item, dash + 1) }
      })
      const column = columnAt(this.#text, dashes[0] ?? start)
      const isFlow = node.flow === true
      const value = entries.map(({ node }) => node.value)
      return this.#sized({ kind: 'sequence', isFlow, column, entries, value, start, end })
    }
    const value = isScalar(node) ? node.value : null
    const isBlock =
      isScalar(node) && (node.type === YamlScalar.BLOCK_LITERAL || node.type === YamlScalar.BLOCK_FOLDED)
    return { kind: 'scalar', value, start, end, isBlock }
  }

  #mapping(map: YAMLMap, start: number): Mapping {
    const own = new Set(map.items.filter((pair) => !isMerge(pair)).map((pair) => this.#keyText(pair)))
    const pairs = map.items.flatMap((pair) =>
      isMerge(pair) ? this.#merged(pair, own) : [this.#pair(pair, start)],
    )
    const end = map.range?.[1] ?? start
    return {
      kind: 'mapping',
      isFlow: map.flow === true,
      column: columnAt(this.#text, start),
      pairs,
      value: this.#fieldsOf(pairs),
      start,
      end,
    }
  }

  #fieldsOf(pairs: readonly Pair[]): unknown {
    const fields: Record<string, unknown> = {}
    for (const pair of pairs) {
      if (Object.hasOwn(fields, pair.key)) this.doubts.noteTwice(pair)
      setField(fields, pair.key, pair.node.value)
    }
    return fields
  }

  #pair(pair: YamlPair, place: number): Pair {
    const start = startOf(pair.key) ?? place
    const colon = pair.srcToken?.sep?.find(({ type }) => type === 'map-value-ind')?.offset
    const afterColon = colon === undefined ? start : colon + 1
    if (pair.key !== null && !isScalar(pair.key) && !isAlias(pair.key)) this.doubts.noteKeyThatIsNoText(start)
    return { key: this.#keyText(pair), start, afterColon, node: this.node(pair.value, afterColon) }
  }

  /** The pairs that `<<` brings: those whose keys the mapping, and a mapping merged before, doesn't have. */
  #merged(pair: YamlPair, taken: Set<string>): Pair[] {
    const { start, afterColon, node } = this.#pair(pair, 0)
    const sources = node.kind === 'sequence' ? node.entries.map((entry) => entry.node) : [node]
    return sources.flatMap((source) => {
      if (source.kind !== 'mapping') {
        this.refusal ??= `line ${this.#lineOf(start)}: the merge key << can only bring in a mapping`
        return []
      }
      const brought = source.pairs.filter(({ key }) => !taken.has(key))
      for (const { key } of brought) taken.add(key)
      return brought.map(({ key, node }) => ({ key, start, afterColon, node }))
    })
  }

  #target(alias: Alias): Node {
    const name = alias.source
    const [start] = alias.range ?? [0]
    const target = this.anchors.get(name)
    if (target !== undefined) return target
    const reason = this.anchors.has(name)
      ? 'stands for something that contains it'
      : `stands for nothing, since no &${name} comes before it in the same resource`
    this.refusal ??= `the alias *${name} on line ${this.#lineOf(start)} ${reason}; write the value out`
    return { kind: 'scalar', value: null, start, end: start, isBlock: false }
  }

  /** A key as the property name that it becomes. */
  #keyText({ key }: YamlPair): string {
    const node = isAlias(key) ? this.anchors.get(key.source) : undefined
    const value = node?.kind === 'scalar' ? node.value : isScalar(key) ? key.value : key
    if (value === null || value === undefined) return ''
    return typeof value === 'object' ? this.#textOf(value) : String(value)
  }

  /** A collection that is a key, as it was written: `{ .Values.host }` in an unquoted template. */
  #textOf(key: unknown): string {
    const [start, end] = (isNode(key) && key.range) || [0, 0]
    return this.#text.slice(start, end)
  }

  #sized<T extends Node>(node: T): T {
    const parts = node.kind === 'mapping' ? node.pairs : node.kind === 'sequence' ? node.entries : []
    const size = parts.reduce((sum, part) => sum + (this.#sizes.get(part.node) ?? 1), 1)
    if (size > mostNodes && size > this.#text.length) {
      this.refusal ??= `the value on line ${this.#lineOf(node.start)} grows without bounds, since its aliases stand for aliases; write it out`
    }
    this.#sizes.set(node, size)
    return node
  }
}

/** Whether a pair is `<<` with a mapping to bring in; quoted, it is a key like any other. */
export function isMerge({ key }: YamlPair): boolean {
  return isScalar(key) && key.source === '<<' && key.type === YamlScalar.PLAIN
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined
}

/** The offsets of the dashes of a list in block style. */
function dashesOf({ srcToken }: YAMLSeq): readonly number[] {
  if (srcToken?.type !== 'block-seq') return []
  return srcToken.items.flatMap(
    ({ start }) => start.find(({ type }) => type === 'seq-item-ind')?.offset ?? [],
  )
}

function columnAt(text: string, offset: number): number {
  const line = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1
  return text.slice(line, offset).replace('\ufeff', '').length
}
