import type { Source } from '../sources/source.ts'
import { sourceReference } from './certificate-of.ts'
import { type ExistingCertificate, isControlledBy } from './existing.ts'

/** Finds the sources that Certificates were made for, without looking through all of them each time. */
export class Makers {
  readonly #sources: readonly Source[]
  #byReference: ReadonlyMap<string, readonly Source[]> | undefined

  constructor(sources: readonly Source[]) {
    this.#sources = sources
  }

  /** The sources that a Certificate was made for: by our annotation, or as its controller. */
  of(certificate: ExistingCertificate): readonly Source[] {
    const { namespace, madeFor, controller } = certificate
    const annotated = madeFor === undefined ? [] : this.#named(namespace, madeFor)
    const controlling =
      controller === undefined
        ? []
        : this.#named(namespace, sourceReference(controller)).filter((source) =>
            isControlledBy(certificate, source),
          )
    return [...annotated, ...controlling]
  }

  #named(namespace: string, reference: string): readonly Source[] {
    // Most lists hold no Certificates yet, and need no index.
    this.#byReference ??= byReference(this.#sources)
    return this.#byReference.get(`${namespace}/${reference}`) ?? []
  }
}

function byReference(sources: readonly Source[]): ReadonlyMap<string, readonly Source[]> {
  const index = new Map<string, Source[]>()
  for (const source of sources) {
    const key = `${source.namespace}/${sourceReference(source)}`
    const others = index.get(key)
    if (others === undefined) index.set(key, [source])
    else others.push(source)
  }
  return index
}
