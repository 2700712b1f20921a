import type { Finding } from '../../manifest/finding.ts'
import type { Fields, Manifest } from '../../manifest/manifest.ts'
import type { SettingProblem } from '../config/settings.ts'
import type { FieldEdit, Wanted } from '../list/resource-list.ts'
import type { NewItem } from './placement.ts'

/** What a function does to the list. */
export type ItemChange =
  | {
      readonly kind: 'create'
      readonly item: NewItem
      /** Position of the item that it comes from: the new one is placed beside it. */
      readonly source: number
    }
  | { readonly kind: 'update'; readonly position: number; readonly edits: readonly FieldEdit[] }
  | { readonly kind: 'remove'; readonly position: number }

export interface FunctionOutcome {
  readonly changes: readonly ItemChange[]
  readonly findings: readonly Finding[]
}

/** A rule that a finding can name. */
export interface Rule {
  readonly id: string
  readonly severity: Finding['severity']
  /** What it finds, in a line. */
  readonly summary: string
}

/** A function with its settings. */
export interface ConfiguredFunction {
  /** File names and manifests of `spec.resources`. */
  readonly resources: readonly (string | Fields)[]
  run(manifests: readonly Manifest[]): FunctionOutcome
}

/** A function over the items of a list, free of the protocol. */
export interface KrmFunction {
  /** The items that it looks at. */
  readonly wanted: Wanted
  /** Those of them that it makes new items from; one can be the functionConfig itself. */
  readonly sources: Wanted
  configure(functionConfig: unknown): ConfiguredFunction | { readonly problems: readonly SettingProblem[] }
}
