import { secretKey } from './certificates-by-secret.ts'
import type { ExistingCertificate } from './existing.ts'

/**
 * The Certificate that already serves each Secret: the first of the Secret's name or, where there is none, the first of
 * ours that stores its certificate there. The latter has been renamed: kustomize's namePrefix is put before the name of a
 * Certificate, but not before that of its Secret.
 */
export function servingCertificates(
  certificates: readonly ExistingCertificate[],
): ReadonlyMap<string, ExistingCertificate> {
  const serving = new Map<string, ExistingCertificate>()
  const remember = (name: string, certificate: ExistingCertificate) => {
    const key = secretKey(certificate.namespace, name)
    if (!serving.has(key)) serving.set(key, certificate)
  }
  for (const certificate of certificates) remember(certificate.name, certificate)
  for (const certificate of certificates) {
    if (certificate.madeFor !== undefined && !certificate.malformed)
      remember(certificate.secretName, certificate)
  }
  return serving
}
