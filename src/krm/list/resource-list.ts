import type { FieldEdit } from '../../manifest/change.ts'
import type { Result } from '../results/result.ts'
import type { Step } from '../yaml/step.ts'

/** An item that somebody asked for, parsed. */
export interface Item extends Omit<ItemOnLine, 'line'> {
  /** The line in the input, from 1, of a field or of the nearest field around it that is there. */
  lineOf(steps: readonly Step[]): number
}

export interface ItemOnLine {
  /** The item's place in the list, from 0, counting all items. */
  readonly position: number
  /** The value exactly as YAML 1.2's core schema reads it. */
  readonly object: unknown
  /** Line of the item's first byte in the input, from 1. */
  readonly line: number
  /** Why `object` can't be trusted, in a sentence: a key that appears twice, say. Such an item can't be edited. */
  readonly problem?: string
}

/** Everything that a run does to a list. */
export interface ListEdits {
  /** Fields to change, by item position; the rest of such an item stays byte for byte. */
  readonly update: ReadonlyMap<number, readonly FieldEdit[]>
  /** Positions of the items that go. */
  readonly remove: ReadonlySet<number>
  /** New items, written after the last one. */
  readonly append: readonly object[]
  /** New results, written after the earlier ones. */
  readonly results: readonly Result[]
}

/** A ResourceList that was read, and can be written with edits. */
export interface ResourceList<I = Item> {
  /** The list's own: `config.kubernetes.io/v1`, `v1beta1` or `v1alpha1`. */
  readonly apiVersion: string
  /** The functionConfig as it was read; undefined where there is none. */
  readonly functionConfig: unknown
  /** Why `functionConfig` can't be trusted, in a sentence. */
  readonly functionConfigProblem?: string
  /** The items whose apiVersion and kind were wanted, in list order. */
  readonly items: readonly I[]
  /** The whole input with the edits, as the pieces to write one after the other. */
  write(edits: ListEdits): Promise<Uint8Array[]>
}

/** The apiVersions that a ResourceList can have. */
export const apiVersions: readonly unknown[] = [
  'config.kubernetes.io/v1',
  'config.kubernetes.io/v1beta1',
  'config.kubernetes.io/v1alpha1',
]

/** Says which items a function wants to see; the others are never parsed. */
export type Wanted = (apiVersion: string, kind: string) => boolean

/** The input can't be read as a ResourceList: exit 2, nothing on stdout. */
export class InputError extends Error {}

/** The sentence for a mapping in which a key appears a second time, on this line of the input. */
export function duplicateSentence(key: string, line: number): string {
  return `the key ${JSON.stringify(key)} appears twice in one mapping, the second time on line ${line}, so that it isn't clear which value counts`
}

/** The items that are edited, with their edits; only one that was read, without a problem, can be. */
export function editable(
  items: readonly ItemOnLine[],
  update: ListEdits['update'],
): { readonly item: ItemOnLine; readonly edits: readonly FieldEdit[] }[] {
  const byPosition = new Map(items.map((item) => [item.position, item]))
  return [...update].map(([position, edits]) => {
    const item = byPosition.get(position)
    if (item === undefined || item.problem !== undefined) {
      throw new Error(`Item ${position} can't be edited, since it wasn't read.`)
    }
    return { item, edits }
  })
}
