import type { Change } from '../../manifest/change.ts'
import type { Finding } from '../../manifest/finding.ts'
import type { Fields, Manifest } from '../../manifest/manifest.ts'
import type { SettingProblem } from '../config/problems.ts'
import type { Wanted } from '../list/resource-list.ts'

export interface FunctionOutcome {
  readonly changes: readonly Change[]
  readonly findings: readonly Finding[]
}

/** A function with its settings. */
export interface ConfiguredFunction<T extends FunctionOutcome = FunctionOutcome> {
  /** File names and manifests of `spec.resources`. */
  readonly resources: readonly (string | Fields)[]
  run(manifests: readonly Manifest[]): Promise<T>
}

/** A function over the items of a list, free of the protocol. */
export interface KrmFunction<T extends FunctionOutcome = FunctionOutcome> {
  /** The items that it looks at. */
  readonly wanted: Wanted
  /** Those of them that it makes new items from; one can be the functionConfig itself. */
  readonly sources: Wanted
  /** `today` is the day of the run, such as `2026-11-24`; `''` where nobody knows it. */
  configure(
    functionConfig: unknown,
    today: string,
  ): ConfiguredFunction<T> | { readonly problems: readonly SettingProblem[] }
}
