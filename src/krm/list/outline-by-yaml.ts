import { byteOffsets } from '../yaml/edit/byte-offsets.ts'
import { lineStart } from '../yaml/lines.ts'
import { readAny } from '../yaml/read-any.ts'
import type { Mapping, Pair, Sequence } from '../yaml/tree.ts'
import { edges } from './edges.ts'
import { decode } from './encoding.ts'
import type { Field, Outline } from './outline.ts'
import type { ListPlace } from './places.ts'
import { InputError } from './resource-list.ts'

const documentEnd = /^\.\.\.(?=\s|$)/m
/** Tags and anchors, which stand between a key and its value. */
const properties = /^(?: *[&!]\S*)*/

/**
 * The outline of a ResourceList in any style that YAML has.
 * @throws InputError where the bytes hold no mapping, YamlError where they are no YAML.
 */
export function outlineByYaml(bytes: Uint8Array): Outline {
  const text = decode(bytes, 0, bytes.length)
  const root = onlyMapping(text)
  const at = byteOffsets(text, bytes.length)
  const found = new Places(bytes, text, root, at)
  const keys = found.keys()
  return {
    bytes,
    isFlow: root.isFlow,
    column: root.column,
    keys,
    items: found.list('items', keys),
    results: found.list('results', keys),
    end: found.end,
  }
}

function onlyMapping(text: string): Mapping {
  const [tree, another] = readAny(text)
  if (another !== undefined) {
    const line = another.lineAt(another.root.start) + 1
    throw new InputError(
      `The input holds several YAML documents (the second starts on line ${line}), where one ResourceList is expected. Wrap a plain stream of manifests into one, for example with \`kpt fn source DIR\`.`,
    )
  }
  if (tree === undefined || tree.value === null) {
    throw new InputError(
      'The input holds no YAML, only blank lines or comments, where a ResourceList is expected. Pipe one in, for example from `kpt fn source DIR`.',
    )
  }
  if (tree.root.kind === 'mapping') return tree.root
  throw new InputError(
    'The input is YAML but not a mapping, where a ResourceList (`apiVersion`, `kind`, `items`) is expected. Pipe one in, for example from `kpt fn source DIR`.',
  )
}

class Places {
  readonly end: number
  readonly #bytes: Uint8Array
  readonly #text: string
  readonly #root: Mapping
  readonly #at: (offset: number) => number

  constructor(bytes: Uint8Array, text: string, root: Mapping, at: (offset: number) => number) {
    this.#bytes = bytes
    this.#text = text
    this.#root = root
    this.#at = at
    this.end = at(root.isFlow ? root.end - 1 : endOfDocument(text, root.pairs.at(-1)))
  }

  /** @throws InputError where a key appears twice. */
  keys(): Map<string, Field> {
    const { pairs } = this.#root
    const keys = new Map<string, Field>()
    for (const [index, pair] of pairs.entries()) {
      if (keys.has(pair.key)) throw twice(this.#text, pair)
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
    if (node.kind !== 'sequence') throw noList(name, this.#text, pair)
    return node.isFlow ? this.#flowList(node) : this.#blockList(node, this.#behindProperties(pair), field.end)
  }

  #flowList({ start, end, entries }: Sequence): ListPlace {
    const places = entries.map((entry) => {
      // An alias stands here, and its value elsewhere.
      if (entry.start !== entry.node.start) throw aliasAsItem(this.#text, entry.start)
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

function endOfDocument(text: string, last: Pair | undefined): number {
  const contentsEnd = last?.node.end ?? 0
  const rest = documentEnd.exec(text.slice(contentsEnd))
  return rest === null ? text.length : contentsEnd + rest.index
}

function lineIn(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

function twice(text: string, { key, start }: Pair): InputError {
  return new InputError(
    `The ResourceList can't be read: the key ${JSON.stringify(key)} appears twice in one mapping, the second time on line ${lineIn(text, start)}, so that it isn't clear which value counts. Remove one.`,
  )
}

function noList(name: string, text: string, { start }: Pair): InputError {
  return new InputError(
    `The ResourceList's ${name} (line ${lineIn(text, start)}) is not a list. Write it as a list, with \`- \` before each entry.`,
  )
}

function aliasAsItem(text: string, start: number): InputError {
  return new InputError(
    `The item on line ${lineIn(text, start)} is an alias of something outside of it. Write the resource out.`,
  )
}
