import { blockMapping } from '../yaml/edit/stringify.ts'
import { streamIn } from './documents.ts'
import { decode } from './encoding.ts'
import { readInput } from './read.ts'
import {
  type Input,
  InputError,
  type Item,
  type ListEdits,
  type Wanted,
  wantedBeside,
} from './resource-list.ts'

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

/** What is wanted of each file of a folder, by what stands in any of them. */
export function wantedInFolder(files: readonly FolderFile[], wanted: Wanted): Wanted {
  return wantedBeside(wanted, textsOf(files))
}

function* textsOf(files: readonly FolderFile[]): Iterable<string> {
  for (const { bytes } of files) yield decode(bytes, 0, bytes.length)
}

/**
 * Reads the files of a folder as one input: each is a stream of manifests. Files that hold no resources pass in silence.
 */
export async function readFolder(files: Iterable<FolderFile>, wanted: Wanted): Promise<Folder> {
  const inputs = new Map<string, FileInput>()
  const unreadable: UnreadableFile[] = []
  const items: FolderItem[] = []
  for (const { path, bytes } of files) {
    const input = await inputOf(bytes, wanted)
    if (typeof input === 'string') unreadable.push({ path, reason: input })
    if (typeof input !== 'object' || input.form !== 'stream') continue
    inputs.set(path, { ...input, first: items.length })
    for (const item of input.items) items.push(inFolder(item, items.length, path))
  }
  return { items, unreadable, write: (edits, append) => written(inputs, edits, append) }
}

/** What a file holds; its items follow each other in the folder, from the position `first` on. */
interface FileInput extends Input {
  readonly first: number
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

/** Also in UTF-16, where every other byte of such a text is 0. */
function saysItIsResource(bytes: Uint8Array): boolean {
  const text = decode(bytes, 0, bytes.length).replaceAll(/^[\ufeff\ufffd]+|\0/g, '')
  return /^(?:[{ ]*")?apiVersion"?\s*:/m.test(text) && /^(?:[{ ]*")?kind"?\s*:/m.test(text)
}

async function written(
  inputs: ReadonlyMap<string, FileInput>,
  edits: Pick<ListEdits, 'update' | 'remove'>,
  append: NewItems,
): Promise<WrittenFiles> {
  const files = new Map<string, readonly Uint8Array[] | undefined>()
  for (const [path, input] of inputs) {
    const own = editsOf(input, edits, append.get(path))
    if (own.update.size + own.remove.size + own.append.length === 0) continue
    const pieces = await input.write(own)
    files.set(path, own.remove.size > 0 && isEmpty(pieces) ? undefined : pieces)
  }
  for (const [path, items] of append) {
    if (!inputs.has(path)) files.set(path, [new TextEncoder().encode(newFile(items))])
  }
  return files
}

/** What is done to one file, by its own positions. */
function editsOf(
  { items, first }: FileInput,
  { update, remove }: Pick<ListEdits, 'update' | 'remove'>,
  append: readonly object[] = [],
): ListEdits {
  const updated = items.flatMap(({ position }, index) => {
    const edits = update.get(first + index)
    return edits === undefined ? [] : [[position, edits] as const]
  })
  const removed = items.filter((_item, index) => remove.has(first + index))
  return {
    update: new Map(updated),
    remove: new Set(removed.map(({ position }) => position)),
    append,
    results: [],
  }
}

function newFile(items: readonly object[]): string {
  const style = { newline: '\n', compact: true }
  return items.map((item) => blockMapping(item, 0, style)).join('---\n')
}

/** Whether nothing but comments is left of a file. */
function isEmpty(pieces: readonly Uint8Array[]): boolean {
  return pieces.every((piece) => streamIn(piece).documents.length === 0)
}
