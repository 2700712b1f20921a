import type { Severity } from '../manifest/finding.ts'
import { sourceNames } from './sources/source-kinds.ts'

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
  /** What sources may ask for; empty where they may ask for everything. */
  readonly allow: readonly AllowEntry[]
  /** Whether Certificates that no source asks for any more are removed. */
  readonly prune: boolean
  /** Severity by rule id, where it isn't the rule's own. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>
}

/** cert-manager's defaults, and every kind of source. */
export const defaultOptions: Options = {
  defaultIssuerName: '',
  defaultIssuerKind: 'Issuer',
  defaultIssuerGroup: 'cert-manager.io',
  defaultAutoCertificateAnnotations: ['kubernetes.io/tls-acme'],
  extraCertificateAnnotations: [],
  gatewayAPIExtraProtocols: [],
  gatewayHosts: 'listeners',
  sources: sourceNames,
  secretNamespaces: [],
  appsDomain: '',
  routerAccess: false,
  allow: [],
  prune: true,
  rules: {},
}

/** The type of each option, for those who read them from a file or a command line. */
export const optionTypes = {
  defaultIssuerName: 'string',
  defaultIssuerKind: 'string',
  defaultIssuerGroup: 'string',
  defaultAutoCertificateAnnotations: 'strings',
  extraCertificateAnnotations: 'strings',
  gatewayAPIExtraProtocols: 'strings',
  gatewayHosts,
  sources: { someOf: sourceNames },
  secretNamespaces: 'strings',
  appsDomain: 'string',
  routerAccess: 'boolean',
  allow,
  prune: 'boolean',
  rules: 'severities',
} as const satisfies Record<keyof Options, unknown>
