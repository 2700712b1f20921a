import type { Report } from '../../manifest/report.ts'
import type { Options } from '../options.ts'
import type { Resource } from '../resource.ts'
import type { NamedSecret, Routes, Source } from './source.ts'

/** What a kind reads a resource with. */
export interface SourceContext {
  readonly options: Options
  /** What is wrong with the resource; it only counts where the resource is a source. */
  readonly report: Report
  /** Every item of the list that can be named; empty where the resource is looked at alone. */
  readonly resources: readonly Resource[]
  /** Finds another resource of a source's kind in the list, whether it asks for Certificates or not. */
  find(identity: string, namespace: string, name: string): Resource | undefined
}

/** A kind of resource that can ask for Certificates. */
export interface SourceKind {
  readonly kind: string
  /** The current version first. */
  readonly apiVersions: readonly [current: string, ...others: string[]]
  /** How Certificates name the kind: `Ingress`; with its group, `IngressRoute.traefik.io`, where cert-manager has no such source. */
  readonly identity: string
  /** Whether an auto annotation makes a resource of this kind a source. */
  readonly autoAnnotations: boolean
  /** The annotations that are read from this kind, beside those that are read from every kind. */
  readonly ownAnnotations: readonly string[]
  /** Versions that no longer work, the release that removed them, and how to move on. */
  readonly removed?: {
    readonly apiVersions: readonly string[]
    readonly release: string
    readonly advice: string
  }
  /** The source that a resource is, with everything that is wrong with it; undefined where it asks for nothing. */
  read(resource: Resource, context: SourceContext): Source | undefined
  /** The Secrets that a resource names, whether it is a source or not. */
  namedSecrets(resource: Resource, options: Options): readonly NamedSecret[]
  /** The hosts that a resource routes, whether it is a source or not; left out where others route to it. */
  readonly routes?: (resource: Resource) => Routes
  /** Whether a resource can have its issuer from another one. */
  readonly inheritsIssuer: boolean
  /** Whether others can have their issuer from a resource; left out where they never can. */
  readonly passesIssuerOn?: (resource: Resource) => boolean
}
