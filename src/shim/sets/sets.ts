import type { Manifest } from '../../manifest/manifest.ts'
import type { Inventory } from '../inventory.ts'
import type { Resource } from '../resource.ts'
import { chainOf, partingPoints } from './directories.ts'
import { identityOf, isCertificateOrIssuer } from './identity.ts'

/** Manifests that are applied together. */
export interface ManifestSet {
  /** Those that the set sees: from outside first, then its own. */
  readonly manifests: readonly Manifest[]
  /** Whether the item at a position is one of the set's own. */
  isOwn(position: number): boolean
}

/**
 * The sets that a list consists of, where one identity of a source, Certificate or issuer is in several directories: two
 * clusters in one repository, say. Every directory directly below the point where their paths part is a set, with all
 * that is below it; it sees its own items and those that are not below such a point. Undefined where the list is one set.
 */
export function setsOf(
  manifests: readonly Manifest[],
  inventory: Inventory,
): readonly ManifestSet[] | undefined {
  const first = manifests[0]?.directory ?? ''
  if (manifests.every(({ directory = '' }) => directory === first)) return undefined
  const points = pointsOf(inventory)
  if (points.size === 0) return undefined
  const groups = groupsOf(manifests, points)
  const identities = new Map(inventory.resources.map((one) => [one.position, identityOf(one)]))
  return [...groups.values()].map(({ chain, own }) => {
    const positions = new Set(own.map(({ position }) => position))
    return {
      manifests: visible(['', ...chain], groups, identities),
      isOwn: (position) => positions.has(position),
    }
  })
}

/** The manifests of one set, by the directories that make it one. */
interface Group {
  readonly chain: readonly string[]
  readonly own: Manifest[]
}

/** By the last directory of their chain, which says all of it. */
function groupsOf(manifests: readonly Manifest[], points: ReadonlySet<string>): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>()
  const chains = new Map<string, readonly string[]>()
  for (const manifest of manifests) {
    const { directory = '' } = manifest
    const chain = chains.get(directory) ?? chainOf(directory, points)
    chains.set(directory, chain)
    const key = chain.at(-1) ?? ''
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { chain, own: [manifest] })
    else group.own.push(manifest)
  }
  return groups
}

/** What a set sees; an item hides those of the same identity that are further out. */
function visible(
  chain: readonly string[],
  groups: ReadonlyMap<string, Group>,
  identities: ReadonlyMap<number, string>,
): readonly Manifest[] {
  const hidden = new Set<string | undefined>()
  const fromInside = [...chain].reverse().map((key) => {
    const seen = (groups.get(key)?.own ?? []).filter(({ position }) => !hidden.has(identities.get(position)))
    for (const { position } of seen) hidden.add(identities.get(position))
    // What can't even be named hides nothing.
    hidden.delete(undefined)
    return seen
  })
  return fromInside.reverse().flat()
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
