import type { Severity } from '../manifest/finding.ts'
import type { IssuerRef } from './issuers/issuer-ref.ts'
import { sourceNames } from './sources/source-kinds.ts'

const issuerFields = { name: 'text', kind: 'text', group: 'text' } as const
const namespaceIssuers = {
  listOf: {
    required: { namespaces: 'strings', name: 'text' },
    optional: { kind: 'text', group: 'text' },
  },
} as const
const issuerOverrides = {
  listOf: {
    required: {
      from: { required: {}, optional: issuerFields },
      to: { required: {}, optional: issuerFields },
    },
    optional: {},
  },
} as const

const sharedSecrets = ['first', 'merge'] as const
const allow = {
  listOf: { required: {}, optional: { namespaces: 'strings', issuers: 'strings', domains: 'strings' } },
} as const

const gatewayHosts = ['listeners', 'routes'] as const

/** What the sources of some namespaces may ask for; a list that is left out allows everything. `*` stands for any text. */
export interface AllowEntry {
  readonly namespaces?: readonly string[]
  /** Names of issuers, of any kind. */
  readonly issuers?: readonly string[]
  /** Every name of a Certificate: hosts, and also IP addresses, e-mail addresses and URIs. */
  readonly domains?: readonly string[]
}

/** What a user can set; the first six are the fields of cert-manager's own `ingressShimConfig` (and flags). */
export interface Options {
  /** Issuer of a source that has an auto annotation and names none; `''` for none. */
  readonly defaultIssuerName: string
  readonly defaultIssuerKind: string
  readonly defaultIssuerGroup: string
  /** Issuers of the sources of some namespaces that have an auto annotation and name none; the first that fits. */
  readonly issuers: readonly NamespaceIssuer[]
  /** What takes the place of an issuer that was found, however it was: the first entry that fits. */
  readonly issuerOverride: readonly IssuerOverride[]
  /** Annotations that make an Ingress a source when their value is true. */
  readonly defaultAutoCertificateAnnotations: readonly string[]
  /** Annotations that are copied from a source to its Certificates. */
  readonly extraCertificateAnnotations: readonly string[]
  /** Listener protocols that count as TLS, beside HTTPS and TLS. */
  readonly gatewayAPIExtraProtocols: readonly string[]
  /**
   * Where the hosts of a listener's Certificate come from: its hostname, as cert-manager has it, or the Routes that attach
   * to it, as Gateway API wants it.
   */
  readonly gatewayHosts: (typeof gatewayHosts)[number]
  /** The kinds that can be sources, as Certificates name them. */
  readonly sources: readonly string[]
  /** The namespaces in which Certificates are created also for sources of others; `*` for any. */
  readonly secretNamespaces: readonly string[]
  /** The domain in which routers of OpenShift make up hosts; `''` where it isn't known. */
  readonly appsDomain: string
  /** Whether the router of OpenShift gets a Role and a RoleBinding for the Secret of each Route. */
  readonly routerAccess: boolean
  /** What several sources get that want one Secret: the first a Certificate, or those that agree to share it one for all of them. */
  readonly sharedSecrets: (typeof sharedSecrets)[number]
  /** What sources may ask for; empty where they may ask for everything. */
  readonly allow: readonly AllowEntry[]
  /** Whether Certificates that no source asks for any more are removed. */
  readonly prune: boolean
  /**
   * The day, as `2026-11-24`, by which lifetimes and profiles are judged, or a timestamp of it; `''` where it isn't known, and
   * nothing is said of them.
   */
  readonly today: string
  /** Severity by rule id, where it isn't the rule's own. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>
}

/** The default issuer of some namespaces. */
export interface NamespaceIssuer {
  /** Their names, where `*` stands for any text. */
  readonly namespaces: readonly string[]
  readonly name: string
  /** `Issuer` where it is left out. */
  readonly kind?: string
  /** `cert-manager.io` where it is left out. */
  readonly group?: string
}

/** An issuer that takes another's place. */
export interface IssuerOverride {
  /** Whose place; a field that is left out fits any. */
  readonly from: Partial<IssuerRef>
  /** What is put into its place; a field that is left out stays. */
  readonly to: Partial<IssuerRef>
}

/** cert-manager's defaults, and every kind of source. */
export const defaultOptions: Options = {
  defaultIssuerName: '',
  defaultIssuerKind: 'Issuer',
  defaultIssuerGroup: 'cert-manager.io',
  issuers: [],
  issuerOverride: [],
  defaultAutoCertificateAnnotations: ['kubernetes.io/tls-acme'],
  extraCertificateAnnotations: [],
  gatewayAPIExtraProtocols: [],
  gatewayHosts: 'listeners',
  sources: sourceNames,
  secretNamespaces: [],
  appsDomain: '',
  routerAccess: false,
  sharedSecrets: 'first',
  allow: [],
  prune: true,
  today: '',
  rules: {},
}

/** The type of each option, for those who read them from a file or a command line. */
export const optionTypes = {
  defaultIssuerName: 'string',
  defaultIssuerKind: 'string',
  defaultIssuerGroup: 'string',
  issuers: namespaceIssuers,
  issuerOverride: issuerOverrides,
  defaultAutoCertificateAnnotations: 'strings',
  extraCertificateAnnotations: 'strings',
  gatewayAPIExtraProtocols: 'strings',
  gatewayHosts,
  sources: { someOf: sourceNames },
  secretNamespaces: 'strings',
  appsDomain: 'string',
  routerAccess: 'boolean',
  sharedSecrets,
  allow,
  prune: 'boolean',
  today: 'date',
  rules: 'severities',
} as const satisfies Record<keyof Options, unknown>
