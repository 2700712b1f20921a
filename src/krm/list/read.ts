import { at } from '../../manifest/manifest.ts'
import { nearest } from '../../manifest/nearest.ts'
import { type DocumentPlace, type Stream, streamIn } from './documents.ts'
import { checkEncoding, decode } from './encoding.ts'
import { entriesOf } from './entries.ts'
import { ItemTypes } from './item-type.ts'
import { readItems } from './items.ts'
import { fieldOf, outlineOfType } from './outline/field.ts'
import { type Outline, usualColumn } from './outline/outline.ts'
import { apiVersions, type Input, InputError, type Wanted } from './resource-list.ts'
import { readStream } from './stream.ts'
import { inputWith } from './write/write.ts'

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
  const isLikelyList = decode(bytes, 0, Math.min(bytes.length, usualHead)).includes('ResourceList')
  const stream = streamIn(bytes, isLikelyList ? usualColumn : 0)
  const [first] = stream.documents
  const type = first && new ItemTypes().of(stream.edges, first)
  const list = first && (await outlineOfType(stream.edges, first, type, isOurs))
  return list === undefined ? readStream(stream, wanted) : readResourceList(list, stream, wanted)
}

function isOurs(apiVersion: unknown, kind: unknown): boolean {
  return (typeof apiVersion === 'string' && apiVersion.startsWith(group)) || kind === 'ResourceList'
}

async function readResourceList(list: Outline, { edges, documents }: Stream, wanted: Wanted): Promise<Input> {
  await refuseOtherType(list)
  const [, second] = documents
  if (second !== undefined) throw severalDocuments(edges.bytes, second)
  const config = await fieldOf(list, 'functionConfig')
  const entries = entriesOf(list)
  const itemTypes = new ItemTypes()
  const types = entries.map((entry) => itemTypes.of(list.edges, entry))
  const read = await readItems(edges.bytes, entries, types, wanted, String(at(config.value, 'apiVersion')))
  const results = (await fieldOf(list, 'results')).value
  return {
    form: 'ResourceList',
    functionConfig: config.value,
    ...(config.problem !== undefined && { functionConfigProblem: config.problem }),
    items: read.items,
    onlyItem: read.entries.length === 1 ? read.last?.object : undefined,
    results: Array.isArray(results) ? results : [],
    write: (edits) => inputWith(read, documents, list, edits),
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
