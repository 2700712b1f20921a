import { nearest } from '../../manifest/nearest.ts'
import { type DocumentPlace, documentsIn } from './documents.ts'
import { checkEncoding, decode } from './encoding.ts'
import { typeOfDocument } from './entries.ts'
import { fieldOf } from './field.ts'
import { candidatesIn, readItems } from './items.ts'
import type { Outline } from './outline.ts'
import { outlineIn } from './outline-in.ts'
import { apiVersions, type Input, InputError, type Wanted } from './resource-list.ts'
import { readStream } from './stream.ts'
import { mentionedIn } from './text-search.ts'
import { listWith } from './write/write.ts'

const group = 'config.kubernetes.io/'
/** Where a list says what it is, unless somebody has sorted its keys; then it only takes longer. */
const usualHead = 1024

/**
 * Reads a ResourceList or a stream of manifests from its bytes: what the first document is decides. Only the items that are
 * wanted, by their type or by an annotation, and the functionConfig, are parsed; everything else is kept as the bytes that it is.
 * @throws InputError where the bytes can't be read.
 */
export async function readInput(bytes: Uint8Array, wanted: Wanted): Promise<Input> {
  checkEncoding(bytes)
  const wantedItems = wanted.beside?.(mentionedIn([bytes])) ?? wanted
  const isLikelyList = decode(bytes, 0, Math.min(bytes.length, usualHead)).includes('ResourceList')
  const documents = documentsIn(bytes, isLikelyList ? 2 : 0)
  const [first] = documents
  if (first === undefined || !(await isOfOurGroup(bytes, first)))
    return readStream(bytes, documents, wantedItems)
  return readResourceList(bytes, documents, wantedItems)
}

async function isOfOurGroup(bytes: Uint8Array, document: DocumentPlace): Promise<boolean> {
  const { apiVersion, kind, isDoubtful } = typeOfDocument(bytes, document)
  if (!isDoubtful) return apiVersion?.startsWith(group) === true || kind === 'ResourceList'
  const outline = await outlineIn(bytes, document)
  if (outline === undefined) return false
  const found = (await fieldOf(outline, 'apiVersion')).value
  const isOurs = typeof found === 'string' && found.startsWith(group)
  return isOurs || (await fieldOf(outline, 'kind')).value === 'ResourceList'
}

async function readResourceList(
  bytes: Uint8Array,
  [first, second]: readonly DocumentPlace[],
  wanted: Wanted,
): Promise<Input> {
  const outline = first && (await outlineIn(bytes, first))
  if (outline === undefined) throw new InputError('The ResourceList is not a mapping.')
  await refuseOtherType(outline)
  if (second !== undefined) throw severalDocuments(bytes, second)
  const read = await readItems(bytes, candidatesIn(outline), wanted)
  const config = await fieldOf(outline, 'functionConfig')
  const results = (await fieldOf(outline, 'results')).value
  return {
    form: 'ResourceList',
    functionConfig: config.value,
    ...(config.problem !== undefined && { functionConfigProblem: config.problem }),
    items: read.items,
    onlyItem: read.candidates.length === 1 ? read.last?.object : undefined,
    results: Array.isArray(results) ? results : [],
    write: (edits) => listWith(outline, read, edits),
  }
}

async function refuseOtherType(outline: Outline): Promise<void> {
  const kind = (await fieldOf(outline, 'kind')).value
  if (kind !== 'ResourceList') throw anotherKind(kind)
  const apiVersion = (await fieldOf(outline, 'apiVersion')).value
  if (!apiVersions.some((known) => known === apiVersion)) throw anotherApiVersion(apiVersion)
}

function anotherKind(kind: unknown): InputError {
  const found = kind === undefined ? 'has no kind' : `is of kind ${JSON.stringify(kind)}`
  const meant = typeof kind === 'string' ? nearest(kind, ['ResourceList']) : undefined
  return new InputError(
    `The input ${found}, which is not a kind of config.kubernetes.io. ${meant === undefined ? 'A ResourceList is expected.' : `Did you mean ${meant}?`}`,
  )
}

function anotherApiVersion(apiVersion: unknown): InputError {
  const found =
    apiVersion === undefined ? 'has no apiVersion' : `has the apiVersion ${JSON.stringify(apiVersion)}`
  const meant = typeof apiVersion === 'string' ? nearest(apiVersion, apiVersions) : undefined
  const hint = meant === undefined ? '' : ` Did you mean ${meant}?`
  return new InputError(`The ResourceList ${found}; this function reads ${apiVersions.join(', ')}.${hint}`)
}

function severalDocuments(bytes: Uint8Array, { marker }: DocumentPlace): InputError {
  const line = decode(bytes, 0, marker).split('\n').length
  return new InputError(
    `The input holds a ResourceList and other documents (the second starts on line ${line}), where nothing can follow a ResourceList. Put its resources into the list's items.`,
  )
}
