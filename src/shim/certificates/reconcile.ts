import type { Change } from '../../manifest/change.ts'
import type { Problem } from '../../manifest/rule.ts'
import type { Inventory } from '../inventory.ts'
import type { Options } from '../options.ts'
import { type Assignment, assignCertificates } from './assignment.ts'
import type { Certificate } from './certificate.ts'
import { CertificateNames } from './certificate-names.ts'
import { certificatesBySecret, type Rivals, secretKey } from './certificates-by-secret.ts'
import type { DesiredCertificate } from './desired-certificates.ts'
import { certificateEdits } from './edits/certificate-edits.ts'
import { reportRemovedFields } from './edits/removed-fields.ts'
import type { ExistingCertificate } from './existing.ts'
import { NamedSecrets } from './named-secrets.ts'
import type { Owners } from './owners.ts'
import { type Removal, removals } from './prune.ts'
import { reportRemovedNames } from './sharing/removed-names.ts'
import { reportLosers, reportNotOurs } from './sharing/rivals-report.ts'

/** A Certificate that a set has when it is rendered. */
export interface RenderedCertificate extends DesiredCertificate {
  /** As it was before; undefined for a new one. */
  readonly existing: ExistingCertificate | undefined
}

/** What happens to the Certificates of a set. */
export interface Reconciliation {
  /** Those of the wanted Secrets, in list order. */
  readonly rendered: readonly RenderedCertificate[]
  /** Whether Certificates of ours were there before. */
  readonly isSetRendered: boolean
  readonly changes: readonly Change<Certificate>[]
  /** The existing Certificates that stay, with the Secrets that they store afterwards. */
  readonly certificates: readonly ExistingCertificate[]
  /** The existing Certificate of each wanted Secret. */
  readonly assigned: Assignment
  /** The Secrets that have their Certificate now, new or there already. */
  readonly served: ReadonlySet<string>
}

/**
 * Decides what happens to each Certificate that is desired or exists: created, updated, left alone or removed. The rules
 * are "Certificates that are there already" in the README, and the second half of `buildCertificates` in cert-manager's
 * certificate-shim.
 */
export function reconcile(
  inventory: Inventory,
  desired: readonly DesiredCertificate[],
  owners: Owners,
  options: Options,
  problems: Problem[],
): Reconciliation {
  const bySecret = certificatesBySecret(desired)
  const named = new NamedSecrets(inventory, options)
  const assigned = assignCertificates(inventory, named)
  const names = new CertificateNames(inventory.certificates, bySecret)
  const served = new Map<string, ExistingCertificate | undefined>()
  const isSetRendered = inventory.certificates.some(
    ({ madeFor, position }) => madeFor !== undefined && inventory.isOwn(position),
  )
  const rendered: RenderedCertificate[] = []
  const changes: Change<Certificate>[] = []
  for (const [key, rivals] of bySecret) {
    const existing = assigned.get(key)
    const winner = winnerOf(rivals, existing, { inventory, owners, options, problems })
    if (winner === undefined) continue
    served.set(key, existing)
    rendered.push({ ...winner, existing })
    if (existing === undefined) changes.push(creation(winner, names, isSetRendered))
    else changes.push(...updates(existing, winner, options, problems))
  }
  const removed = options.prune ? removals({ inventory, assigned, served, owners, named }, problems) : []
  return {
    rendered,
    isSetRendered,
    changes: [...changes, ...removed],
    certificates: afterwards(inventory, served, removed),
    assigned,
    served: new Set(served.keys()),
  }
}

interface WinnerContext {
  readonly inventory: Inventory
  readonly owners: Owners
  readonly options: Options
  readonly problems: Problem[]
}

/** The one of several that gets the Certificate; undefined where none of this set does. */
function winnerOf(
  rivals: Rivals,
  existing: ExistingCertificate | undefined,
  { inventory: { isOwn }, owners, options, problems }: WinnerContext,
): DesiredCertificate | undefined {
  if (existing?.isLeftAlone || !rivals.some(({ source }) => isOwn(source.position))) return undefined
  const winner = existing === undefined ? rivals[0] : owners.rightfulOwner(existing, rivals)
  if (winner !== undefined) reportLosers(rivals, winner, options, problems)
  else if (existing !== undefined) reportNotOurs(rivals, existing, problems)
  const isOurs = existing === undefined || isOwn(existing.position)
  return winner !== undefined && isOurs && isOwn(winner.source.position) ? winner : undefined
}

function creation(
  { certificate, source, secret }: DesiredCertificate,
  names: CertificateNames,
  isSetRendered: boolean,
): Change<Certificate> {
  const name = names.nameFor(secret.namespace, secret.name)
  const item =
    name === secret.name ? certificate : { ...certificate, metadata: { ...certificate.metadata, name } }
  return { kind: 'create', item, source: source.position, isSetRendered }
}

function updates(
  existing: ExistingCertificate,
  desired: DesiredCertificate,
  options: Options,
  problems: Problem[],
): readonly Change<Certificate>[] {
  const edits = certificateEdits(existing, desired, options)
  if (edits.length === 0) return []
  reportRemovedFields(existing, edits, desired, problems)
  reportRemovedNames(existing, desired, problems)
  return [{ kind: 'update', position: existing.position, source: desired.source.position, edits }]
}

function afterwards(
  { certificates }: Inventory,
  served: ReadonlyMap<string, ExistingCertificate | undefined>,
  removed: readonly Removal[],
): readonly ExistingCertificate[] {
  if (certificates.length === 0) return []
  const gone = new Set(removed.map(({ position }) => position))
  const stored = new Map([...served].map(([key, certificate]) => [certificate, key]))
  return certificates
    .filter(({ position }) => !gone.has(position))
    .map((certificate) => {
      const key = stored.get(certificate)
      if (key === undefined || key === secretKey(certificate.namespace, certificate.secretName))
        return certificate
      return { ...certificate, secretName: key.slice(certificate.namespace.length + 1) }
    })
}
