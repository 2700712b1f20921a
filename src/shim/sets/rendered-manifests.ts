import type { Change, FieldEdit, NewItem } from '../../manifest/change.ts'
import { withEdits } from '../../manifest/edited-value.ts'
import type { Manifest } from '../../manifest/manifest.ts'
import { identityOf } from './identity.ts'

/** A resource that is added to the list, as it is known in a cluster. */
export interface NewResource extends NewItem {
  readonly apiVersion: string
  readonly metadata: NewItem['metadata'] & { readonly namespace?: string }
}

/** Manifests as they are once they are changed, with the identities of all of them. */
export class RenderedManifests {
  /** By position; what can't even be named has none. */
  readonly identities: Map<number, string>
  #nextPosition: number

  constructor(manifests: readonly Manifest[], identities: ReadonlyMap<number, string>) {
    this.identities = new Map(identities)
    this.#nextPosition = manifests.reduce((last, { position }) => Math.max(last, position), -1) + 1
  }

  /** A new resource is in the directory of the one that it comes from, at a position behind all others. */
  after(changes: readonly Change<NewResource>[], manifests: readonly Manifest[]): readonly Manifest[] {
    if (changes.length === 0) return manifests
    const edits = new Map<number, readonly FieldEdit[]>()
    const removed = new Set<number>()
    const added: Manifest[] = []
    const directories = new Map(manifests.map(({ position, directory }) => [position, directory]))
    for (const change of changes) {
      if (change.kind === 'create') added.push(this.#added(change.item, directories.get(change.source)))
      else if (change.kind === 'update') edits.set(change.position, change.edits)
      else removed.add(change.position)
    }
    const kept = manifests.filter(({ position }) => !removed.has(position))
    return [...kept.map((manifest) => edited(manifest, edits.get(manifest.position))), ...added]
  }

  #added(item: NewResource, directory = ''): Manifest {
    const { apiVersion, kind, metadata } = item
    const position = this.#nextPosition++
    const { name, namespace = '' } = metadata
    this.identities.set(position, identityOf({ apiVersion, kind, name, namespace }))
    return { position, object: item, directory }
  }
}

function edited(manifest: Manifest, edits: readonly FieldEdit[] | undefined): Manifest {
  return edits === undefined ? manifest : { ...manifest, object: withEdits(manifest.object, edits) }
}
