import type { Stream } from './documents.ts'
import { type Entry, entriesOf } from './entries.ts'
import { type ItemType, ItemTypes } from './item-type.ts'
import { readItems } from './items.ts'
import { outlineOfType } from './outline/field.ts'
import type { Outline } from './outline/outline.ts'
import { type Input, InputError, type Wanted } from './resource-list.ts'
import { TextSearch } from './text-search.ts'
import { inputWith } from './write/write.ts'

const listKind = new TextSearch('List')

/**
 * Reads a stream of manifests, as `helm template`, `kustomize build` and `kubectl get -o yaml` write them. A document that is
 * a `kind: List` stands for its items; one that is no resource passes through.
 * @throws InputError where a document can't be read.
 */
export async function readStream({ edges, documents }: Stream, wanted: Wanted): Promise<Input> {
  const { bytes } = edges
  const itemTypes = new ItemTypes()
  const entries: Entry[] = []
  const types: (ItemType | undefined)[] = []
  let list: Outline | undefined
  for (const document of documents) {
    const type = itemTypes.of(edges, document)
    // What doesn't hold the word need not be read twice.
    const mayBeList =
      type === undefined
        ? listKind.isIn(bytes, document.start, document.end)
        : isList(type.apiVersion, type.kind)
    list = mayBeList ? await outlineOfType(edges, document, type, isList) : undefined
    // Not as arguments of one call, which takes no more than 65,535.
    for (const entry of list === undefined ? [document] : entriesOf(list)) {
      entries.push(entry)
      types.push(list === undefined ? type : itemTypes.of(list.edges, entry))
    }
  }
  const read = await readItems(bytes, entries, types, wanted)
  const isOneDocument = documents.length === 1
  if (isOneDocument && read.last !== undefined && read.last.tree.root.kind !== 'mapping') throw notManifests()
  const only = isOneDocument ? list : undefined
  return {
    form: 'stream',
    functionConfig: undefined,
    items: read.items,
    results: [],
    write: (edits) => inputWith(read, documents, only, { ...edits, results: [] }),
  }
}

function isList(apiVersion: unknown, kind: unknown): boolean {
  return apiVersion === 'v1' && kind === 'List'
}

function notManifests(): InputError {
  return new InputError(
    'The input is YAML but not a mapping, where a ResourceList or manifests (`apiVersion`, `kind`) are expected.',
  )
}
