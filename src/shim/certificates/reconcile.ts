import { at } from '../../manifest/manifest.ts'
import type { Problem } from '../../manifest/rule.ts'
import { covers } from '../hosts.ts'
import type { View } from '../inventory.ts'
import type { Options } from '../options.ts'
import { shimRules } from '../rules.ts'
import { type Claims, claimsBySecret, isSameCertificate } from './by-secret.ts'
import { certificateEdits } from './certificate-edits.ts'
import { sourceReference } from './certificate-of.ts'
import type { Change } from './change.ts'
import type { Wish } from './desired.ts'
import { type ExistingCertificate, isControlledBy } from './existing.ts'
import { Makers } from './owners.ts'
import { removals } from './prune.ts'
import { servingCertificates } from './serving.ts'

/**
 * Decides what happens to each Certificate that is wished for or there already: created, updated, left alone or
 * removed. The rules are "Certificates that are there already" in the README, and the second half of
 * `buildCertificates` in cert-manager's certificate-shim.
 */
export function reconcile(
  view: View,
  wishes: readonly Wish[],
  options: Options,
  problems: Problem[],
): readonly Change[] {
  const makers = new Makers(view.sources)
  const serving = servingCertificates(view.certificates)
  const changes: Change[] = []
  for (const [key, claims] of claimsBySecret(wishes)) {
    const certificate = serving.get(key)
    const change =
      certificate === undefined
        ? create(claims, problems)
        : update(certificate, claims, makers, options, problems)
    if (change !== undefined) changes.push(change)
  }
  return options.prune ? [...changes, ...removals(view, makers)] : changes
}

function create(claims: Claims, problems: Problem[]): Change {
  const [winner] = claims
  reportLosers(claims, winner, problems)
  return { kind: 'create', certificate: winner.certificate, source: winner.source.position }
}

function update(
  existing: ExistingCertificate,
  claims: Claims,
  makers: Makers,
  options: Options,
  problems: Problem[],
): Change | undefined {
  if (existing.malformed) return undefined
  const winner = rightfulClaim(existing, claims, makers)
  if (winner === undefined) {
    for (const claim of claims) reportNotOurs(claim, existing, problems)
    return undefined
  }
  reportLosers(claims, winner, problems)
  const edits = certificateEdits(existing, winner.certificate, options)
  return edits.length > 0 ? { kind: 'update', position: existing.position, edits } : undefined
}

/**
 * The claim that an existing Certificate belongs to: that of its controller or, where our annotation makes it ours,
 * the first, unless it was made for a source that is wrong today and still names the Secret.
 */
function rightfulClaim(existing: ExistingCertificate, claims: Claims, makers: Makers): Wish | undefined {
  if (existing.controller !== undefined) return claims.find(({ source }) => isControlledBy(existing, source))
  if (existing.madeFor === undefined) return undefined
  const isHeld = makers
    .of(existing)
    .some((source) => source.spoiled && source.tls.named.includes(existing.secretName))
  return isHeld ? undefined : claims[0]
}

function reportLosers(claims: Claims, winner: Wish, problems: Problem[]): void {
  for (const claim of claims) {
    if (claim !== winner && !isSameCertificate(claim, winner)) reportShared(claim, winner, problems)
  }
}

function reportShared({ source, secret }: Wish, winner: Wish, problems: Problem[]): void {
  problems.push({
    rule: shimRules.secretShared,
    message: `The Secret ${secret.name} already holds the certificate of ${sourceReference(winner.source)}, which asks for other contents, so this ${source.kind} would silently be served that one. Give it a secretName of its own, or make both ask for the same hosts and issuer.`,
    position: source.position,
    field: { path: secret.path, currentValue: secret.name },
  })
}

function reportNotOurs({ source, secret }: Wish, existing: ExistingCertificate, problems: Problem[]): void {
  const missing = uncoveredHosts(
    secret.hosts.map(({ host }) => host),
    existing,
  )
  const consequence =
    missing.length === 0
      ? 'It covers all hosts that are wanted here.'
      : `It doesn't cover ${missing.join(', ')}.`
  problems.push({
    rule: shimRules.certificateNotOurs,
    message: `A Certificate ${secret.name} that was not made for this ${source.kind} is there already and is left alone. ${consequence} Remove that Certificate, or use another secretName here.`,
    position: source.position,
    field: { path: secret.path, currentValue: secret.name },
  })
}

function uncoveredHosts(hosts: readonly string[], { object }: ExistingCertificate): readonly string[] {
  const names = [
    at(object, 'spec', 'dnsNames'),
    at(object, 'spec', 'ipAddresses'),
    at(object, 'spec', 'commonName'),
  ].flat()
  const strings = names.filter((name) => typeof name === 'string')
  return hosts.filter((host) => !strings.some((name) => covers(name, host)))
}
