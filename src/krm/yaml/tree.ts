import type { Doubt } from './doubt.ts'
import { firstIndex } from './sorted.ts'
import type { Step } from './step.ts'

/** A value of YAML with its place in the text, whichever way it was read. */
export type Node = Scalar | Mapping | Sequence

interface Placed {
  /** What it stands for, as JavaScript has it; of a key that appears twice, the last counts. */
  readonly value: unknown
  /** Offset of the first character; that of the place behind its key or dash where the value is absent. */
  readonly start: number
  /** Offset behind the last character. */
  readonly end: number
}

/** A value with no places inside: to the block reader, what is in brackets or braces on one line is one, too. */
export interface Scalar extends Placed {
  readonly kind: 'scalar'
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

/** What only a text has that the block reader doesn't take. */
export interface FoundByYaml {
  /** Names of the anchors in it. */
  readonly anchors: readonly string[]
  /** Why it can't be used, in a sentence without its end: an alias that stands for nothing in it, say. */
  readonly refusal: string | undefined
}

/** One YAML document with the place of everything in it. */
export class Tree {
  readonly text: string
  readonly root: Node
  /** Whether the block reader took it, so that edits of it are splices. */
  readonly isBlock: boolean
  readonly anchors: readonly string[]
  readonly refusal: string | undefined
  readonly #doubt: Doubt | undefined
  #lineStarts: readonly number[] | undefined

  constructor(text: string, root: Node, doubt?: Doubt, byYaml?: FoundByYaml) {
    this.text = text
    this.root = root
    this.isBlock = byYaml === undefined
    this.anchors = byYaml?.anchors ?? []
    this.refusal = byYaml?.refusal
    this.#doubt = doubt
  }

  get value(): unknown {
    return this.root.value
  }

  /** Why the value can't be relied on, in a sentence without its end; `name` puts a line, counted from 0, into words. */
  problem(name: (line: number) => string): string | undefined {
    return this.#doubt?.sentence(name(this.lineAt(this.#doubt.offset)))
  }

  /** The line, from 0, of a field, or of the nearest field around it that is there. */
  lineOf(steps: readonly Step[]): number {
    return this.lineAt(placeOf(this.root, steps))
  }

  /** The line, from 0, of a place in the text. */
  lineAt(offset: number): number {
    this.#lineStarts ??= lineStartsOf(this.text)
    const starts = this.#lineStarts
    return firstIndex(starts.length, (index) => (starts[index] ?? 0) > offset) - 1
  }
}

/** Sets a field of a value; `__proto__` is a key like any other. */
export function setField(fields: Record<string, unknown>, key: string, value: unknown): void {
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

const pairsByKey = new WeakMap<Mapping, ReadonlyMap<string, Pair>>()

function childOf(node: Node, step: Step): Pair | Entry | undefined {
  if (node.kind === 'sequence') return node.entries[Number(step)]
  if (node.kind === 'scalar') return undefined
  const known = pairsByKey.get(node) ?? new Map(node.pairs.map((pair) => [pair.key, pair]))
  pairsByKey.set(node, known)
  return known.get(String(step))
}

function lineStartsOf(text: string): readonly number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}
