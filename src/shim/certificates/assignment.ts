import type { Inventory } from '../inventory.ts'
import { secretKey } from './certificates-by-secret.ts'
import type { ExistingCertificate } from './existing.ts'
import type { NamedSecrets } from './named-secrets.ts'

/** The existing Certificate that each wanted Secret has: it serves it, or is in its place and belongs to somebody else. */
export type Assignment = ReadonlyMap<string, ExistingCertificate>

/**
 * Gives each Secret that a source wants the Certificate that is there for it, and each Certificate to one Secret only.
 *
 * First goes one with our annotation that stores the Secret, since other tools rename Certificates: kustomize's namePrefix
 * is put before the name of a Certificate, but not before that of its Secret. Then the one of the Secret's name. One that
 * only a controller ownerReference makes ours is found by name alone, as in `buildCertificates` of cert-manager's
 * certificate-shim. A source that is rejected today takes part, so that no other source gets its Certificates.
 */
export function assignCertificates(inventory: Inventory, named: NamedSecrets): Assignment {
  const assigned = new Map<string, ExistingCertificate>()
  if (inventory.certificates.length === 0) return assigned
  const wanted = wantedSecrets(inventory)
  const taken = new Set<ExistingCertificate>()
  const give = (index: Assignment, isRight: (certificate: ExistingCertificate) => boolean) => {
    for (const key of wanted) {
      const certificate = assigned.has(key) ? undefined : index.get(key)
      if (certificate === undefined || taken.has(certificate) || !isRight(certificate)) continue
      assigned.set(key, certificate)
      taken.add(certificate)
    }
  }
  give(byStoredSecret(inventory), () => true)
  give(byName(inventory), (certificate) => !servesAnother(certificate, inventory, named))
  return assigned
}

/** The Secrets that the sources of this set want, in list order. */
function wantedSecrets({ sources, isOwn }: Inventory): ReadonlySet<string> {
  const own = sources.filter(({ position }) => isOwn(position))
  return new Set(
    own.flatMap(({ tls }) => tls.secrets.map(({ namespace, name }) => secretKey(namespace, name))),
  )
}

/** The Certificates with our annotation, and those that can't be touched; of several, that of the Secret's name, else the first. */
function byStoredSecret({ certificates, isOwn }: Inventory): Assignment {
  const index = new Map<string, ExistingCertificate>()
  for (const certificate of certificates) {
    const { namespace, name, secretName, madeFor, isLeftAlone, position } = certificate
    if ((madeFor === undefined && !isLeftAlone) || !isOwn(position)) continue
    const key = secretKey(namespace, secretName)
    if (!index.has(key) || name === secretName) index.set(key, certificate)
  }
  return index
}

function byName({ certificates }: Inventory): Assignment {
  return new Map(
    certificates.map((certificate) => [secretKey(certificate.namespace, certificate.name), certificate]),
  )
}

/** Whether a Certificate with our annotation is there for another Secret, which a resource still names, or for another set. */
function servesAnother(
  { namespace, secretName, madeFor, isLeftAlone, position }: ExistingCertificate,
  { isOwn }: Inventory,
  named: NamedSecrets,
): boolean {
  if (madeFor === undefined || isLeftAlone) return false
  return !isOwn(position) || named.useOf(namespace, secretName) !== undefined
}
