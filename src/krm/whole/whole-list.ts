import { type YAMLMap, YAMLSeq } from 'yaml'
import {
  editable,
  type ItemOnLine as Item,
  type ListEdits,
  type ResourceList,
  type Wanted,
} from '../list/resource-list.ts'
import { additionSplices, removalSplices } from '../text/block-splices.ts'
import type { Layout } from '../text/layout.ts'
import { styleOf } from '../text/style.ts'
import { entryLimit } from '../yaml/block-list.ts'
import { newlineOf } from '../yaml/lines.ts'
import { type Splice, splicedPieces, together } from '../yaml/splice.ts'
import { writtenOutAliases } from './aliases.ts'
import { entrySplices } from './edit.ts'
import { fieldList, fieldValue, type TopFields, topFields } from './fields.ts'
import { flowStyleOf, isFlow } from './flow.ts'
import { flowListEdits } from './flow-list.ts'
import { itemsOf } from './items.ts'
import { layoutOf } from './layout.ts'
import { byteOffsets } from './offsets.ts'
import { parseText } from './parse.ts'
import type { Editing } from './place.ts'
import { problemOf } from './problem.ts'
import { withEdits } from './target.ts'

interface WholeList {
  readonly editing: Editing
  readonly root: YAMLMap
  readonly fields: TopFields
  readonly list: YAMLSeq
  readonly items: readonly Item[]
  /** Where block style can be edited; nothing can, in a list in braces. */
  readonly layout: Layout
}

/**
 * Reads a ResourceList in any style that YAML has, by parsing all of it; edits are splices of the input nevertheless.
 * @throws InputError where the bytes hold no ResourceList.
 */
export function readWhole(bytes: Buffer, wanted: Wanted): ResourceList<Item> {
  const text = bytes.toString('utf8')
  const parsed = parseText(text)
  const { root, fields, apiVersion } = topFields(parsed)
  const list = fieldList(parsed, fields, 'items') ?? new YAMLSeq()
  fieldList(parsed, fields, 'results')
  const items = itemsOf(parsed, list, wanted)
  const at = byteOffsets(text, bytes.length)
  const layout = isFlow(root) ? inBraces(bytes) : layoutOf(parsed, bytes, at, root, fields)
  const newline = newlineOf(bytes)
  const style = styleOf(bytes, layout.items, newline)
  const editing = { parsed, bytes, at, style, flow: flowStyleOf(text, root, newline) }
  const problem = problemOf(parsed, fields.get('functionConfig')?.value)
  return {
    apiVersion,
    functionConfig: fieldValue(parsed, fields, 'functionConfig'),
    ...(problem === undefined ? {} : { functionConfigProblem: problem }),
    items,
    write: async (edits) => written({ editing, root, fields, list, items, layout }, edits),
  }
}

function written(whole: WholeList, edits: ListEdits): Uint8Array[] {
  const { editing, root, fields, layout } = whole
  const updates = editable(whole.items, edits.update).flatMap(({ item, edits }) => {
    const limit = limitOf(layout, item.position)
    return entrySplices(editing, whole.list, limit, item.position, withEdits(item.object, edits))
  })
  const removals = [
    ...removalSplices(layout, edits),
    ...flowListEdits(editing, root, fields, 'items', edits.remove, []),
  ]
  const changed = [...updates, ...writtenOutAliases(editing, [...updates, ...removals])]
  const splices: Splice[] = [
    ...together(changed, additionSplices(layout, edits)),
    ...removalSplices(layout, edits),
    ...flowListEdits(editing, root, fields, 'items', edits.remove, edits.append),
    ...flowListEdits(editing, root, fields, 'results', new Set(), edits.results),
  ]
  return splicedPieces(editing.bytes, splices)
}

function limitOf({ bytes, items }: Layout, position: number): number {
  return items.form === 'block' ? entryLimit(bytes, items, position) : bytes.length
}

function inBraces(bytes: Buffer): Layout {
  return { bytes, column: 0, items: { form: 'flow' }, results: { form: 'flow' }, end: bytes.length }
}
