import type { Source } from '../sources/source.ts'
import { type ExistingCertificate, isControlledBy } from './existing.ts'

/** Finds the sources that Certificates were made for, without looking through all of them each time. */
export class Owners {
  readonly #sources: readonly Source[]
  #byReference: ReadonlyMap<string, readonly Source[]> | undefined

  constructor(sources: readonly Source[]) {
    this.#sources = sources
  }

  /** The sources that a Certificate was made for: by our annotation, or as its controller. */
  of(certificate: ExistingCertificate): readonly Source[] {
    const { namespace, madeFor, controller } = certificate
    const controlling = this.#named(namespace, controller?.reference)
    return [
      ...this.#named(namespace, madeFor),
      ...controlling.filter((source) => isControlledBy(certificate, source)),
    ]
  }

  #named(namespace: string, reference: string | undefined): readonly Source[] {
    if (reference === undefined) return []
    // Most lists hold no Certificates yet, and need no index.
    this.#byReference ??= byReference(this.#sources)
    return this.#byReference.get(`${namespace}/${reference}`) ?? []
  }
}

function byReference(sources: readonly Source[]): ReadonlyMap<string, readonly Source[]> {
  const index = new Map<string, Source[]>()
  for (const source of sources) {
    const key = `${source.namespace}/${source.reference}`
    const others = index.get(key)
    if (others === undefined) index.set(key, [source])
    else others.push(source)
  }
  return index
}
