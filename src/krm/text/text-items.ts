import { duplicateSentence, type ItemOnLine as Item, type Wanted } from '../list/resource-list.ts'
import { type Built, built, type KeyNames } from './build.ts'
import type { ItemSlice, Outline } from './outline.ts'

/** The number of the line that a place in the bytes is on. */
export type LineNumber = (offset: number) => number

/**
 * The wanted items, in list order; those that the scanner isn't sure of are read by `yaml`, each alone. Undefined where one of
 * them isn't right in itself.
 */
export async function readItems(
  bytes: Buffer,
  { found, doubtful }: Outline,
  line: LineNumber,
  wanted: Wanted,
): Promise<Item[] | undefined> {
  const items: Item[] = []
  const left = [...doubtful]
  const keyNames: KeyNames = new Map()
  for (const slice of found) {
    const read = built(bytes.toString('utf8', slice.start, slice.end), keyNames)
    if (read === undefined) left.push(slice)
    else items.push(itemOf(bytes, slice, read, line))
  }
  if (left.length === 0) return items
  const others = await readAlone(bytes, left.sort(byPosition), line, wanted)
  return others && [...items, ...others].sort(byPosition)
}

function byPosition(a: { position: number }, b: { position: number }): number {
  return a.position - b.position
}

/** Says which key appears twice in what was made of the bytes from `start`; undefined where none does. */
export function problemOf(
  { duplicate }: Built,
  bytes: Buffer,
  { start, end }: { start: number; end: number },
  line: LineNumber,
): string | undefined {
  if (duplicate === undefined) return undefined
  const before = bytes.toString('utf8', start, end).slice(0, duplicate.offset)
  return duplicateSentence(duplicate.key, line(start + Buffer.byteLength(before)))
}

function itemOf(bytes: Buffer, slice: ItemSlice, read: Built, line: LineNumber): Item {
  const object = Array.isArray(read.value) ? read.value[0] : undefined
  const problem = problemOf(read, bytes, slice, line)
  return new TextItem(slice, object, problem, line)
}

/** Counts its line when it is asked for it, which only a message does. */
class TextItem implements Item {
  readonly position: number
  readonly object: unknown
  readonly problem?: string
  readonly #start: number
  readonly #lineNumber: LineNumber

  constructor(
    { position, start }: ItemSlice,
    object: unknown,
    problem: string | undefined,
    lineNumber: LineNumber,
  ) {
    this.position = position
    this.object = object
    if (problem !== undefined) this.problem = problem
    this.#start = start
    this.#lineNumber = lineNumber
  }

  get line(): number {
    return this.#lineNumber(this.#start)
  }
}

async function readAlone(
  bytes: Buffer,
  slices: readonly ItemSlice[],
  line: LineNumber,
  wanted: Wanted,
): Promise<Item[] | undefined> {
  const { readItemAlone } = await import('../whole/item.ts')
  const items: Item[] = []
  for (const slice of slices) {
    const read = readItemAlone(bytes, slice, line(slice.start), wanted)
    if (read === undefined) return undefined
    if (read.item !== undefined) items.push(read.item)
  }
  return items
}
