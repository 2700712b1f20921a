/** `spec.issuerRef` of a Certificate. */
export interface IssuerRef {
  readonly name: string
  /** Left out where an annotation or option makes it empty, as Go's `omitempty` does; so is the group. */
  readonly kind?: string
  readonly group?: string
}

/**
 * What names the issuer of a source: the source itself, by annotations or fields; the setting `defaultIssuerName`; an entry of
 * the setting `issuers`; the Namespace object of the set; or an entry of the setting `issuerOverride`, instead of any of these.
 */
export type IssuerOrigin = 'annotation' | 'default' | 'namespace-setting' | 'namespace-object' | 'override'

/** The issuer of a source, and what names it. */
export interface FoundIssuer {
  readonly ref: IssuerRef
  readonly origin: IssuerOrigin
}
