import type { CertificateSpec } from '../../shim/certificates/certificate.ts'

/**
 * Whether a certificate would have an empty subject. `GenerateCSR` in cert-manager's pkg/util/pki/csr.go makes it of the
 * common name and these fields, and never takes a DNS name for it.
 */
export function hasEmptySubject({ commonName, subject }: CertificateSpec): boolean {
  const values = Object.values(subject ?? {})
  return commonName === undefined && values.every((value) => value === undefined || value.length === 0)
}
