import { ingressShimFunction } from '../../../src/function.ts'
import { ReadItem } from '../../../src/krm/list/items.ts'
import { readInput } from '../../../src/krm/list/read.ts'
import { byteOffsets } from '../../../src/krm/yaml/edit/byte-offsets.ts'
import { type Splice, splicedPieces } from '../../../src/krm/yaml/edit/splice.ts'
import { scalarText } from '../../../src/krm/yaml/edit/stringify.ts'
import { type Step, stepsOf } from '../../../src/krm/yaml/step.ts'
import type { Node } from '../../../src/krm/yaml/tree.ts'
import type { Json } from '../../../src/manifest/finding.ts'
import { at, type Fields, isFields } from '../../../src/manifest/manifest.ts'
import type { Fix } from './protocol.ts'
import { textOf } from './text.ts'

/** A text with a proposed value in its place, and every other byte as it was. */
export async function fixed(text: string, fix: Fix): Promise<string> {
  const bytes = new TextEncoder().encode(text)
  const list = await readInput(bytes, ingressShimFunction.wanted)
  const item = list.items.find(({ position }) => position === fix.position)
  if (!(item instanceof ReadItem)) return text
  const splice = spliceIn(item, fix)
  if (splice !== undefined) return textOf(splicedPieces(bytes, [splice]))
  const update = new Map([[fix.position, [editOf(item.object, fix)]]])
  return textOf(await list.write({ update, remove: new Set(), append: [], results: [] }))
}

/** The scalar that is replaced, or the key, where its name is what is wrong; undefined where the field isn't there yet. */
function spliceIn({ entry, tree }: ReadItem, { path, currentValue, proposedValue }: Fix): Splice | undefined {
  const steps = stepsOf(path)
  const name = steps.at(-1)
  const place = currentValue === name ? keyAt(tree.root, steps) : scalarAt(tree.root, steps)
  if (place === undefined || place.start === place.end) return undefined
  const offset = byteOffsets(tree.text, entry.end - entry.start)
  return {
    start: entry.start + offset(place.start),
    end: entry.start + offset(place.end),
    text: scalarText(proposedValue),
  }
}

function scalarAt(root: Node, steps: readonly Step[]) {
  const node = nodeAt(root, steps)
  return node?.kind === 'scalar' && !node.isBlock ? node : undefined
}

/** The key of a pair, up to its colon. */
function keyAt(root: Node, steps: readonly Step[]) {
  const parent = nodeAt(root, steps.slice(0, -1))
  const pair = parent?.kind === 'mapping' ? parent.pairs.find(({ key }) => key === steps.at(-1)) : undefined
  return pair && { start: pair.start, end: pair.afterColon - 1 }
}

function nodeAt(root: Node, steps: readonly Step[]): Node | undefined {
  return steps.reduce<Node | undefined>((node, step) => {
    if (node?.kind === 'mapping') return node.pairs.findLast(({ key }) => key === String(step))?.node
    return node?.kind === 'sequence' && typeof step === 'number' ? node.entries[step]?.node : undefined
  }, root)
}

/** The edit of a field that is no scalar yet; of one in a list, that of the list. */
function editOf(object: unknown, { path, proposedValue }: Fix) {
  const steps = stepsOf(path)
  const index = steps.findIndex((step) => typeof step === 'number')
  const keys = steps.slice(0, index === -1 ? undefined : index).map(String)
  const below = index === -1 ? [] : steps.slice(index)
  return { path: keys, value: withValue(at(object, ...keys), below, proposedValue) }
}

function withValue(value: unknown, [step, ...rest]: readonly Step[], proposed: Json): Json {
  if (step === undefined) return proposed
  if (Array.isArray(value))
    return value.map((entry, at) => (at === step ? withValue(entry, rest, proposed) : entry))
  const fields = isFields(value) ? value : {}
  return { ...jsonOf(fields), [step]: withValue(fields[step], rest, proposed) }
}

function jsonOf(fields: Fields): Readonly<Record<string, Json>> {
  return JSON.parse(JSON.stringify(fields))
}
