import type { FieldOfFinding } from '../../manifest/finding.ts'
import type { AnnotatedFields } from '../fields/fields.ts'
import type { IssuerOrigin, IssuerRef } from '../issuers/issuer-ref.ts'
import type { Resource } from '../resource.ts'
import type { SourceKind } from './source-kind.ts'

/** A host that a resource names, and the field that names it. */
export interface NamedHost {
  readonly host: string
  readonly path: string
  /** What that field holds, where it isn't the host alone. */
  readonly written?: string
}

/** A Secret that a resource names, and the field that names it. */
export interface NamedSecret {
  /** That of the Secret and its Certificate; for most kinds always the resource's own. */
  readonly namespace: string
  readonly name: string
  readonly path: string
  /** What the field holds, where that isn't the name alone: `certs/wild`. */
  readonly written?: string
}

/** A Secret that a source wants: one Certificate is made for it. */
export interface WantedSecret extends NamedSecret {
  /** In the order in which the source has them; at least one, unless its annotations name them all. */
  readonly hosts: readonly NamedHost[]
  /** That of its key, where no annotation gives one to all Certificates of the source. */
  readonly keyAlgorithm?: string
}

/** The field that names a Secret, as a finding names it. */
export function fieldOfSecret({ path, name, written }: NamedSecret): FieldOfFinding {
  return { path, currentValue: written ?? name }
}

/** What the TLS configuration of a source says. */
export interface TlsConfiguration {
  /** Where it is, in Kubernetes' notation, and what an entry of it is called: `spec.tls` and `TLS block`. */
  readonly field: string
  readonly entryName: string
  /** What to do where there is no entry at all, if that isn't to add one. */
  readonly adviceWithout?: string
  /** How many entries there are, also those that are skipped. */
  readonly entries: number
  readonly secrets: readonly WantedSecret[]
  /** Every Secret that is named, also by an entry that is skipped: none of their Certificates is removed. */
  readonly named: readonly NamedSecret[]
  /** Every host that is named, also by an entry that is skipped. */
  readonly hosts: readonly string[]
  /** Whether an entry stands for all hosts of the source. */
  readonly coversAllHosts: boolean
  /** The hosts that get no certificate since the source doesn't route them, where its controller looks at that. */
  readonly unrouted?: readonly NamedHost[]
}

/** A host that is served for an annotation's sake. */
export interface Alias {
  readonly host: string
  readonly annotation: string
}

/** The hosts that a resource routes to its backends. */
export interface Routes {
  readonly hosts: readonly NamedHost[]
  /** Hosts that the controller serves with those. */
  readonly aliases: readonly Alias[]
  /** Whether requests for all other hosts have a backend, too. */
  readonly servesAllHosts: boolean
}

/** A resource that asks for Certificates. */
export interface Source extends Resource {
  readonly sourceKind: SourceKind
  /** How its Certificates name it: `Ingress/web`. */
  readonly reference: string
  /** Undefined where it can't be determined; the source is rejected then. */
  readonly issuer: IssuerRef | undefined
  /** What names that issuer. */
  readonly issuerOrigin: IssuerOrigin | undefined
  readonly tls: TlsConfiguration
  /** What its annotations say about each of its Certificates. */
  readonly fields: AnnotatedFields
  /** The annotations that its kind and its ACME annotations give to each of its Certificates. */
  readonly certificateAnnotations: Readonly<Record<string, string>>
  /** Whether HTTP-01 is to edit this resource itself instead of making an Ingress of its own. */
  readonly isEditedByHttp01: boolean
  /** Nothing is generated from it, and none of its Certificates is lost. */
  readonly isRejected: boolean
}
