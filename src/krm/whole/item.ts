import { isAlias, isSeq, type YAMLSeq } from 'yaml'
import type { FieldEdit } from '../../manifest/change.ts'
import { InputError, type ItemOnLine as Item, type Wanted } from '../list/resource-list.ts'
import type { ItemSlice } from '../text/outline.ts'
import type { Splice } from '../yaml/splice.ts'
import type { BlockStyle } from '../yaml/stringify.ts'
import { writtenOutAliases } from './aliases.ts'
import { entrySplices } from './edit.ts'
import { itemsOf } from './items.ts'
import { byteOffsets } from './offsets.ts'
import { type ParsedText, parseText } from './parse.ts'
import { withEdits } from './target.ts'

const loneCarriageReturn = /\r(?!\n)/

/** An item that was read alone. */
export interface ReadAlone {
  /** The item, if it is wanted. */
  readonly item: Item | undefined
}

/**
 * Reads one item of a block list alone (see skip-item.ts for why that is safe). Undefined where the text of the item isn't
 * right in itself, so that the whole text has to be read to say what is wrong.
 */
export function readItemAlone(
  bytes: Buffer,
  { position, start, end }: ItemSlice,
  line: number,
  wanted: Wanted,
): ReadAlone | undefined {
  const text = bytes.toString('utf8', start, end)
  if (loneCarriageReturn.test(text)) return undefined
  try {
    const parsed = parseText(text, line)
    const list = onlyItemOf(parsed)
    if (list === undefined) return undefined
    const [item] = itemsOf(parsed, list, wanted)
    return { item: item === undefined ? undefined : { ...item, position } }
  } catch (error) {
    if (error instanceof InputError) return undefined
    throw error
  }
}

/** The splices, in bytes, that edit one item of a block list and nothing else. */
export function itemSplices(
  bytes: Buffer,
  { start, end }: ItemSlice,
  style: BlockStyle,
  object: unknown,
  edits: readonly FieldEdit[],
): Splice[] {
  const text = bytes.toString('utf8', start, end)
  const parsed = parseText(text)
  const list = onlyItemOf(parsed)
  if (list === undefined) throw new Error('An item that was read is no item any more.')
  const offset = byteOffsets(text, end - start)
  const at = (place: number) => start + offset(place)
  const editing = { parsed, bytes, at, style, flow: { newline: style.newline, step: '  ' } }
  const updates = entrySplices(editing, list, end, 0, withEdits(object, edits))
  return [...updates, ...writtenOutAliases(editing, updates)]
}

function onlyItemOf({ doc }: ParsedText): YAMLSeq | undefined {
  const list = doc.contents
  return isSeq(list) && list.flow !== true && list.items.length === 1 && !isAlias(list.items[0])
    ? list
    : undefined
}
