import type { RenderedSet } from '../ingress-shim.ts'
import type { IssuerRef, IssuerOrigin as OriginOfSource } from '../shim/issuers/issuer-ref.ts'
import type { Key } from '../shim/values/handwritten-spec.ts'
import { certificatesIn } from './certificates.ts'
import { uncoveredHostsIn } from './uncovered-hosts.ts'

/** What a render does to a Certificate, in the order in which a reviewer asks. */
export const states = ['new', 'changed', 'removed', 'kept'] as const
export type State = (typeof states)[number]

/** What names an issuer; `certificate` where nothing but the Certificate itself does, since no source asks for it. */
export type IssuerOrigin = OriginOfSource | 'certificate'

/** A resource and the field of it that a reader is sent to. */
export interface Reference {
  readonly reference: string
  readonly position: number
  readonly field: string
}

/** A Certificate as it is after a render; one that is removed as it was. */
export interface CertificateEntry<Place = Reference> {
  readonly state: State
  /** The fields that change, in Kubernetes' notation. */
  readonly changedFields: readonly string[]
  /** The names that it is for, a DNS name or an IP address each. */
  readonly hosts: readonly string[]
  readonly namespace: string
  readonly secret: string
  readonly certificate: string
  readonly issuer: IssuerRef
  readonly issuerOrigin: IssuerOrigin
  /** Who asks for it; where nobody does, the Certificate itself. */
  readonly sources: readonly Place[]
  readonly key: Key
  /** In hours; undefined where the issuer decides and isn't known here. */
  readonly lifetime: number | undefined
}

/** Why a host has no certificate. */
export type Reason = 'source-rejected' | 'not-in-tls' | 'other-secret' | 'no-tls'

/** A host that a resource names, and that no Certificate of its set is for. */
export interface UncoveredHost<Place = Reference> {
  readonly host: string
  readonly namespace: string
  readonly resource: Place
  readonly reason: Reason
}

/** The Certificates of an input after a render, and the hosts that have none. */
export interface Inventory<Place = Reference> {
  readonly certificates: readonly CertificateEntry<Place>[]
  readonly uncovered: readonly UncoveredHost<Place>[]
}

/** Takes the inventory of all sets, in list order. */
export function inventoryOf(sets: readonly RenderedSet[]): Inventory {
  const inSets = sets.map((set) => {
    const certificates = certificatesIn(set)
    return { certificates, uncovered: uncoveredHostsIn(set.list, certificates) }
  })
  return {
    certificates: inSets.flatMap(({ certificates }) => certificates).sort(byPlace),
    uncovered: inSets.flatMap(({ uncovered }) => uncovered),
  }
}

function byPlace(a: CertificateEntry, b: CertificateEntry): number {
  return (a.sources[0]?.position ?? 0) - (b.sources[0]?.position ?? 0)
}
