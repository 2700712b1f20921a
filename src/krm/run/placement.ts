import type { NewItem } from '../../manifest/change.ts'
import {
  annotation,
  fileOf,
  HELM_FILENAME,
  INDEX,
  OLD_INDEX,
  OLD_PATH,
  PACKAGE_PATH,
  PATH,
  withoutInternal,
} from './annotations.ts'
import { directoryIn, joined } from './directories.ts'

/**
 * Gives new items their place: the package of the item that they come from, and a file of their own beside its file.
 *
 * Without the package, `kpt fn render` writes all new items into the package that it renders, and not into the
 * subpackage whose Ingress asked for them; without its template, Helm 4 writes them into a file of their own. kpt,
 * kustomize and Helm take these annotations away again.
 */
export class Placement {
  readonly #items: Iterable<unknown>
  #takenPlaces: ReadonlySet<string> | undefined
  /** The lowest index of each file that may still be free, so that n new items of one file don't look n times. */
  readonly #next = new Map<string, number>()

  /** `items` are those that are there already: none of their places is given away. */
  constructor(items: Iterable<unknown>) {
    this.#items = items
  }

  /** The new item with the annotations of its place; unchanged where the source has no place itself. */
  place<T extends NewItem>(item: T, source: unknown): T {
    const place = this.#annotations(item, source)
    const annotations = { ...withoutInternal(item.metadata.annotations), ...place }
    return { ...item, metadata: { ...item.metadata, annotations } }
  }

  #annotations(item: NewItem, source: unknown): Record<string, string> {
    const packagePath = annotation(source, PACKAGE_PATH)
    const helmFilename = annotation(source, HELM_FILENAME)
    const shared = {
      ...(packagePath !== undefined && { [PACKAGE_PATH]: packagePath }),
      ...(helmFilename !== undefined && { [HELM_FILENAME]: helmFilename }),
    }
    const directory = directoryIn('', fileOf(source)?.path)
    if (directory === undefined) return shared
    const path = joined(directory, fileName(item))
    const index = this.#freeIndex(packagePath, path)
    return { ...shared, [PATH]: path, [INDEX]: index, [OLD_PATH]: path, [OLD_INDEX]: index }
  }

  /** Two resources of one name, in two namespaces, share a file as two documents. */
  #freeIndex(packagePath: string | undefined, path: string): string {
    this.#takenPlaces ??= placesOf(this.#items)
    const file = placeKey(packagePath, path)
    let index = this.#next.get(file) ?? 0
    while (this.#takenPlaces.has(placeKey(packagePath, path, index))) index++
    this.#next.set(file, index + 1)
    return String(index)
  }
}

function placesOf(items: Iterable<unknown>): Set<string> {
  const places = new Set<string>()
  for (const item of items) {
    const file = fileOf(item)
    if (file) places.add(placeKey(annotation(item, PACKAGE_PATH), file.path, file.index ?? 0))
  }
  return places
}

/** No path holds a NUL. */
function placeKey(packagePath: string | undefined, path: string, index?: number): string {
  return `${packagePath ?? ''}\0${path}\0${index ?? ''}`
}

/** The name that kpt itself gives to the file of a new resource, without what a file name can't hold. */
function fileName(item: NewItem): string {
  return `${item.kind.toLowerCase()}_${item.metadata.name}`.replaceAll(/[^\w.-]/g, '_').concat('.yaml')
}
