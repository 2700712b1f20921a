import { lineNumbers } from '../yaml/lines.ts'
import { readYaml } from '../yaml/read.ts'
import type { Tree } from '../yaml/tree.ts'
import { YamlError } from '../yaml/yaml-error.ts'
import { decode } from './encoding.ts'
import { unreadable } from './items.ts'
import type { Field, Outline } from './outline.ts'
import { InputError } from './resource-list.ts'

/** A top-level field of a list; nothing where it isn't there. */
export interface FieldValue {
  readonly value?: unknown
  /** Why the value can't be trusted, in a sentence without its end. */
  readonly problem?: string
}

/** @throws InputError where the field can't be read. */
export async function fieldOf(outline: Outline, name: string): Promise<FieldValue> {
  const field = outline.keys.get(name)
  if (field === undefined) return {}
  const firstLine = lineNumbers(outline.bytes)(field.start)
  const tree = await treeOf(outline, field, firstLine)
  if (tree.refusal !== undefined) throw new InputError(`The input can't be read: ${tree.refusal}.`)
  const { root } = tree
  const problem = tree.problem(firstLine)
  return {
    value: root.kind === 'mapping' ? root.pairs[0]?.node.value : undefined,
    ...(problem !== undefined && { problem }),
  }
}

async function treeOf({ bytes, isFlow }: Outline, { start, end }: Field, firstLine: number): Promise<Tree> {
  const text = decode(bytes, start, end)
  try {
    return await readYaml(isFlow ? `{${text}}` : text, firstLine)
  } catch (error) {
    throw error instanceof YamlError ? unreadable(error, end === bytes.length) : error
  }
}
