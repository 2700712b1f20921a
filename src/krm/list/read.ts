import { tabOnBlankLine } from '../text/tabs.ts'
import { readText } from '../text/text-list.ts'
import { lineOfField } from '../yaml/field-line.ts'
import { checkEncoding, place } from './encoding.ts'
import { ItemLines } from './item-lines.ts'
import {
  InputError,
  type Item,
  type ItemOnLine,
  type ListEdits,
  type ResourceList,
  type Wanted,
} from './resource-list.ts'

/**
 * Reads a ResourceList from its bytes. Only the items that are wanted, and the functionConfig, are parsed; everything else
 * is kept as the bytes that it is.
 * @throws InputError where the bytes hold no ResourceList.
 */
export async function readResourceList(bytes: Uint8Array, wanted: Wanted): Promise<ResourceList> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  checkEncoding(buffer)
  const list = (await readText(buffer, wanted)) ?? (await readWhole(buffer, wanted))
  const lines = new ItemLines(bytes)
  const items = list.items.map((item) => ({ ...item, lineOf: lineOfItem(lines, item) }))
  return { ...list, items, write: (edits) => written(buffer, list, edits) }
}

function lineOfItem(lines: ItemLines, item: ItemOnLine): Item['lineOf'] {
  return (steps) => {
    const { lines: text, first } = lines.item(item.line)
    return lineOfField(text, first, steps).number
  }
}

async function readWhole(bytes: Buffer, wanted: Wanted): Promise<ResourceList<ItemOnLine>> {
  const { readWhole } = await import('../whole/whole-list.ts')
  return readWhole(bytes, wanted)
}

async function written(
  bytes: Buffer,
  list: ResourceList<ItemOnLine>,
  edits: ListEdits,
): Promise<Uint8Array[]> {
  const pieces = await list.write(edits)
  const tab = pieces.length > 1 ? tabOnBlankLine(bytes) : -1
  if (tab !== -1) await refuseWrongEdits(bytes, pieces, edits, tab)
  return pieces
}

/** `yaml` takes some tabs on blank lines for a part of what is around them, so that an edit beside one can change what is read. */
async function refuseWrongEdits(
  bytes: Buffer,
  pieces: Uint8Array[],
  edits: ListEdits,
  tab: number,
): Promise<void> {
  const { readsAsEdited } = await import('../whole/verified.ts')
  if (readsAsEdited(bytes, Buffer.concat(pieces), edits)) return
  throw new InputError(
    `The list can't be edited safely, since a line holds a tab and nothing else ${place(bytes, tab)}. Take the tab away, or write spaces.`,
  )
}
