import { lineNumbers } from '../../yaml/lines.ts'
import type { Edges } from '../edges.ts'
import { decode } from '../encoding.ts'
import type { Entry } from '../entries.ts'
import type { ItemType } from '../item-type.ts'
import { readPart, refuseUnusable } from '../read-part.ts'
import { type Outline, outlineIn } from './outline.ts'

/** A top-level field of a list; nothing where it isn't there. */
export interface FieldValue {
  readonly value?: unknown
  /** Why the value can't be trusted, in a sentence without its end. */
  readonly problem?: string
}

/** @throws InputError where the field can't be read. */
export async function fieldOf({ edges, keys, isFlow }: Outline, name: string): Promise<FieldValue> {
  const { bytes } = edges
  const field = keys.get(name)
  if (field === undefined) return {}
  const text = decode(bytes, field.start, field.end)
  const firstLine = () => lineNumbers(bytes)(field.start)
  const tree = await readPart(isFlow ? `{${text}}` : text, firstLine, field.end === bytes.length)
  refuseUnusable(tree)
  const { root } = tree
  const value = root.kind === 'mapping' ? root.pairs[0]?.node : undefined
  const problem = tree.problem((line) => `line ${line - tree.lineAt(value?.start ?? 0) + 1} of it`)
  return {
    value: value?.value,
    ...(problem !== undefined && { problem }),
  }
}

/**
 * The outline of a document that is of a certain type: the one that its lines tell or, where they don't, that of its fields;
 * undefined for any other.
 * @throws InputError where it can't be read.
 */
export async function outlineOfType(
  edges: Edges,
  document: Entry,
  type: ItemType | undefined,
  isWanted: (apiVersion: unknown, kind: unknown) => boolean,
): Promise<Outline | undefined> {
  if (type !== undefined && !isWanted(type.apiVersion, type.kind)) return undefined
  const outline = await outlineIn(edges, document)
  if (outline === undefined || type !== undefined) return outline
  const [apiVersion, kind] = [await fieldOf(outline, 'apiVersion'), await fieldOf(outline, 'kind')]
  return isWanted(apiVersion.value, kind.value) ? outline : undefined
}
