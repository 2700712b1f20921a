import type { FieldEdit } from '../../../manifest/change.ts'
import { byteOffsets } from '../../yaml/edit/byte-offsets.ts'
import { mappingSplices } from '../../yaml/edit/edit.ts'
import type { Splice } from '../../yaml/edit/splice.ts'
import type { BlockStyle } from '../../yaml/edit/stringify.ts'
import type { Node, Tree } from '../../yaml/tree.ts'
import { decode } from '../encoding.ts'
import { type Entry, isInFlow } from '../entries.ts'
import type { ReadItem, ReadItems } from '../items.ts'
import { InputError, type ListEdits } from '../resource-list.ts'

/**
 * The splices that edit items, and nothing else.
 * @throws InputError where an item can't be edited, or removed, without changing another.
 */
export async function updatesOf(
  { bytes, items }: ReadItems,
  { update, remove }: ListEdits,
  style: BlockStyle,
): Promise<Splice[]> {
  const splices: Splice[] = []
  for (const item of items) {
    const edits = update.get(item.position)
    if (edits !== undefined || remove.has(item.position)) refuseLostAnchors(bytes, item)
    if (edits !== undefined) splices.push(...(await itemSplices(bytes, item, edits, style)))
  }
  return splices
}

/** An item that changes can hold an anchor that an alias elsewhere stands for, in an item that nobody has read. */
function refuseLostAnchors(bytes: Uint8Array, item: ReadItem): void {
  const { entry, tree } = item
  const lost = tree.anchors.find((anchor) => isUsedOutside(bytes, `*${anchor}`, entry))
  if (lost === undefined) return
  throw new InputError(
    `The item on line ${item.lineOf([])} has the anchor &${lost}, which another item uses, so that it can't be changed without changing that one. Write the value out there.`,
  )
}

function isUsedOutside(bytes: Uint8Array, alias: string, { start, end }: Entry): boolean {
  for (let at = bytes.indexOf(0x2a); at !== -1; at = bytes.indexOf(0x2a, at + 1)) {
    if (at >= start && at < end) continue
    const text = decode(bytes, at, Math.min(bytes.length, at + 4 * alias.length + 1))
    if (text.startsWith(alias) && /^[\s,\]}:]?$/.test(text.slice(alias.length, alias.length + 1))) return true
  }
  return false
}

async function itemSplices(
  bytes: Uint8Array,
  item: ReadItem,
  edits: readonly FieldEdit[],
  style: BlockStyle,
): Promise<Splice[]> {
  const { entry, tree } = item
  const offset = byteOffsets(tree.text, entry.end - entry.start)
  const at = (place: number) => entry.start + offset(place)
  if (tree.isBlock && tree.root.kind === 'mapping') {
    const splices = mappingSplices({ bytes, at, style }, tree.root, entry.end, edits)
    if (splices !== undefined) return splices
  }
  return [await redrawSplice(item, at(endOfRoot(tree)), edits, style)]
}

/** Draws an item anew that isn't in block style, up to the end of its last line. */
async function redrawSplice(
  item: ReadItem,
  end: number,
  edits: readonly FieldEdit[],
  style: BlockStyle,
): Promise<Splice> {
  const { entry, tree } = item
  const { redrawn } = await import('../../yaml/edit/redraw.ts')
  const isFlow = isInFlow(entry)
  // What follows keeps its column, so that comments below stay comments.
  const column = isFlow ? lastIndentation(tree.text) : columnOf(tree.root)
  const drawn = redrawn(tree.text.slice(0, endOfRoot(tree)), tree.value, edits, column, style)
  if (drawn === undefined) {
    throw new InputError(
      `The item on line ${item.lineOf([])} can't be edited safely, since it isn't written in block style. Write it as plain YAML, without tags, anchors and tabs.`,
    )
  }
  const lead = isFlow ? '' : entry.prefix.padEnd(column)
  const breakBehind = tree.text[endOfRoot(tree) - 1] === '\n' ? style.newline : ''
  return { start: entry.start, end, text: lead + drawn + breakBehind }
}

function columnOf(root: Node): number {
  return root.kind === 'scalar' ? 0 : root.column
}

/** The end of the last line of an item; of its text, in brackets. */
function endOfRoot({ text, root }: Tree): number {
  if (text[root.end - 1] === '\n') return root.end
  const line = text.indexOf('\n', root.end)
  return line === -1 ? text.length : line + 1
}

/** The indentation of the last of several lines, where the closing bracket is; two more than nothing in a text of one line. */
function lastIndentation(text: string): number {
  const last = text.lastIndexOf('\n')
  return last === -1 ? 2 : text.slice(last + 1).search(/[^ ]|$/)
}
