import type { Step } from './step.ts'

/** A value of YAML with its place in the text, whichever way it was read. */
export type Node = Scalar | Mapping | Sequence

interface Placed {
  /** Offset of the first character; that of the place behind its key or dash where the value is absent. */
  readonly start: number
  /** Offset behind the last character. */
  readonly end: number
}

export interface Scalar extends Placed {
  readonly kind: 'scalar'
  readonly value: unknown
  /** Whether it is a block scalar, behind `|` or `>`. */
  readonly isBlock: boolean
}

export interface Mapping extends Placed {
  readonly kind: 'mapping'
  /** Whether it stands in braces. */
  readonly isFlow: boolean
  /** Column of its keys. */
  readonly column: number
  readonly pairs: readonly Pair[]
}

export interface Sequence extends Placed {
  readonly kind: 'sequence'
  /** Whether it stands in brackets. */
  readonly isFlow: boolean
  /** Column of its dashes. */
  readonly column: number
  readonly entries: readonly Entry[]
}

export interface Pair {
  readonly key: string
  /** Offset of the key. */
  readonly start: number
  /** Offset behind the colon. */
  readonly afterColon: number
  readonly node: Node
}

export interface Entry {
  /** Offset of the dash; of the value, in brackets. */
  readonly start: number
  readonly node: Node
}

/** What makes a text that `yaml` reads one whose values can't be relied on. */
export interface Doubt {
  readonly offset: number
  /** In a sentence without its end; the line is that of the offset. */
  readonly sentence: (line: number) => string
}

/** What only a text has that the block reader doesn't take. */
export interface FoundByYaml {
  readonly anchors: readonly string[]
  readonly doubt: Doubt | undefined
  readonly refusal: string | undefined
}

/** One YAML document with the place of everything in it. */
export class Tree {
  readonly text: string
  readonly root: Node
  /** Whether the block reader took it, so that edits of it are splices. */
  readonly isBlock: boolean
  /** Names of the anchors in it. */
  readonly anchors: readonly string[]
  /** Why it can't be used, in a sentence without its end: an alias that stands for nothing in it, say. */
  readonly refusal: string | undefined
  readonly value: unknown
  /** The first thing that makes the value unreliable; undefined where there is none. */
  readonly doubt: Doubt | undefined
  #lineStarts: readonly number[] | undefined

  constructor(text: string, root: Node, byYaml?: FoundByYaml) {
    this.text = text
    this.root = root
    this.isBlock = byYaml === undefined
    this.anchors = byYaml?.anchors ?? []
    this.refusal = byYaml?.refusal
    const values = new Values(!this.isBlock)
    this.value = values.of(root)
    const [duplicate] = values.duplicates
    this.doubt = byYaml?.doubt ?? (duplicate && doubtAbout(duplicate))
  }

  /** The line, from 0, of a field, or of the nearest field around it that is there. */
  lineOf(steps: readonly Step[]): number {
    return this.lineAt(placeOf(this.root, steps))
  }

  /** The line, from 0, of a place in the text. */
  lineAt(offset: number): number {
    this.#lineStarts ??= lineStartsOf(this.text)
    return lastNotBehind(this.#lineStarts, offset)
  }
}

function doubtAbout({ key, start }: Pair): Doubt {
  return {
    offset: start,
    sentence: (line) =>
      `the key ${JSON.stringify(key)} appears twice in one mapping, the second time on line ${line}, so that it isn't clear which value counts`,
  }
}

/** What a node stands for, as JavaScript has it; of a key that appears twice, the last counts. */
export function valueOfNode(node: Node): unknown {
  return new Values().of(node)
}

/** Makes values of nodes. Nodes that aliases share become values that are shared, so that nothing grows by being read. */
class Values {
  readonly duplicates: Pair[] = []
  readonly #made = new Map<Node, unknown>()
  readonly #canShare: boolean

  constructor(canShare = true) {
    this.#canShare = canShare
  }

  of(node: Node): unknown {
    if (node.kind === 'scalar') return node.value
    if (!this.#canShare) return this.#make(node)
    if (!this.#made.has(node)) this.#made.set(node, this.#make(node))
    return this.#made.get(node)
  }

  #make(node: Mapping | Sequence): unknown {
    if (node.kind === 'sequence') return node.entries.map((entry) => this.of(entry.node))
    const fields: Record<string, unknown> = {}
    for (const pair of node.pairs) {
      if (Object.hasOwn(fields, pair.key)) this.duplicates.push(pair)
      define(fields, pair.key, this.of(pair.node))
    }
    return fields
  }
}

/** `__proto__` is a key like any other. */
function define(fields: Record<string, unknown>, key: string, value: unknown): void {
  if (key !== '__proto__') fields[key] = value
  else Object.defineProperty(fields, key, { value, writable: true, enumerable: true, configurable: true })
}

function placeOf(root: Node, steps: readonly Step[]): number {
  let place = root.start
  let node = root
  for (const step of steps) {
    const child = childOf(node, step)
    if (child === undefined) break
    place = child.start
    node = child.node
  }
  return place
}

const manyPairs = 16
const pairsByKey = new WeakMap<Mapping, ReadonlyMap<string, Pair>>()

function childOf(node: Node, step: Step): Pair | Entry | undefined {
  if (node.kind === 'sequence') return node.entries[Number(step)]
  if (node.kind === 'scalar') return undefined
  const key = String(step)
  if (node.pairs.length < manyPairs) return node.pairs.findLast((pair) => pair.key === key)
  const known = pairsByKey.get(node) ?? new Map(node.pairs.map((pair) => [pair.key, pair]))
  pairsByKey.set(node, known)
  return known.get(key)
}

function lineStartsOf(text: string): readonly number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** Index of the last of the ascending numbers that isn't greater than `limit`. */
function lastNotBehind(ascending: readonly number[], limit: number): number {
  let low = 0
  let high = ascending.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((ascending[middle] ?? 0) <= limit) low = middle
    else high = middle
  }
  return low
}
