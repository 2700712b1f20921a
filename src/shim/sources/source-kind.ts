import type { Report } from '../../manifest/report.ts'
import type { ServiceAccount } from '../access/access.ts'
import type { DefaultIssuer } from '../issuers/default-issuers.ts'
import type { Options } from '../options.ts'
import type { Resource } from '../resource.ts'

import type { OwnSettings } from './own-settings.ts'

import type { NamedSecret, Routes, Source, WantedSecret } from './source.ts'

/** The resources that are applied together, for a kind that says with several of them what it wants. */
export interface Neighbours {
  /** Every item that can be named, in list order. */
  readonly resources: readonly Resource[]
  /** Finds a resource of a source's kind, whether it asks for Certificates or not. */
  find(identity: string, namespace: string, name: string): Resource | undefined
}

/** What a kind reads a resource with. */
export interface SourceContext extends Neighbours {
  readonly options: Options
  /** What is wrong with the resource; it only counts where the resource is a source. */
  readonly report: Report
}

/** What a source is read with. */
export interface ReadContext extends SourceContext {
  /** That of its namespace. */
  readonly defaultIssuer: DefaultIssuer
}

/** When an auto annotation that is true makes a resource a source. */
export type AutoAnnotations = 'never' | 'always' | 'with a default issuer'

/** A kind of resource that can ask for Certificates. */
export interface SourceKind {
  readonly kind: string
  /** The current version first. */
  readonly apiVersions: readonly [current: string, ...others: string[]]
  /** How Certificates name the kind: `Ingress`; with its group, `IngressRoute.traefik.io`, where cert-manager has no such source. */
  readonly identity: string
  readonly autoAnnotations: AutoAnnotations
  /** Left out where annotations say everything. */
  readonly ownSettings?: OwnSettings
  /** Whether all labels are copied, and every host is taken for a DNS name. */
  readonly copiesVerbatim: boolean
  /** The fields of its spec that say which Secrets and hosts it wants Certificates for. */
  readonly tlsFields: readonly string[]
  /** The annotations that are read from this kind, beside those that are read from every kind. */
  readonly ownAnnotations: readonly string[]
  /** Versions that no longer work, the release that removed them, and how to move on. */
  readonly removed?: {
    readonly apiVersions: readonly string[]
    readonly release: string
    readonly advice: string
  }
  /** Whether a resource, which may not even have a name, asks for Certificates. */
  asks(
    resource: Pick<Resource, 'object' | 'annotations'>,
    context: Pick<ReadContext, 'options' | 'defaultIssuer'>,
  ): boolean
  /** The source that a resource is, with everything that is wrong with it; undefined where it asks for nothing. */
  read(resource: Resource, context: ReadContext): Source | undefined
  /** The Secrets that a resource names, whether it is a source or not. */
  namedSecrets(resource: Resource, options: Options, neighbours: Neighbours): readonly NamedSecret[]
  /** The hosts that a resource routes, whether it is a source or not; left out where others route to it. */
  readonly routes?: (resource: Resource) => Routes
  /** Who has to be let in to read a Secret that a source wants; left out where whatever serves it can read all. */
  readonly secretReader?: (secret: WantedSecret) => ServiceAccount | undefined
  /** Whether a resource can have its issuer from another one. */
  readonly inheritsIssuer: boolean
  /** The types that are read beside the kind itself, such as `TLSCertificateDelegation.projectcontour.io` and `Namespace.`, where anything of its group is mentioned. */
  readonly alsoReads: readonly string[]
  /** The annotation by which another controller says `namespace/name` of the resource that it made a Certificate for. */
  readonly ownerAnnotation?: string
  /** Whether the API server looks at the form of hosts; elsewhere a wrong one is only found out when a certificate is requested. */
  readonly hasValidatedHosts: boolean
  /** Whether others can have their issuer from a resource; left out where they never can. */
  readonly passesIssuerOn?: (resource: Resource) => boolean
}
