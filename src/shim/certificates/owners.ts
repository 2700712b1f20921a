import { groupedBy } from '../../manifest/grouped.ts'
import { keyOfReference, referencesOf } from '../sources/reference.ts'
import type { Source } from '../sources/source.ts'
import type { Rivals } from './certificates-by-secret.ts'
import { type DesiredCertificate, partsOf } from './desired-certificates.ts'
import { type ExistingCertificate, isControlledBy } from './existing.ts'

/** Finds the sources that Certificates were made for, without looking through all of them each time. */
export class Owners {
  readonly #sources: readonly Source[]
  readonly #admittedOnes: readonly DesiredCertificate[]
  #byReference: ReadonlyMap<string, readonly Source[]> | undefined
  #admitted: ReadonlySet<unknown> | undefined

  /** The Certificates that admission accepts say which of the sources are not rejected. */
  constructor(sources: readonly Source[], admitted: readonly DesiredCertificate[]) {
    this.#sources = sources
    this.#admittedOnes = admitted
  }

  /** The sources that a Certificate was made for: by our annotation, or as its controller. */
  of(certificate: ExistingCertificate): readonly Source[] {
    const { namespace, madeFor, controller } = certificate
    const controlling = this.named(namespace, controller?.reference)
    return [
      ...this.named(namespace, madeFor),
      ...controlling.filter((source) => isControlledBy(certificate, source)),
    ]
  }

  /** Whether a source is rejected today, or admission refuses one of its Certificates. */
  isRejected({ isRejected, tls }: Source): boolean {
    if (isRejected) return true
    this.#admitted ??= new Set(this.#admittedOnes.map(({ secret }) => secret))
    return tls.secrets.some((secret) => !this.#admitted?.has(secret))
  }

  /**
   * The one that an existing Certificate belongs to: that of its controller or, where our annotation makes it ours, the
   * first, unless it was made for a source that is rejected today and still names the Secret.
   */
  rightfulOwner(existing: ExistingCertificate, rivals: Rivals): DesiredCertificate | undefined {
    const controlled = rivals.find((rival) =>
      partsOf(rival).some(({ source }) => isControlledBy(existing, source)),
    )
    if (controlled !== undefined || existing.madeFor === undefined) return controlled
    return this.#isHeld(existing, rivals) ? undefined : rivals[0]
  }

  /**
   * A source can ask for this Certificate all the same when it is rejected for another one. A shared one also keeps the names
   * of a source that can't say any more what it wants.
   */
  #isHeld(existing: ExistingCertificate, rivals: Rivals): boolean {
    const isShared = referencesOf(existing.madeFor ?? '').length > 1
    const asking = new Set(rivals.flatMap((rival) => partsOf(rival).map(({ source }) => source)))
    return this.of(existing).some(
      (source) =>
        (isShared && source.isRejected) ||
        (this.isRejected(source) &&
          !asking.has(source) &&
          source.tls.named.some(
            ({ namespace, name }) => namespace === existing.namespace && name === existing.secretName,
          )),
    )
  }

  /** The sources of a reference, as resources of a namespace have it in their annotation. */
  named(namespace: string, reference: string | undefined): readonly Source[] {
    if (reference === undefined) return []
    // Most lists hold no Certificates yet, and need no index.
    this.#byReference ??= byReference(this.#sources)
    const index = this.#byReference
    return referencesOf(reference).flatMap((one) => index.get(keyOfReference(namespace, one)) ?? [])
  }
}

function byReference(sources: readonly Source[]): ReadonlyMap<string, readonly Source[]> {
  return groupedBy(sources, ({ namespace, reference }) => keyOfReference(namespace, reference))
}
