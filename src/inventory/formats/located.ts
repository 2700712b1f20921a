import type { CertificateEntry, Inventory, UncoveredHost } from '../inventory.ts'

/** A resource, and where a user finds the field of it that counts. */
export interface Place {
  readonly reference: string
  readonly path: string
  /** Undefined where the file can't be read. */
  readonly line?: number
}

export type LocatedInventory = Inventory<Place>
export type LocatedCertificate = CertificateEntry<Place>
export type LocatedHost = UncoveredHost<Place>

/** What a format can say in addition to the inventory. */
export interface Presentation {
  /** What the user named, in words. */
  readonly title: string
  /** The name of the program. */
  readonly generator: string
}
