import { directoryOf } from '../files/paths.ts'
import type { Kustomization } from './patches.ts'

/** What the kustomizations of a folder build. */
export class Builds {
  readonly #byFolder = new Map<string, Kustomization>()
  /** The folders whose files something with transformers builds. */
  readonly #transformed: ReadonlySet<string>

  constructor(all: readonly Kustomization[]) {
    for (const one of all) {
      const folder = directoryOf(one.path)
      if (!this.#byFolder.has(folder)) this.#byFolder.set(folder, one)
    }
    const transforming = all.filter(({ hasTransformers }) => hasTransformers)
    this.#transformed = new Set([
      ...transforming.map(({ path }) => directoryOf(path)),
      ...this.#folders(transforming),
    ])
  }

  /** Whether transformers see what a kustomization builds: its own, or those of one that builds it. */
  isTransformed({ path }: Kustomization): boolean {
    return this.#transformed.has(directoryOf(path))
  }

  /** The folders whose files a kustomization builds, also by way of others. */
  foldersOf(kustomization: Kustomization): ReadonlySet<string> {
    return this.#folders([kustomization])
  }

  #folders(roots: readonly Kustomization[]): ReadonlySet<string> {
    const folders = new Set<string>()
    const seen = new Set(roots)
    // Grows while it is gone through.
    for (const { resources } of seen) {
      for (const path of resources) {
        const base = this.#byFolder.get(path === '' ? '' : `${path}/`)
        folders.add(directoryOf(base?.path ?? path))
        if (base !== undefined) seen.add(base)
      }
    }
    return folders
  }
}
