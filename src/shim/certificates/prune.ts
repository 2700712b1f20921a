import type { Change } from '../../manifest/change.ts'
import type { Problem } from '../../manifest/rule.ts'
import { annotation } from '../annotations.ts'
import type { Inventory } from '../inventory.ts'
import { shimRules } from '../rules.ts'
import { settingName } from '../sources/own-settings.ts'
import { fieldOfSecret } from '../sources/source.ts'
import { sourceKindOf } from '../sources/source-kinds.ts'
import type { Assignment } from './assignment.ts'
import { secretKey } from './certificates-by-secret.ts'
import type { ExistingCertificate } from './existing.ts'
import type { NamedSecrets, SecretUse } from './named-secrets.ts'
import type { Owners } from './owners.ts'

export type Removal = Extract<Change<never>, { readonly kind: 'remove' }>

/** What is known about a set when every Secret that is wanted has its Certificate. */
interface Reconciled {
  readonly inventory: Inventory
  readonly assigned: Assignment
  /** The Secrets that a Certificate of ours serves from now on. */
  readonly served: ReadonlyMap<string, unknown>
  readonly owners: Owners
  readonly named: NamedSecrets
}

/**
 * The Certificates of ours that no source needs any more, each of them reported, and those that are kept in spite of that.
 * One whose source is rejected today stays, since an error never costs a Certificate; and so does one whose controller is
 * not in the list. The cluster's rule is `findCertificatesToBeRemoved` of cert-manager's certificate-shim.
 */
export function removals(reconciled: Reconciled, problems: Problem[]): readonly Removal[] {
  if (reconciled.inventory.hasUnnamedSource) return []
  return unneeded(reconciled).flatMap((certificate) => {
    const [isRemoved, problem] = fateOf(certificate, reconciled)
    if (problem !== undefined) problems.push(problem)
    return isRemoved ? { kind: 'remove', position: certificate.position } : []
  })
}

/** The Certificates that are ours, serve no Secret that is wanted, and have no source that is rejected today. */
function unneeded({ inventory, assigned, owners }: Reconciled): readonly ExistingCertificate[] {
  const made = inventory.certificates.filter(
    ({ madeFor, controller, isLeftAlone, position }) =>
      (madeFor !== undefined || controller !== undefined) && !isLeftAlone && inventory.isOwn(position),
  )
  if (made.length === 0) return []
  const needed = new Set(assigned.values())
  return made.filter((certificate) => {
    if (needed.has(certificate)) return false
    const sources = owners.of(certificate)
    if (sources.some((source) => owners.isRejected(source))) return false
    return certificate.madeFor !== undefined || sources.length > 0
  })
}

/** Whether a Certificate is removed, and what there is to say about it. */
function fateOf(
  certificate: ExistingCertificate,
  { inventory, assigned, served, named }: Reconciled,
): readonly [isRemoved: boolean, problem?: Problem] {
  const { namespace, secretName, madeFor } = certificate
  const key = secretKey(namespace, secretName)
  if (served.has(key) && madeFor !== undefined) return [true, removedForAnother(certificate)]
  // cert-manager removes none whose Secret its source names, whatever the Certificate is called.
  if (served.has(key) || assigned.has(key)) return [false]
  const use = named.useOf(namespace, secretName)
  if (use !== undefined) return [false, keptForResource(certificate, use)]
  if (!inventory.hasSourceKind) return [false, keptForWantOfSources(certificate)]
  return [true, removed(certificate)]
}

function removed({ position, secretName }: ExistingCertificate): Problem {
  return {
    rule: shimRules.certificateRemoved,
    message: `This Certificate is removed: it was generated for a source that is gone or changed, and nothing here names ${secretName === '' ? 'a Secret that it stores' : `its Secret ${secretName}`} any more. To keep such Certificates, set prune: false in the functionConfig.`,
    position,
  }
}

function removedForAnother({ position, secretName }: ExistingCertificate): Problem {
  return {
    rule: shimRules.certificateRemoved,
    message: `This Certificate is removed: another one serves the Secret ${secretName}, and cert-manager issues for one Certificate of a Secret only.`,
    position,
    field: { path: 'spec.secretName', currentValue: secretName },
  }
}

function keptForResource({ name }: ExistingCertificate, { resource, secret }: SecretUse): Problem {
  const kind = sourceKindOf(resource.apiVersion, resource.kind) ?? {}
  const [clusterIssuer, issuer] = [annotation.clusterIssuer, annotation.issuer].map((key) =>
    settingName(kind, key),
  )
  return {
    rule: shimRules.certificateKept,
    message: `This ${resource.kind} names the Secret ${secret.name} without asking for a certificate. The Certificate ${name}, generated when a source did ask, is kept so that this certificate doesn't expire, but nothing updates it any more. Add ${clusterIssuer} or ${issuer} here to have it managed again, or delete that Certificate.`,
    position: resource.position,
    field: fieldOfSecret(secret),
  }
}

function keptForWantOfSources({ position, madeFor }: ExistingCertificate): Problem {
  return {
    rule: shimRules.certificateKept,
    message: `This Certificate was generated for ${madeFor}, but there is nothing here that could be a source, so it is kept. Show the whole package to the function, or delete this Certificate if it is no longer needed.`,
    position,
  }
}
