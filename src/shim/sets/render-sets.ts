import type { Change } from '../../manifest/change.ts'
import type { Manifest } from '../../manifest/manifest.ts'
import type { Inventory } from '../inventory.ts'
import { identitiesOfSources, identityOf } from './identity.ts'
import { type NewResource, RenderedManifests } from './rendered-manifests.ts'
import type { ManifestSet } from './sets.ts'

/** What a set is rendered from. */
export interface SetView {
  /** Those that the set sees: from outside first, as they are once they are rendered themselves, then its own. */
  readonly manifests: readonly Manifest[]
  /** Whether the item at a position is one of the set's own. */
  isOwn(position: number): boolean
}

/** What is made of a set. */
interface Rendering {
  readonly changes: readonly Change<NewResource>[]
}

/**
 * Renders each set after those that it sees, so that it sees what these get and lose in the same run. The renderings are in
 * the order of the sets.
 */
export function renderSets<T extends Rendering>(
  sets: ReadonlyMap<string, ManifestSet>,
  { resources }: Inventory,
  render: (view: SetView) => T,
): readonly T[] {
  const identities = new Map(resources.map((one) => [one.position, identityOf(one)]))
  const rendered = new RenderedManifests(
    [...sets.values()].flatMap(({ own }) => own),
    identities,
  )
  const manifests = new Map<string, readonly Manifest[]>()
  const renderings = new Map<string, T>()
  for (const [directory, { chain, own }] of fromOutside(sets)) {
    const outside = ['', ...chain].slice(0, -1).map((outer) => manifests.get(outer) ?? [])
    const positions = new Set(own.map(({ position }) => position))
    const rendering = render({
      manifests: visible([...outside, own], rendered.identities),
      isOwn: (position) => positions.has(position),
    })
    renderings.set(directory, rendering)
    manifests.set(directory, rendered.after(rendering.changes, own))
  }
  return [...sets.keys()].flatMap((directory) => renderings.get(directory) ?? [])
}

function fromOutside(sets: ReadonlyMap<string, ManifestSet>): readonly (readonly [string, ManifestSet])[] {
  return [...sets].sort(([, a], [, b]) => a.chain.length - b.chain.length)
}

/**
 * What a set sees of its layers, the outermost first; an item hides those of the same identity that are further out, and what
 * was generated for them.
 */
function visible(
  layers: readonly (readonly Manifest[])[],
  identities: ReadonlyMap<number, string>,
): readonly Manifest[] {
  const hidden = new Set<string>()
  const isHidden = ({ position, object }: Manifest) => {
    const sources = identitiesOfSources(object)
    return (
      hidden.has(identities.get(position) ?? '') ||
      (sources.length > 0 && sources.every((source) => hidden.has(source)))
    )
  }
  const fromInside = [...layers].reverse().map((layer) => {
    const seen = hidden.size === 0 ? layer : layer.filter((manifest) => !isHidden(manifest))
    // What can't even be named hides nothing.
    for (const { position } of seen) hidden.add(identities.get(position) ?? '')
    hidden.delete('')
    return seen
  })
  return fromInside.reverse().flat()
}
