import type { DocumentPlace } from './documents.ts'
import { entryOfDocument, typeOfDocument } from './entries.ts'
import { fieldOf } from './field.ts'
import { type Candidate, candidatesIn, readItems } from './items.ts'
import type { Outline } from './outline.ts'
import { outlineIn } from './outline-in.ts'
import { type Input, InputError, type Wanted } from './resource-list.ts'
import { listWith, streamWith } from './write/write.ts'

/**
 * Reads a stream of manifests, as `helm template`, `kustomize build` and `kubectl get -o yaml` write them. A document that is
 * a `kind: List` stands for its items; one that is no resource passes through.
 * @throws InputError where a document can't be read.
 */
export async function readStream(
  bytes: Uint8Array,
  documents: readonly DocumentPlace[],
  wanted: Wanted,
): Promise<Input> {
  const candidates: Candidate[] = []
  let list: Outline | undefined
  for (const document of documents) {
    list = await listOf(bytes, document)
    const found = list === undefined ? [candidateOf(bytes, document)] : candidatesIn(list)
    // Not as arguments of one call, which takes no more than 65,535.
    for (const candidate of found) candidates.push(candidate)
  }
  const read = await readItems(bytes, candidates, wanted)
  const [tree] = documents.length === 1 && read.last ? [read.last.tree] : []
  if (tree !== undefined && tree.root.kind !== 'mapping') throw notManifests()
  const only = documents.length === 1 ? list : undefined
  return {
    form: 'stream',
    functionConfig: undefined,
    items: read.items,
    results: [],
    write: (edits) =>
      only === undefined
        ? streamWith(bytes, documents, read, edits)
        : listWith(only, read, { ...edits, results: [] }),
  }
}

function notManifests(): InputError {
  return new InputError(
    'The input is YAML but not a mapping, where a ResourceList or manifests (`apiVersion`, `kind`) are expected.',
  )
}

function candidateOf(bytes: Uint8Array, document: DocumentPlace): Candidate {
  return { entry: entryOfDocument(document), home: { document }, type: typeOfDocument(bytes, document) }
}

/** The outline of a document that is a `kind: List`. */
async function listOf(bytes: Uint8Array, document: DocumentPlace): Promise<Outline | undefined> {
  const { apiVersion, kind, isDoubtful } = typeOfDocument(bytes, document)
  if (!isDoubtful && (apiVersion !== 'v1' || kind !== 'List')) return undefined
  if (isDoubtful && !mayBeList(bytes, document)) return undefined
  const outline = await outlineIn(bytes, document)
  if (outline === undefined || (await fieldOf(outline, 'kind')).value !== 'List') return undefined
  return (await fieldOf(outline, 'apiVersion')).value === 'v1' ? outline : undefined
}

const word = new TextEncoder().encode('List')

/** Whether the word stands anywhere in a document, so that it need not be parsed twice where it doesn't. */
function mayBeList(bytes: Uint8Array, { start, end }: DocumentPlace): boolean {
  for (
    let at = bytes.indexOf(word[0] ?? 0, start);
    at !== -1 && at < end;
    at = bytes.indexOf(word[0] ?? 0, at + 1)
  ) {
    if (word.every((byte, index) => bytes[at + index] === byte)) return true
  }
  return false
}
