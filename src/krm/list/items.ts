import { at, isFields, own } from '../../manifest/manifest.ts'
import { oncePer } from '../../manifest/once-per.ts'
import { firstLine, lineNumbers } from '../yaml/lines.ts'
import { readBlock } from '../yaml/read-block.ts'
import type { Step } from '../yaml/step.ts'
import type { Tree } from '../yaml/tree.ts'
import { decode } from './encoding.ts'
import { type Entry, textOf } from './entries.ts'
import type { ItemType } from './item-type.ts'
import { type LineNumber, readPart, refuseUnusable } from './read-part.ts'
import { InputError, type Item, type Wanted, wantedBeside } from './resource-list.ts'
import { TextSearch } from './text-search.ts'

/** An item that was read. */
export class ReadItem implements Item {
  readonly position: number
  readonly entry: Entry
  readonly object: unknown
  /** Its lines are counted within the resource, so that they stay the same whatever comes or goes before it. */
  readonly problem: string | undefined
  readonly #bytes: Uint8Array
  readonly #lineNumber: LineNumber
  #tree: Tree | undefined

  constructor(position: number, entry: Entry, tree: Tree, bytes: Uint8Array, lineNumber: LineNumber) {
    this.position = position
    this.entry = entry
    this.object = tree.value
    this.problem = tree.problem((line) => `line ${line - tree.lineOf([]) + 1} of this resource`)
    this.#bytes = bytes
    this.#lineNumber = lineNumber
    // Few items are edited or reported; the trees of all the others would take more memory than the list.
    this.#tree = tree.isBlock ? undefined : tree
  }

  get tree(): Tree {
    this.#tree ??= readBlock(textOf(this.#bytes, this.entry))
    if (this.#tree === undefined) throw new Error(`Item ${this.position} reads otherwise than before.`)
    return this.#tree
  }

  /** Helm writes `# Source: CHART/templates/FILE` above each resource. */
  get template(): string | undefined {
    const { start, end } = this.entry
    const comments = decode(this.#bytes, start, firstLine(this.#bytes, start, end) ?? end)
    return /^# Source: (.+?)\s*$/m.exec(comments)?.[1]
  }

  lineOf(steps: readonly Step[]): number {
    const first = this.#lineNumber(this.entry.start)
    return steps.length === 0 ? first : first + this.tree.lineOf(steps)
  }
}

export interface ReadItems {
  readonly bytes: Uint8Array
  /** All entries, read or not, by their position. */
  readonly entries: readonly Entry[]
  readonly items: readonly ReadItem[]
  /** The last entry of the input, wanted or not. */
  readonly last: ReadItem | undefined
}

/**
 * The items that are wanted, by their apiVersion and kind or by an annotation, in order. The last one is read also where it
 * isn't wanted, since that is where an input ends that was cut off.
 * What is wanted can depend on the apiVersions that are there; `apiVersion` is one of an item outside of the list.
 * `types` are those of the entries, as far as their lines tell.
 * @throws InputError for an item of a list that is no resource, or one that can't be read.
 */
export async function readItems(
  bytes: Uint8Array,
  entries: readonly Entry[],
  types: readonly (ItemType | undefined)[],
  wantedAnywhere: Wanted,
  apiVersion = '',
): Promise<ReadItems> {
  const wanted = wantedBeside(wantedAnywhere, apiVersionsIn(bytes, entries, types, apiVersion))
  const { annotations = [] } = wanted
  const searches = annotations.map((key) => new TextSearch(key))
  const lineNumber = lineNumbers(bytes)
  const items: ReadItem[] = []
  let last: ReadItem | undefined
  const isWantedType = oncePer((type: ItemType) => isOfType(type, wanted))
  let position = -1
  for (const entry of entries) {
    position++
    const { list, start, end } = entry
    const type = types[position]
    const mayBeWanted =
      type === undefined || isWantedType(type) || searches.some((search) => search.isIn(bytes, start, end))
    if (!mayBeWanted && position < entries.length - 1) continue
    wanted.watch?.(position, entries.length)
    const tree = await readPart(textOf(bytes, entry), () => lineNumber(start), end === bytes.length)
    if (list !== undefined && tree.root.kind !== 'mapping') throw noMapping(entry, lineNumber)
    last = new ReadItem(position, entry, tree, bytes, lineNumber)
    if (type === undefined && !hasType(tree)) refuseUnusable(tree)
    if (!isOfType(tree.value, wanted) && !hasOneOf(annotations, tree)) continue
    refuseUnusable(tree)
    items.push(last)
  }
  return { bytes, entries, items, last }
}

/** False where an alias that stands for nothing, which is refused, may be all that says what an item is. */
function hasType({ value }: Tree): boolean {
  return typeof at(value, 'apiVersion') === 'string' && typeof at(value, 'kind') === 'string'
}

/** Texts with the apiVersions of all items, and one outside: where only reading an item can tell, the whole of it. */
function* apiVersionsIn(
  bytes: Uint8Array,
  entries: readonly Entry[],
  types: readonly (ItemType | undefined)[],
  outside: string,
): Iterable<string> {
  yield outside
  for (const type of new Set(types)) if (type !== undefined) yield type.apiVersion
  const unsure = entries.filter((_entry, position) => types[position] === undefined)
  for (const { start, end } of unsure) yield decode(bytes, start, end)
}

function isOfType(object: unknown, wanted: Wanted): boolean {
  if (!isFields(object)) return false
  const [apiVersion, kind] = [own(object, 'apiVersion'), own(object, 'kind')]
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
