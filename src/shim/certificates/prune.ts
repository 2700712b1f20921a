import type { Change } from '../../manifest/change.ts'
import type { Inventory } from '../inventory.ts'
import { secretKey } from './certificates-by-secret.ts'
import type { ExistingCertificate } from './existing.ts'
import type { Owners } from './owners.ts'

type Removal = Extract<Change<never>, { readonly kind: 'remove' }>

/**
 * The Certificates that were made for a source and whose Secret no source names any more. One whose source is
 * rejected today stays, since an error never costs a Certificate; and so does one whose controller is not in the list.
 * The cluster's rule is `findCertificatesToBeRemoved` of cert-manager's certificate-shim.
 */
export function removals(inventory: Inventory, owners: Owners): readonly Removal[] {
  if (inventory.hasUnnamedSource) return []
  const made = inventory.certificates.filter(
    ({ madeFor, controller }) => madeFor !== undefined || controller !== undefined,
  )
  if (made.length === 0) return []
  const named = namedSecrets(inventory)
  return made
    .filter((certificate) => isAbandoned(certificate, owners, named))
    .map(({ position }) => ({ kind: 'remove', position }))
}

function isAbandoned(certificate: ExistingCertificate, owners: Owners, named: ReadonlySet<string>): boolean {
  if (certificate.malformed || named.has(secretKey(certificate.namespace, certificate.secretName)))
    return false
  const sources = owners.of(certificate)
  if (sources.some(({ isRejected }) => isRejected)) return false
  return certificate.madeFor !== undefined || sources.length > 0
}

function namedSecrets({ sources }: Inventory): ReadonlySet<string> {
  const named = new Set<string>()
  for (const { namespace, tls } of sources) {
    for (const name of tls.named) named.add(secretKey(namespace, name))
  }
  return named
}
