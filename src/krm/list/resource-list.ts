import type { FieldEdit } from '../../manifest/change.ts'
import type { Result } from '../results/result.ts'
import type { Step } from '../yaml/step.ts'

/** An item that somebody asked for, parsed. */
export interface Item {
  /** The item's place in the list, from 0, counting all items. */
  readonly position: number
  /** The value exactly as YAML 1.2's core schema reads it. */
  readonly object: unknown
  /** Why `object` can't be trusted, in a sentence: a key that appears twice, say. Such an item can't be edited. */
  readonly problem?: string | undefined
  /** The line in the input, from 1, of a field, or of the nearest field around it that is there. */
  lineOf(steps: readonly Step[]): number
  /** The template that Helm made it of, by the comment above it. */
  readonly template?: string | undefined
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

/** A ResourceList or a stream of manifests that was read, and can be written with edits. */
export interface Input {
  readonly form: 'ResourceList' | 'stream'
  /** The functionConfig as it was read; undefined where there is none, as in every stream. */
  readonly functionConfig: unknown
  /** Why `functionConfig` can't be trusted, in a sentence. */
  readonly functionConfigProblem?: string
  /** The items that were wanted, in order. */
  readonly items: readonly Item[]
  /** The value of a list's one item, wanted or not; undefined where there are others, or none. */
  readonly onlyItem?: unknown
  /** The results that are in the list already. */
  readonly results: readonly unknown[]
  /** The whole input with the edits, as the pieces to write one after the other; a stream has no place for results. */
  write(edits: ListEdits): Promise<Uint8Array[]>
}

/** The apiVersions that a ResourceList can have. */
export const apiVersions: readonly string[] = [
  'config.kubernetes.io/v1',
  'config.kubernetes.io/v1beta1',
  'config.kubernetes.io/v1alpha1',
]

/** Says which items a function wants to see; most others are never parsed. */
export interface Wanted {
  /** Whether it wants all items of a kind. */
  (apiVersion: string, kind: string): boolean
  /** It also wants items of any other kind that have one of these. */
  readonly annotations?: readonly string[]
  /** What it wants beside what few inputs have. */
  readonly beside?: WantedBeside
  /** Is told how far the reading of a long input is. */
  readonly watch?: (items: number, of: number) => void
}

/** Few inputs have an item whose apiVersion has one of some texts in it; where one does, more is wanted. */
export interface WantedBeside {
  readonly texts: readonly string[]
  readonly wanted: (mentioned: ReadonlySet<string>) => Wanted
}

/** What is wanted of an input, by the texts that say what is in it. */
export function wantedBeside(wanted: Wanted, texts: Iterable<string>): Wanted {
  const { beside } = wanted
  if (beside === undefined) return wanted
  const mentioned = new Set<string>()
  for (const text of texts) {
    for (const one of beside.texts) if (text.includes(one)) mentioned.add(one)
  }
  return beside.wanted(mentioned)
}

/** The input can't be read: exit 2, nothing on stdout. */
export class InputError extends Error {}
