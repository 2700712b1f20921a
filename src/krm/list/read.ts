import { lineNumbers } from '../yaml/lines.ts'
import { readYaml } from '../yaml/read.ts'
import { type Tree, valueOfNode } from '../yaml/tree.ts'
import { YamlError } from '../yaml/yaml-error.ts'
import { checkEncoding, decode } from './encoding.ts'
import { readItems, unreadable } from './items.ts'
import { type Field, type Outline, outlineOf } from './outline.ts'
import { apiVersions, InputError, type ResourceList, type Wanted } from './resource-list.ts'
import { written } from './write.ts'

/**
 * Reads a ResourceList from its bytes. Only the items that are wanted, by their type or by an annotation, and the functionConfig, are parsed; everything else
 * is kept as the bytes that it is.
 * @throws InputError where the bytes hold no ResourceList.
 */
export async function readResourceList(
  bytes: Uint8Array,
  wanted: Wanted,
  wantedAnnotations: readonly string[] = [],
): Promise<ResourceList> {
  checkEncoding(bytes)
  const outline = await outlineIn(bytes)
  const kind = (await readField(outline, 'kind')).value
  if (kind !== 'ResourceList') throw anotherKind(kind)
  const apiVersion = (await readField(outline, 'apiVersion')).value
  if (typeof apiVersion !== 'string' || !apiVersions.includes(apiVersion)) throw anotherApiVersion(apiVersion)
  const { items, onlyItem } = await readItems(bytes, outline.items, wanted, wantedAnnotations)
  const config = await readField(outline, 'functionConfig')
  await refuseCut(outline)
  return {
    apiVersion,
    functionConfig: config.value,
    ...(config.problem !== undefined && { functionConfigProblem: config.problem }),
    items,
    onlyItem,
    write: (edits) => written(outline, items, edits),
  }
}

async function outlineIn(bytes: Uint8Array): Promise<Outline> {
  const outline = outlineOf(bytes)
  if (outline !== undefined) return outline
  const { outlineByYaml } = await import('./outline-by-yaml.ts')
  try {
    return outlineByYaml(bytes)
  } catch (error) {
    throw error instanceof YamlError ? unreadable(error, true) : error
  }
}

interface FieldValue {
  readonly value?: unknown
  readonly problem?: string
}

/** The value of a top-level field; nothing where it isn't there. */
async function readField(outline: Outline, name: string): Promise<FieldValue> {
  const field = outline.keys.get(name)
  if (field === undefined) return {}
  const firstLine = lineNumbers(outline.bytes)(field.start)
  const tree = await treeOfField(outline, field, firstLine)
  if (tree.refusal !== undefined) throw new InputError(`The input can't be read: ${tree.refusal}.`)
  const { root, doubt } = tree
  const node = root.kind === 'mapping' ? root.pairs[0]?.node : undefined
  return {
    value: node && valueOfNode(node),
    ...(doubt && { problem: doubt.sentence(firstLine + tree.lineAt(doubt.offset)) }),
  }
}

async function treeOfField(
  { bytes, isFlow }: Outline,
  { start, end }: Field,
  firstLine: number,
): Promise<Tree> {
  const text = decode(bytes, start, end)
  try {
    return await readYaml(isFlow ? `{${text}}` : text, firstLine)
  } catch (error) {
    throw error instanceof YamlError ? unreadable(error, end === bytes.length) : error
  }
}

/** Reads the last field, where a list ends that was cut off; the items have their own way. */
async function refuseCut(outline: Outline): Promise<void> {
  const last = [...outline.keys.keys()].at(-1)
  if (last !== undefined && last !== 'items') await readField(outline, last)
}

function anotherKind(kind: unknown): InputError {
  const found = kind === undefined ? 'has no kind' : `is of kind ${JSON.stringify(kind)}`
  return new InputError(
    `The input ${found}, where a ResourceList is expected. Wrap plain manifests into one, for example with \`kpt fn source DIR\`.`,
  )
}

function anotherApiVersion(apiVersion: unknown): InputError {
  const found =
    apiVersion === undefined ? 'has no apiVersion' : `has the apiVersion ${JSON.stringify(apiVersion)}`
  return new InputError(`The ResourceList ${found}; this function reads ${apiVersions.join(', ')}.`)
}
