import type { View } from '../inventory.ts'
import { secretKey } from './by-secret.ts'
import type { Change } from './change.ts'
import type { ExistingCertificate } from './existing.ts'
import type { Makers } from './owners.ts'

/**
 * The Certificates that were made for a source and whose Secret no source names any more. One whose source is wrong
 * today stays, since an error never costs a Certificate; and so does one whose controller is not in the list.
 * The cluster's rule is `findCertificatesToBeRemoved` of cert-manager's certificate-shim.
 */
export function removals(view: View, makers: Makers): readonly Change[] {
  if (view.hasUnnamedSource) return []
  const made = view.certificates.filter(
    ({ madeFor, controller }) => madeFor !== undefined || controller !== undefined,
  )
  if (made.length === 0) return []
  const named = namedSecrets(view)
  return made
    .filter((certificate) => isAbandoned(certificate, makers, named))
    .map(({ position }) => ({ kind: 'remove', position }))
}

function isAbandoned(certificate: ExistingCertificate, makers: Makers, named: ReadonlySet<string>): boolean {
  if (certificate.malformed || named.has(secretKey(certificate.namespace, certificate.secretName)))
    return false
  const sources = makers.of(certificate)
  if (sources.some(({ spoiled }) => spoiled)) return false
  return certificate.madeFor !== undefined || sources.length > 0
}

function namedSecrets({ sources }: View): ReadonlySet<string> {
  const named = new Set<string>()
  for (const { namespace, tls } of sources) {
    for (const name of tls.named) named.add(secretKey(namespace, name))
  }
  return named
}
