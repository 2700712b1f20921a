import { at, isFields, own } from '../../manifest/manifest.ts'
import { lineNumbers } from '../yaml/lines.ts'
import { readYaml } from '../yaml/read.ts'
import { readBlock } from '../yaml/read-block.ts'
import type { Step } from '../yaml/step.ts'
import type { Tree } from '../yaml/tree.ts'
import { YamlError } from '../yaml/yaml-error.ts'
import type { DocumentPlace } from './documents.ts'
import { type Entry, entriesOf, type ItemType, textOf, typesOf } from './entries.ts'
import type { Outline } from './outline.ts'
import { InputError, type Item, type Wanted } from './resource-list.ts'
import { TextSearch } from './text-search.ts'

/** The number, from 1, of the line that a place in the bytes is on. */
type LineNumber = (offset: number) => number

/** Where an item stands: in a list, or as a document of a stream. */
export type Home = { readonly outline: Outline } | { readonly document: DocumentPlace }

/** An entry that may be wanted. */
export interface Candidate {
  readonly entry: Entry
  readonly home: Home
  readonly type: ItemType
}

/** An item that was read. */
export class ReadItem implements Item {
  readonly position: number
  readonly entry: Entry
  readonly home: Home
  readonly object: unknown
  readonly #bytes: Uint8Array
  readonly #lineNumber: LineNumber
  #tree: Tree | undefined

  constructor(
    position: number,
    { entry, home }: Candidate,
    tree: Tree,
    bytes: Uint8Array,
    lineNumber: LineNumber,
  ) {
    this.position = position
    this.entry = entry
    this.home = home
    this.object = tree.value
    this.#bytes = bytes
    this.#lineNumber = lineNumber
    // Few items are edited or reported; the trees of all the others would take more memory than the list.
    this.#tree = tree.isBlock && tree.problem(1) === undefined ? undefined : tree
  }

  get tree(): Tree {
    this.#tree ??= readBlock(textOf(this.#bytes, this.entry))
    if (this.#tree === undefined) throw new Error(`Item ${this.position} reads otherwise than before.`)
    return this.#tree
  }

  /** Helm writes `# Source: CHART/templates/FILE` above each resource. */
  get template(): string | undefined {
    return /^# Source: (.+?)\s*$/m.exec(this.tree.text.slice(0, this.tree.root.start))?.[1]
  }

  get problem(): string | undefined {
    return this.#tree?.problem(this.#lineNumber(this.entry.start))
  }

  lineOf(steps: readonly Step[]): number {
    const first = this.#lineNumber(this.entry.start)
    return steps.length === 0 ? first : first + this.tree.lineOf(steps)
  }
}

export interface ReadItems {
  /** All entries, read or not, by their position. */
  readonly candidates: readonly Candidate[]
  readonly items: readonly ReadItem[]
  /** The last entry of the input, wanted or not. */
  readonly last: ReadItem | undefined
}

/** The entries of a list. */
export function candidatesIn(outline: Outline): readonly Candidate[] {
  const entries = entriesOf(outline.items)
  const types = typesOf(outline.bytes, outline.items, entries)
  const home = { outline }
  return entries.map((entry, index) => ({
    entry,
    home,
    type: types[index] ?? { isDoubtful: true },
  }))
}

/**
 * The items that are wanted, by their apiVersion and kind or by an annotation, in order. The last one is read also where it isn't wanted, since that is
 * where an input ends that was cut off.
 * @throws InputError for an item of a list that is no resource, or one that can't be read.
 */
export async function readItems(
  bytes: Uint8Array,
  candidates: readonly Candidate[],
  wanted: Wanted,
): Promise<ReadItems> {
  const { annotations = [] } = wanted
  const searches = annotations.map((key) => new TextSearch(key))
  const isMentioned = ({ start, end }: Entry) => searches.some((search) => search.isIn(bytes, start, end))
  const lineNumber = lineNumbers(bytes)
  const items: ReadItem[] = []
  let last: ReadItem | undefined
  for (const [position, candidate] of candidates.entries()) {
    const { entry, home, type } = candidate
    const { apiVersion, kind, isDoubtful } = type
    const isWanted = apiVersion !== undefined && kind !== undefined && wanted(apiVersion, kind)
    if (!isWanted && !isDoubtful && position < candidates.length - 1 && !isMentioned(entry)) continue
    const tree = await treeOf(bytes, entry, lineNumber)
    if (tree.root.kind !== 'mapping' && 'outline' in home) throw noMapping(entry, lineNumber)
    last = new ReadItem(position, candidate, tree, bytes, lineNumber)
    if (!isOfWantedType(tree, wanted) && !hasOneOf(annotations, tree)) continue
    if (tree.refusal !== undefined) throw new InputError(`The input can't be read: ${tree.refusal}.`)
    items.push(last)
  }
  return { candidates, items, last }
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

function noMapping({ index, start }: Entry, lineNumber: LineNumber): InputError {
  return new InputError(
    `Item ${index} of the list (line ${lineNumber(start)}) isn't a mapping, so it is not a Kubernetes resource. Remove it, or fix the program that wrote it.`,
  )
}
