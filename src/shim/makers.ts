import { sourceReference } from './certificate-of.ts'
import { type ExistingCertificate, isControlledBy } from './existing.ts'
import type { Source } from './source.ts'

/** Finds the sources that Certificates were made for, without looking through all of them each time. */
export class Makers {
  readonly #byReference = new Map<string, Source[]>()

  constructor(sources: readonly Source[]) {
    for (const source of sources) {
      const key = `${source.namespace}/${sourceReference(source)}`
      const others = this.#byReference.get(key)
      if (others === undefined) this.#byReference.set(key, [source])
      else others.push(source)
    }
  }

  /** The sources that a Certificate was made for: by our annotation, or as its controller. */
  of(certificate: ExistingCertificate): readonly Source[] {
    const { namespace, madeFor, controller } = certificate
    const annotated = madeFor === undefined ? [] : (this.#byReference.get(`${namespace}/${madeFor}`) ?? [])
    const controlling =
      controller === undefined
        ? []
        : (this.#byReference.get(`${namespace}/${sourceReference(controller)}`) ?? []).filter((source) =>
            isControlledBy(certificate, source),
          )
    return [...annotated, ...controlling]
  }
}
