import {
  apiVersions,
  editable,
  type ItemOnLine as Item,
  type ListEdits,
  type ResourceList,
  type Wanted,
} from '../list/resource-list.ts'
import { entryLimit } from '../yaml/block-list.ts'
import { lineNumbers, lineStart, newlineOf } from '../yaml/lines.ts'
import { type Splice, splicedPieces, together } from '../yaml/splice.ts'
import { additionSplices, removalSplices } from './block-splices.ts'
import { type Built, built } from './build.ts'
import type { Layout } from './layout.ts'
import { listLayout } from './list-layout.ts'
import type { ItemSlice, Outline, TopKey } from './outline.ts'
import { outlineOf } from './scan.ts'
import { styleOf } from './style.ts'
import { problemOf, readItems } from './text-items.ts'

/**
 * Reads a ResourceList in block style without parsing what isn't wanted. Undefined where the text isn't certainly what it
 * seems to be, or isn't a ResourceList: then it has to be parsed whole, to read it or to say what is wrong.
 */
export async function readText(bytes: Buffer, wanted: Wanted): Promise<ResourceList<Item> | undefined> {
  const outline = outlineOf(bytes, wanted)
  const layout = outline && layoutOf(bytes, outline)
  if (outline === undefined || layout === undefined) return undefined
  const apiVersion = textOf(bytes, outline, 'apiVersion')
  if (textOf(bytes, outline, 'kind') !== 'ResourceList' || !apiVersions.includes(apiVersion)) return undefined
  const line = lineNumbers(bytes)
  const items = await readItems(bytes, outline, line, wanted)
  const key = outline.keys.get('functionConfig')
  const config = key && builtPair(bytes, key)
  if (apiVersion === undefined || items === undefined || (key !== undefined && config === undefined))
    return undefined
  const problem = key && config && problemOf(config, bytes, key, line)
  return {
    apiVersion,
    functionConfig: config && valueOfPair(config),
    ...(problem === undefined ? {} : { functionConfigProblem: problem }),
    items,
    write: (edits) => written(layout, items, edits),
  }
}

function layoutOf(bytes: Buffer, { keys }: Outline): Layout | undefined {
  const items = listLayout(bytes, keys.get('items'))
  const results = listLayout(bytes, keys.get('results'))
  return items && results && { bytes, column: 0, items, results, end: bytes.length }
}

/** The text under a top-level key; undefined where that is anything else. */
function textOf(bytes: Buffer, { keys }: Outline, name: string): string | undefined {
  const key = keys.get(name)
  const pair = key && builtPair(bytes, key)
  const value = pair && valueOfPair(pair)
  return typeof value === 'string' ? value : undefined
}

function builtPair(bytes: Buffer, { start, end }: TopKey): Built | undefined {
  return built(bytes.toString('utf8', start, end))
}

function valueOfPair({ value }: Built): unknown {
  return typeof value === 'object' && value !== null ? Object.values(value)[0] : undefined
}

async function written(layout: Layout, items: readonly Item[], edits: ListEdits): Promise<Uint8Array[]> {
  const updates = edits.update.size === 0 ? [] : await updateSplices(layout, items, edits)
  const splices = together(updates, additionSplices(layout, edits))
  return splicedPieces(layout.bytes, [...removalSplices(layout, edits), ...splices])
}

async function updateSplices(
  layout: Layout,
  items: readonly Item[],
  { update }: ListEdits,
): Promise<Splice[]> {
  const { itemSplices } = await import('../whole/item.ts')
  const style = styleOf(layout.bytes, layout.items, newlineOf(layout.bytes))
  return editable(items, update).flatMap(({ item, edits }) =>
    itemSplices(layout.bytes, sliceOf(layout, item.position), style, item.object, edits),
  )
}

function sliceOf({ bytes, items }: Layout, position: number): ItemSlice {
  if (items.form !== 'block') throw new Error("An item of an empty list can't be edited.")
  const start = lineStart(bytes, items.dashes[position] ?? items.end)
  return { position, start, end: entryLimit(bytes, items, position) }
}
