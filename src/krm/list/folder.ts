import type { FieldEdit } from '../../manifest/change.ts'
import { blockMapping } from '../yaml/edit/stringify.ts'
import { streamIn } from './documents.ts'
import { decode } from './encoding.ts'
import { readInput } from './read.ts'
import { type Input, InputError, type Item, type ListEdits, type Wanted } from './resource-list.ts'

/** A file of a folder, by its path in it. */
export interface FolderFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/** An item with its place in the folder. */
export interface FolderItem extends Item {
  readonly file: { readonly path: string; readonly index: number }
}

/** A file that says that it is a resource, and can't be read. */
export interface UnreadableFile {
  readonly path: string
  /** A sentence. */
  readonly reason: string
}

/** New items of a folder, by the path of the file that they come into. */
export type NewItems = ReadonlyMap<string, readonly object[]>

/** What the files hold afterwards; undefined for one that is to be removed. Files that stay as they are are left out. */
export type WrittenFiles = ReadonlyMap<string, readonly Uint8Array[] | undefined>

export interface Folder {
  readonly items: readonly FolderItem[]
  readonly unreadable: readonly UnreadableFile[]
  write(edits: Pick<ListEdits, 'update' | 'remove'>, append: NewItems): Promise<WrittenFiles>
}

/**
 * Reads the files of a folder as one input: each is a stream of manifests. Files that hold no resources pass in silence.
 */
export async function readFolder(files: readonly FolderFile[], wanted: Wanted): Promise<Folder> {
  const inputs = new Map<string, Input>()
  const unreadable: UnreadableFile[] = []
  const items: FolderItem[] = []
  const places: FilePlace[] = []
  for (const { path, bytes } of files) {
    const input = await inputOf(bytes, wanted)
    if (typeof input === 'string') unreadable.push({ path, reason: input })
    if (typeof input !== 'object' || input.form !== 'stream') continue
    inputs.set(path, input)
    for (const item of input.items) {
      items.push(inFolder(item, items.length, path))
      places.push({ path, position: item.position })
    }
  }
  return { items, unreadable, write: (edits, append) => written(inputs, places, edits, append) }
}

/** Where an item of the folder is: the file, and the item's position in it. */
interface FilePlace {
  readonly path: string
  readonly position: number
}

function inFolder(item: Item, position: number, path: string): FolderItem {
  return {
    position,
    file: { path, index: item.position },
    object: item.object,
    problem: item.problem,
    template: item.template,
    lineOf: (steps) => item.lineOf(steps),
  }
}

/** The resources in a file; undefined where it holds none, and a sentence where it says that it does and can't be read. */
async function inputOf(bytes: Uint8Array, wanted: Wanted): Promise<Input | string | undefined> {
  try {
    return await readInput(bytes, wanted)
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return saysItIsResource(bytes) ? error.message : undefined
  }
}

function saysItIsResource(bytes: Uint8Array): boolean {
  const text = decode(bytes, 0, bytes.length)
  return /^(?:[{ ]*")?apiVersion"?\s*:/m.test(text) && /^(?:[{ ]*")?kind"?\s*:/m.test(text)
}

async function written(
  inputs: ReadonlyMap<string, Input>,
  places: readonly FilePlace[],
  { update, remove }: Pick<ListEdits, 'update' | 'remove'>,
  append: NewItems,
): Promise<WrittenFiles> {
  const editsByFile = new Map<string, FileEdits>()
  const editsOf = (path: string) => {
    const known = editsByFile.get(path) ?? {
      update: new Map(),
      remove: new Set(),
      append: append.get(path) ?? [],
    }
    editsByFile.set(path, known)
    return known
  }
  for (const [position, edits] of update) {
    const place = places[position]
    if (place) editsOf(place.path).update.set(place.position, edits)
  }
  for (const position of remove) {
    const place = places[position]
    if (place) editsOf(place.path).remove.add(place.position)
  }
  for (const path of append.keys()) editsOf(path)

  const files = new Map<string, readonly Uint8Array[] | undefined>()
  for (const [path, edits] of editsByFile) files.set(path, await fileWith(inputs.get(path), edits))
  return files
}

interface FileEdits {
  readonly update: Map<number, readonly FieldEdit[]>
  readonly remove: Set<number>
  readonly append: readonly object[]
}

async function fileWith(
  input: Input | undefined,
  edits: FileEdits,
): Promise<readonly Uint8Array[] | undefined> {
  if (input === undefined) return [new TextEncoder().encode(newFile(edits.append))]
  const pieces = await input.write({ ...edits, results: [] })
  return edits.remove.size > 0 && isEmpty(pieces) ? undefined : pieces
}

function newFile(items: readonly object[]): string {
  const style = { newline: '\n', compact: true }
  return items.map((item) => blockMapping(item, 0, style)).join('---\n')
}

/** Whether nothing but comments is left of a file. */
function isEmpty(pieces: readonly Uint8Array[]): boolean {
  return pieces.every((piece) => streamIn(piece).documents.length === 0)
}
