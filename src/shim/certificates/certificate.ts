import type { IssuerRef } from '../issuers/issuer-ref.ts'

/** The part of a `cert-manager.io/v1` CertificateSpec that this function can ever set, in the order in which it is written. */
export interface CertificateSpec {
  readonly secretName: string
  readonly issuerRef: IssuerRef
  readonly commonName?: string
  readonly dnsNames?: readonly string[]
  readonly ipAddresses?: readonly string[]
  readonly emailAddresses?: readonly string[]
  /** Only for a Route of OpenShift: cert-manager's ingress-shim has no annotation for them. */
  readonly uris?: readonly string[]
  readonly subject?: Subject
  readonly duration?: string
  readonly renewBefore?: string
  readonly renewBeforePercentage?: number
  readonly usages?: readonly string[]
  readonly privateKey?: PrivateKey
  readonly revisionHistoryLimit?: number
  readonly secretTemplate?: SecretTemplate
}

export interface Subject {
  readonly organizations?: readonly string[]
  readonly organizationalUnits?: readonly string[]
  readonly countries?: readonly string[]
  readonly provinces?: readonly string[]
  readonly localities?: readonly string[]
  readonly postalCodes?: readonly string[]
  readonly streetAddresses?: readonly string[]
  readonly serialNumber?: string
}

export interface PrivateKey {
  readonly algorithm?: string
  readonly encoding?: string
  readonly size?: number
  readonly rotationPolicy?: string
}

export interface SecretTemplate {
  readonly annotations?: Readonly<Record<string, string>>
  readonly labels?: Readonly<Record<string, string>>
}

/** A Certificate as this function writes it: no status, no ownerReferences (no uid exists offline). */
export interface Certificate {
  readonly apiVersion: 'cert-manager.io/v1'
  readonly kind: 'Certificate'
  readonly metadata: {
    readonly name: string
    readonly namespace?: string
    readonly labels?: Readonly<Record<string, string>>
    readonly annotations: Readonly<Record<string, string>>
  }
  readonly spec: CertificateSpec
}
