import type { Certificate } from '../../../shim/certificates/certificate.ts'
import { certificateOf } from '../../../shim/certificates/certificate-of.ts'
import type { IssuerRef } from '../../../shim/issuers/issuer-ref.ts'
import type { Source, WantedSecret } from '../../../shim/sources/source.ts'
import type { CheckedList } from '../../check.ts'

/** A Certificate that a source asks for, of which cert-manager will make a CertificateRequest. */
export interface AskedCertificate {
  readonly source: Source
  readonly secret: WantedSecret
  readonly issuer: IssuerRef
  readonly certificate: Certificate
}

/** Every Certificate that the sources ask for, also of those with something else wrong, so that one run shows everything. */
export function askedCertificates({ sources, desired, options }: CheckedList): readonly AskedCertificate[] {
  const accepted = new Map(desired.map(({ secret, certificate }) => [secret, certificate]))
  return sources.flatMap((source) => {
    const { issuer, tls } = source
    if (issuer === undefined) return []
    return tls.secrets.map((secret) => ({
      source,
      secret,
      issuer,
      certificate: accepted.get(secret) ?? certificateOf(source, secret, issuer, options),
    }))
  })
}
