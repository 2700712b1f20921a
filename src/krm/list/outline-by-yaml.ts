import { byteOffsets } from '../yaml/edit/byte-offsets.ts'
import { lineNumbers, lineStart } from '../yaml/lines.ts'
import { readAny } from '../yaml/read-any.ts'
import type { Mapping, Pair, Sequence } from '../yaml/tree.ts'
import type { DocumentPlace } from './documents.ts'
import { edges } from './edges.ts'
import { decode } from './encoding.ts'
import type { Field, Outline } from './outline.ts'
import type { ListPlace } from './places.ts'
import { InputError } from './resource-list.ts'

/** Tags and anchors, which stand between a key and its value. */
const properties = /^(?: *[&!]\S*)*/

/**
 * The outline of a list in any style that YAML has; undefined where the document holds no mapping.
 * @throws InputError where it is no list, YamlError where it is no YAML.
 */
export function outlineByYaml(bytes: Uint8Array, document: DocumentPlace): Outline | undefined {
  const text = decode(bytes, document.start, document.end)
  const [tree] = readAny(text, lineNumbers(bytes)(document.start))
  if (tree?.root.kind !== 'mapping') return undefined
  const offset = byteOffsets(text, document.end - document.start)
  const found = new Places(bytes, document, text, tree.root, (place) => document.start + offset(place))
  const keys = found.keys()
  return {
    bytes,
    isFlow: tree.root.isFlow,
    column: tree.root.column,
    keys,
    items: found.list('items', keys),
    results: found.list('results', keys),
    end: found.end,
  }
}

class Places {
  readonly end: number
  readonly #bytes: Uint8Array
  readonly #text: string
  readonly #root: Mapping
  readonly #at: (offset: number) => number

  constructor(
    bytes: Uint8Array,
    document: DocumentPlace,
    text: string,
    root: Mapping,
    at: (offset: number) => number,
  ) {
    this.#bytes = bytes
    this.#text = text
    this.#root = root
    this.#at = at
    this.end = root.isFlow ? at(root.end - 1) : document.end
  }

  /** @throws InputError where a key appears twice. */
  keys(): Map<string, Field> {
    const { pairs } = this.#root
    const keys = new Map<string, Field>()
    for (const [index, pair] of pairs.entries()) {
      if (keys.has(pair.key)) throw twice(this.#bytes, this.#at(pair.start), pair.key)
      const next = pairs[index + 1]
      keys.set(pair.key, { start: this.#start(pair), end: next === undefined ? this.end : this.#start(next) })
    }
    return keys
  }

  list(name: string, keys: ReadonlyMap<string, Field>): ListPlace {
    const pair = this.#root.pairs.find(({ key }) => key === name)
    const field = keys.get(name)
    if (pair === undefined || field === undefined) return { form: 'absent' }
    const { node } = pair
    const isEmpty =
      node.kind === 'scalar' ? node.value === null : node.kind === 'sequence' && node.entries.length === 0
    if (isEmpty && !(this.#root.isFlow && node.kind === 'sequence')) {
      const start = this.#behindProperties(pair)
      return { form: 'empty', start, end: node.start === node.end ? start : this.#at(node.end) }
    }
    if (node.kind !== 'sequence') throw noList(name, this.#bytes, this.#at(pair.start))
    return node.isFlow ? this.#flowList(node) : this.#blockList(node, this.#behindProperties(pair), field.end)
  }

  #flowList({ start, end, entries }: Sequence): ListPlace {
    const places = entries.map((entry) => {
      // An alias stands here, and its value elsewhere.
      if (entry.start !== entry.node.start) throw aliasAsItem(this.#bytes, this.#at(entry.start))
      return { start: this.#at(entry.start), end: this.#at(entry.node.end) }
    })
    return { form: 'flow', entries: places, start: this.#at(start + 1), end: this.#at(end - 1) }
  }

  #blockList({ entries, column }: Sequence, afterKey: number, end: number): ListPlace {
    const starts = entries.map(({ start }) => this.#at(start))
    const lines = edges(this.#bytes, lineStart(this.#bytes, starts[0] ?? 0), end, column + 2)
    return { form: 'block', column, starts, end, afterKey, lines }
  }

  /** The place behind the colon and the tags and anchors there. */
  #behindProperties({ afterColon, node }: Pair): number {
    const [found = ''] = properties.exec(this.#text.slice(afterColon, node.start)) ?? []
    return this.#at(afterColon + found.length)
  }

  #start(pair: Pair): number {
    return this.#root.isFlow ? this.#at(pair.start) : lineStart(this.#bytes, this.#at(pair.start))
  }
}

function lineIn(bytes: Uint8Array, offset: number): number {
  return lineNumbers(bytes)(offset)
}

function twice(bytes: Uint8Array, start: number, key: string): InputError {
  return new InputError(
    `The input can't be read: the key ${JSON.stringify(key)} appears twice in one mapping, the second time on line ${lineIn(bytes, start)}, so that it isn't clear which value counts. Remove one.`,
  )
}

function noList(name: string, bytes: Uint8Array, start: number): InputError {
  return new InputError(
    `The ResourceList's ${name} (line ${lineIn(bytes, start)}) is not a list. Write it as a list, with \`- \` before each entry.`,
  )
}

function aliasAsItem(bytes: Uint8Array, start: number): InputError {
  return new InputError(
    `The item on line ${lineIn(bytes, start)} is an alias of something outside of it. Write the resource out.`,
  )
}
