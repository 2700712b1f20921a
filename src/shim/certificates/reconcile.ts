import type { Change } from '../../manifest/change.ts'
import { at } from '../../manifest/manifest.ts'
import type { Problem } from '../../manifest/rule.ts'
import { HostNames } from '../hosts.ts'
import type { Inventory } from '../inventory.ts'
import type { Options } from '../options.ts'
import { shimRules } from '../rules.ts'
import type { Certificate } from './certificate.ts'
import { certificateEdits } from './certificate-edits.ts'
import { asksForTheSame, certificatesBySecret, type Rivals } from './certificates-by-secret.ts'
import type { DesiredCertificate } from './desired-certificates.ts'
import { type ExistingCertificate, isControlledBy } from './existing.ts'
import { Owners } from './owners.ts'
import { removals } from './prune.ts'
import { servingCertificates } from './serving.ts'

/**
 * Decides what happens to each Certificate that is desired or exists: created, updated, left alone or removed. The rules
 * are "Certificates that are there already" in the README, and the second half of `buildCertificates` in cert-manager's
 * certificate-shim.
 */
export function reconcile(
  inventory: Inventory,
  desired: readonly DesiredCertificate[],
  options: Options,
  problems: Problem[],
): readonly Change<Certificate>[] {
  const owners = new Owners(inventory.sources)
  const serving = servingCertificates(inventory.certificates)
  const changes: Change<Certificate>[] = []
  for (const [key, rivals] of certificatesBySecret(desired)) {
    const existing = serving.get(key)
    const change =
      existing === undefined ? create(rivals, problems) : update(existing, rivals, owners, options, problems)
    if (change !== undefined) changes.push(change)
  }
  if (!options.prune) return changes
  const updated = new Set(changes.map((change) => (change.kind === 'update' ? change.position : undefined)))
  return [...changes, ...removals(inventory, owners).filter(({ position }) => !updated.has(position))]
}

function create(rivals: Rivals, problems: Problem[]): Change<Certificate> {
  const [winner] = rivals
  reportLosers(rivals, winner, problems)
  return { kind: 'create', item: winner.certificate, source: winner.source.position }
}

function update(
  existing: ExistingCertificate,
  rivals: Rivals,
  owners: Owners,
  options: Options,
  problems: Problem[],
): Change<Certificate> | undefined {
  if (existing.malformed) return undefined
  const winner = rightfulOwner(existing, rivals, owners)
  if (winner === undefined) {
    reportNotOurs(rivals, existing, problems)
    return undefined
  }
  reportLosers(rivals, winner, problems)
  const edits = certificateEdits(existing, winner.certificate, options)
  return edits.length > 0
    ? { kind: 'update', position: existing.position, source: winner.source.position, edits }
    : undefined
}

/**
 * The one that an existing Certificate belongs to: that of its controller or, where our annotation makes it ours, the
 * first, unless it was made for a source that is rejected today and still names the Secret.
 */
function rightfulOwner(
  existing: ExistingCertificate,
  rivals: Rivals,
  owners: Owners,
): DesiredCertificate | undefined {
  if (existing.controller !== undefined) return rivals.find(({ source }) => isControlledBy(existing, source))
  if (existing.madeFor === undefined) return undefined
  const isHeld = owners
    .of(existing)
    .some((source) => source.isRejected && source.tls.named.has(existing.secretName))
  return isHeld ? undefined : rivals[0]
}

function reportLosers(rivals: Rivals, winner: DesiredCertificate, problems: Problem[]): void {
  for (const rival of rivals) {
    if (rival !== winner && !asksForTheSame(rival, winner)) reportShared(rival, winner, problems)
  }
}

function reportShared(
  { source, secret }: DesiredCertificate,
  winner: DesiredCertificate,
  problems: Problem[],
): void {
  problems.push({
    rule: shimRules.secretShared,
    message: `The Secret ${secret.name} will hold the certificate of ${winner.source.reference}, which asks for other contents, so this ${source.kind} would silently be served that one. Give it a secretName of its own, or make both ask for the same hosts and issuer.`,
    position: source.position,
    field: { path: secret.path, currentValue: secret.name },
  })
}

function reportNotOurs(rivals: Rivals, existing: ExistingCertificate, problems: Problem[]): void {
  const names = namesOf(existing)
  for (const { source, secret } of rivals) {
    const missing = secret.hosts.map(({ host }) => host).filter((host) => !names.cover(host))
    const consequence =
      missing.length === 0
        ? 'It covers all hosts that are wanted here.'
        : `It doesn't cover ${missing.join(', ')}.`
    problems.push({
      rule: shimRules.certificateNotOurs,
      message: `A Certificate ${secret.name} that was not made for this ${source.kind} already exists and is left alone. ${consequence} Remove that Certificate, or use another secretName here.`,
      position: source.position,
      field: { path: secret.path, currentValue: secret.name },
    })
  }
}

function namesOf({ object }: ExistingCertificate): HostNames {
  const names = ['dnsNames', 'ipAddresses', 'commonName'].flatMap((field) => at(object, 'spec', field))
  return new HostNames(names.filter((name) => typeof name === 'string'))
}
