/** A part of what ships: a package, a crate or a library. */
export interface Component {
  readonly name: string
  readonly version: string
  /** SPDX's expression for its licence. */
  readonly license: string
  /** The package URL, which SBOMs and scanners name it by. */
  readonly purl: string
  /** The texts of its licences. */
  readonly texts: readonly string[]
}

/** @throws Error for a component that has no licence */
export function noticesOf(components: readonly Component[]): string
