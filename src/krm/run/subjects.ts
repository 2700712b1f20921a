import type { Manifest } from '../../manifest/manifest.ts'
import type { Subject } from '../results/result.ts'

/** Something that the function works on, and that a finding can be about. */
export type SeenItem = Manifest & Subject

/** A resource that the functionConfig gives, which has no position among the items. */
export type GivenResource = Omit<SeenItem, 'position'>

/** All that the function works on, under one numbering: the items of the list, and behind them the given resources. */
export class Subjects {
  readonly manifests: readonly SeenItem[]
  readonly #byPosition: ReadonlyMap<number, SeenItem>
  readonly #firstGiven: number

  /** The items at the positions of `leaveOut` are not seen. */
  constructor(
    items: readonly SeenItem[],
    resources: readonly GivenResource[],
    leaveOut: ReadonlySet<number>,
  ) {
    const first = (items.at(-1)?.position ?? -1) + 1
    const seen = items.filter(({ position }) => !leaveOut.has(position))
    const given = resources.map((resource, index) => ({ ...resource, position: first + index }))
    this.manifests = [...seen, ...given]
    this.#byPosition = new Map(this.manifests.map((item) => [item.position, item]))
    this.#firstGiven = first
  }

  at(position: number): Subject {
    return this.#byPosition.get(position) ?? { object: undefined }
  }

  /** Whether this is a resource that the functionConfig gives, which can only be read. */
  isGiven(position: number): boolean {
    return position >= this.#firstGiven
  }
}
