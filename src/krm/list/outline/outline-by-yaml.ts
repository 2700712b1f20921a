import { byteOffsets } from '../../yaml/edit/byte-offsets.ts'
import { lineNumbers, lineStart } from '../../yaml/lines.ts'
import { readAny } from '../../yaml/read-any.ts'
import type { Pair } from '../../yaml/tree.ts'
import type { Edges } from '../edges.ts'
import { decode } from '../encoding.ts'
import type { Entry } from '../entries.ts'
import { InputError } from '../resource-list.ts'
import { type Field, type ListPlace, type Outline, usualColumn } from './outline.ts'

/** Tags and anchors, which stand between a key and its value. */
const properties = /^(?: *[&!]\S*)*/

/**
 * The outline of a list in any style that YAML has; undefined where the document holds no mapping.
 * @throws InputError where it is no list, YamlError where it is no YAML.
 */
export function outlineByYaml(edges: Edges, { start, end }: Entry): Outline | undefined {
  const { bytes } = edges
  const text = decode(bytes, start, end)
  const lineNumber = lineNumbers(bytes)
  const [tree] = readAny(text, lineNumber(start))
  if (tree?.root.kind !== 'mapping') return undefined
  const { pairs, isFlow, column, end: rootEnd } = tree.root
  const offset = byteOffsets(text, end - start)
  const at = (place: number) => start + offset(place)
  const startOf = (pair: Pair) => (isFlow ? at(pair.start) : lineStart(bytes, at(pair.start)))
  const endOfKeys = isFlow ? at(rootEnd - 1) : end

  const keys = new Map<string, Field>()
  for (const [index, pair] of pairs.entries()) {
    if (keys.has(pair.key)) throw twice(pair.key, lineNumber(at(pair.start)))
    const next = pairs[index + 1]
    keys.set(pair.key, { start: startOf(pair), end: next === undefined ? endOfKeys : startOf(next) })
  }

  const listAt = (name: string): ListPlace => {
    const pair = pairs.find(({ key }) => key === name)
    if (pair === undefined) return { form: 'absent' }
    const { node, afterColon } = pair
    const [found = ''] = properties.exec(text.slice(afterColon, node.start)) ?? []
    const afterKey = at(afterColon + found.length)
    const isList = node.kind === 'sequence'
    if (isList ? node.entries.length === 0 && !isFlow : node.value === null) {
      return { form: 'empty', start: afterKey, end: node.start === node.end ? afterKey : at(node.end) }
    }
    if (!isList) throw noList(name, lineNumber(at(pair.start)))
    if (!node.isFlow) {
      const starts = node.entries.map((entry) => at(entry.start))
      return { form: 'block', column: node.column, starts, end: keys.get(name)?.end ?? end, afterKey }
    }
    const entries = node.entries.map((entry) => {
      // An alias stands here, and its value elsewhere.
      if (entry.start !== entry.node.start) throw aliasAsItem(lineNumber(at(entry.start)))
      return { start: at(entry.start), end: at(entry.node.end) }
    })
    return { form: 'flow', entries, start: at(node.start + 1), end: at(node.end - 1) }
  }
  const own = edges.within(start, end, usualColumn)
  return {
    edges: own,
    isFlow,
    column,
    keys,
    items: listAt('items'),
    results: listAt('results'),
    end: endOfKeys,
  }
}

function twice(key: string, line: number): InputError {
  return new InputError(
    `The input can't be read: the key ${JSON.stringify(key)} appears twice in one mapping, the second time on line ${line}, so that it isn't clear which value counts. Remove one.`,
  )
}

function noList(name: string, line: number): InputError {
  return new InputError(
    `The ResourceList's ${name} (line ${line}) is not a list. Write it as a list, with \`- \` before each entry.`,
  )
}

function aliasAsItem(line: number): InputError {
  return new InputError(
    `The item on line ${line} is an alias of something outside of it. Write the resource out.`,
  )
}
