import { ingressShimLoading, type LibraryLoaders, type Outcome } from './ingress-shim.ts'
import type { Change, FieldEdit } from './manifest/change.ts'
import type { Manifest } from './manifest/manifest.ts'
import { type Adoption, adoptionOf } from './shim/certificates/adoption.ts'
import type { Options } from './shim/options.ts'

type Adoptions = ReadonlyMap<number, Adoption>

/**
 * The pure core for manifests that come out of a cluster: the Certificates that its shim made are ours from now on. One that
 * would then be removed, since nothing names its Secret, isn't adopted: that would cost a Certificate.
 */
export async function adoptAndRender(
  manifests: readonly Manifest[],
  options: Options,
  load: LibraryLoaders,
): Promise<Outcome> {
  const outcomeWith = async (adoptions: Adoptions) =>
    withAdoptions(await ingressShimLoading(adopted(manifests, adoptions), options, load), adoptions)
  const all = new Map(
    manifests.flatMap((manifest) => {
      const adoption = adoptionOf(manifest)
      return adoption === undefined ? [] : [[manifest.position, adoption] as const]
    }),
  )
  const outcome = await outcomeWith(all)
  const removed = new Set(
    outcome.changes.flatMap((change) => (change.kind === 'remove' ? [change.position] : [])),
  )
  const needed = new Map([...all].filter(([position]) => !removed.has(position)))
  return needed.size === all.size ? outcome : outcomeWith(needed)
}

function adopted(manifests: readonly Manifest[], adoptions: Adoptions): readonly Manifest[] {
  return manifests.map((manifest) => adoptions.get(manifest.position)?.adopted ?? manifest)
}

function withAdoptions({ changes, findings }: Outcome, adoptions: Adoptions): Outcome {
  const found = [...adoptions.values()].map(({ finding }) => finding)
  return {
    changes: changesWith(adoptions, changes),
    findings: [...findings, ...found].sort((a, b) => a.position - b.position),
  }
}

function changesWith(adoptions: Adoptions, changes: Outcome['changes']): Outcome['changes'] {
  const updated = new Set<number>()
  const together = changes.map((change) => {
    const adoption = change.kind === 'update' ? adoptions.get(change.position) : undefined
    if (change.kind !== 'update' || adoption === undefined) return change
    updated.add(change.position)
    return { ...change, edits: [...lessThese(adoption.edits, change.edits), ...change.edits] }
  })
  const others = [...adoptions]
    .filter(([position, { edits }]) => !updated.has(position) && edits.length > 0)
    .map(([position, { edits }]): Change<never> => ({ kind: 'update', position, source: position, edits }))
  return [...together, ...others]
}

/** The adopted Certificate names the source that made it, unless another has taken its place. */
function lessThese(edits: readonly FieldEdit[], others: readonly FieldEdit[]): readonly FieldEdit[] {
  const paths = new Set(others.map(({ path }) => path.join('\0')))
  return edits.filter(({ path }) => !paths.has(path.join('\0')))
}
