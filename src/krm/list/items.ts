import { at, isFields, own } from '../../manifest/manifest.ts'
import { lineNumbers } from '../yaml/lines.ts'
import { readYaml } from '../yaml/read.ts'
import { readBlock } from '../yaml/read-block.ts'
import type { Step } from '../yaml/step.ts'
import type { Tree } from '../yaml/tree.ts'
import { YamlError } from '../yaml/yaml-error.ts'
import { type Entry, entriesOf, textOf, typesOf } from './entries.ts'
import type { ListPlace } from './places.ts'
import { InputError, type Item, type Wanted } from './resource-list.ts'
import { TextSearch } from './text-search.ts'

/** The number, from 1, of the line that a place in the bytes is on. */
type LineNumber = (offset: number) => number

/** An item of the list that was read, with its tree. */
export class ReadItem implements Item {
  readonly entry: Entry
  readonly tree: Tree
  readonly #lineNumber: LineNumber

  constructor(entry: Entry, tree: Tree, lineNumber: LineNumber) {
    this.entry = entry
    this.tree = tree
    this.#lineNumber = lineNumber
  }

  get position(): number {
    return this.entry.position
  }

  get object(): unknown {
    return this.tree.value
  }

  get problem(): string | undefined {
    const { doubt } = this.tree
    return doubt?.sentence(this.#lineNumber(this.entry.start) + this.tree.lineAt(doubt.offset))
  }

  lineOf(steps: readonly Step[]): number {
    const first = this.#lineNumber(this.entry.start)
    return steps.length === 0 ? first : first + this.tree.lineOf(steps)
  }
}

/** What was read of the items of a list. */
export interface ItemsRead {
  readonly items: readonly ReadItem[]
  /** The value of the one item, wanted or not; undefined where there are others, or none. */
  readonly onlyItem: unknown
}

/**
 * The items of a list that are wanted, by their apiVersion and kind or by an annotation, in order. The last item is read also where it isn't wanted, since
 * that is where a list ends that was cut off.
 * @throws InputError for an item that is no resource, or that can't be read.
 */
export async function readItems(
  bytes: Uint8Array,
  list: ListPlace,
  wanted: Wanted,
  wantedAnnotations: readonly string[],
): Promise<ItemsRead> {
  const searches = wantedAnnotations.map((key) => new TextSearch(key))
  const isMentioned = ({ start, end }: Entry) => searches.some((search) => search.isIn(bytes, start, end))
  const entries = entriesOf(list)
  const types = typesOf(bytes, list, entries)
  const lineNumber = lineNumbers(bytes)
  const items: ReadItem[] = []
  let last: unknown
  for (const [index, entry] of entries.entries()) {
    const { apiVersion, kind, isDoubtful } = types[index] ?? { isDoubtful: true }
    const isWanted = apiVersion !== undefined && kind !== undefined && wanted(apiVersion, kind)
    if (!isWanted && !isDoubtful && index < entries.length - 1 && !isMentioned(entry)) continue
    const tree = await treeOf(bytes, entry, lineNumber)
    if (tree.root.kind !== 'mapping') throw noMapping(entry, lineNumber)
    last = tree.value
    if (!isOfWantedType(tree, wanted) && !hasOneOf(wantedAnnotations, tree)) continue
    if (tree.refusal !== undefined) throw new InputError(`The input can't be read: ${tree.refusal}.`)
    items.push(new ReadItem(entry, tree, lineNumber))
  }
  return { items, onlyItem: entries.length === 1 ? last : undefined }
}

async function treeOf(bytes: Uint8Array, entry: Entry, lineNumber: LineNumber): Promise<Tree> {
  const text = textOf(bytes, entry)
  const tree = readBlock(text)
  if (tree !== undefined) return tree
  try {
    return await readYaml(text, lineNumber(entry.start))
  } catch (error) {
    throw error instanceof YamlError ? unreadable(error, entry.end === bytes.length) : error
  }
}

/** What YAML has to complain about, in a sentence; `isLast` where the input ends there. */
export function unreadable(error: YamlError, isLast: boolean): InputError {
  return error.isCut && isLast
    ? new InputError(
        `The input looks cut off: it ends in the middle of something (${error.message}). Check that the program that wrote it finished without an error.`,
      )
    : new InputError(`The input isn't valid YAML: ${error.message}. Fix it and try again.`)
}

function isOfWantedType({ value }: Tree, wanted: Wanted): boolean {
  if (!isFields(value)) return false
  const apiVersion = own(value, 'apiVersion')
  const kind = own(value, 'kind')
  return typeof apiVersion === 'string' && typeof kind === 'string' && wanted(apiVersion, kind)
}

function hasOneOf(annotations: readonly string[], { value }: Tree): boolean {
  const written = at(value, 'metadata', 'annotations')
  return annotations.some((key) => at(written, key) !== undefined)
}

function noMapping({ position, start }: Entry, lineNumber: LineNumber): InputError {
  return new InputError(
    `Item ${position} of the ResourceList (line ${lineNumber(start)}) isn't a mapping, so it is not a Kubernetes resource. Remove it, or fix the program that wrote it.`,
  )
}
