import type { Manifest } from '../../manifest/manifest.ts'
import type { Inventory } from '../inventory.ts'
import type { Resource } from '../resource.ts'
import { chainOf, partingPoints } from './directories.ts'
import { isCertificateOrIssuer } from './identity.ts'

/** The manifests that are applied together and belong to one set. */
export interface ManifestSet {
  /** The directories that make it a set, the outermost first; none for what is in no such directory. */
  readonly chain: readonly string[]
  readonly own: readonly Manifest[]
}

/**
 * The sets that a list consists of, by the last directory of their chains, where one identity of a source, Certificate or
 * issuer is in several directories: two clusters in one repository, say. Every directory directly below the point where their
 * paths part is a set, with all that is below it; it sees its own items and those that are not below such a point.
 * Undefined where the list is one set.
 */
export function setsOf(
  manifests: readonly Manifest[],
  inventory: Inventory,
): ReadonlyMap<string, ManifestSet> | undefined {
  const first = manifests[0]?.directory ?? ''
  if (manifests.every(({ directory = '' }) => directory === first)) return undefined
  const points = pointsOf(inventory)
  return points.size === 0 ? undefined : setsBelow(points, manifests)
}

function setsBelow(
  points: ReadonlySet<string>,
  manifests: readonly Manifest[],
): ReadonlyMap<string, ManifestSet> {
  const sets = new Map<string, { readonly chain: readonly string[]; readonly own: Manifest[] }>()
  const chains = new Map<string, readonly string[]>()
  for (const manifest of manifests) {
    const { directory = '' } = manifest
    const chain = chains.get(directory) ?? chainOf(directory, points)
    chains.set(directory, chain)
    const key = chain.at(-1) ?? ''
    const set = sets.get(key)
    if (set === undefined) sets.set(key, { chain, own: [manifest] })
    else set.own.push(manifest)
  }
  return sets
}

function pointsOf(inventory: Inventory): ReadonlySet<string> {
  const points = new Set<string>()
  for (const namesakes of uniqueWithinSets(inventory)) {
    const directories = new Set(namesakes.map(({ directory }) => directory))
    if (directories.size > 1) for (const point of partingPoints(directories)) points.add(point)
  }
  return points
}

/** The resources that have one identity, where it is that of a source, Certificate or issuer. */
function uniqueWithinSets({ sources, namesakes }: Inventory): readonly (readonly Resource[])[] {
  if (namesakes.length === 0) return []
  const positions = new Set(sources.map(({ position }) => position))
  return namesakes.filter((resources) =>
    resources.some((resource) => positions.has(resource.position) || isCertificateOrIssuer(resource)),
  )
}
