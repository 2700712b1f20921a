import type { Report } from '../../manifest/report.ts'
import type { AnnotatedFields } from '../fields/fields.ts'
import type { IssuerRef } from '../issuer.ts'
import type { Options } from '../options.ts'
import type { Resource } from '../resource.ts'

/** A host that a source wants a Certificate for, and where the source says so. */
export interface WantedHost {
  readonly host: string
  readonly path: string
}

/** A Secret that a source wants: one Certificate is made for it. */
export interface WantedSecret {
  readonly name: string
  /** The field of the source that names the Secret. */
  readonly path: string
  /** At least one, in the order in which the source has them. */
  readonly hosts: readonly WantedHost[]
}

/** What the TLS configuration of a source says. */
export interface TlsConfiguration {
  readonly secrets: readonly WantedSecret[]
  /** Every Secret that is named, also by a TLS block or listener that is skipped: none of their Certificates is pruned. */
  readonly named: readonly string[]
  /** How many TLS blocks or TLS listeners there are, also those that are skipped. */
  readonly entries: number
}

/** Finds other sources of the list, whether they ask for Certificates or not. */
export interface Relatives {
  find(kind: string, namespace: string, name: string): Resource | undefined
}

/** What is particular to one kind of source. */
export interface SourceKind {
  readonly kind: string
  readonly apiVersions: readonly string[]
  /** Whether an auto annotation makes it a source. */
  readonly autoAnnotations: boolean
  /** The annotations that it reads beside those that every kind reads. */
  readonly ownAnnotations: readonly string[]
  /** Where its TLS configuration stands, and what an entry of it is called. */
  readonly tlsEntries: { readonly field: string; readonly name: string }
  /** The resource with what it inherits from others of the list, where its kind inherits anything. */
  readonly inherit?: (resource: Resource, relatives: Relatives) => Resource
  /** Reads the TLS configuration, and reports what spoils the source or is skipped. */
  readTls(resource: Resource, options: Options, report: Report): TlsConfiguration
  /** The annotations that only this kind gives to its Certificates. */
  certificateAnnotations(resource: Resource): ReadonlyMap<string, string>
}

/** An Ingress, Gateway or ListenerSet that asks for Certificates. */
export interface Source extends Resource {
  readonly sourceKind: SourceKind
  /** Undefined where it can't be determined; the source is spoiled then. */
  readonly issuer: IssuerRef | undefined
  readonly tls: TlsConfiguration
  /** What its annotations say about each of its Certificates. */
  readonly fields: AnnotatedFields
  /** Nothing is generated from it, and none of its Certificates is lost. */
  readonly spoiled: boolean
}
