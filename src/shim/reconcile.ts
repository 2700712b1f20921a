import { certificateEdits } from './certificate-edits.ts'
import { sourceReference } from './certificate-of.ts'
import type { Change } from './change.ts'
import { type ExistingCertificate, isControlledBy, isMadeFor } from './existing.ts'
import { covers } from './hosts.ts'
import { at } from './manifest.ts'
import type { Options } from './options.ts'
import type { Problem } from './rule.ts'
import { shimRules } from './rules.ts'
import type { Source } from './source.ts'
import type { View } from './view.ts'
import type { Wish } from './wishes.ts'

/**
 * Decides what happens to each Certificate that is wished for or there already: created, updated, left alone or
 * removed. The rules are "Certificates that are there already" in the README, and the second half of `buildCertificates`
 * and `findCertificatesToBeRemoved` in cert-manager's certificate-shim.
 */
export function reconcile(
  view: View,
  wishes: readonly Wish[],
  options: Options,
  problems: Problem[],
): readonly Change[] {
  const existing = new Map<string, ExistingCertificate>()
  for (const certificate of view.certificates) {
    const key = secretKey(certificate.namespace, certificate.name)
    if (!existing.has(key)) existing.set(key, certificate)
  }
  const changes: Change[] = []
  for (const [key, claims] of claimsBySecret(wishes)) {
    const change = settle(claims, existing.get(key), view, options, problems)
    if (change !== undefined) changes.push(change)
  }
  return options.prune ? [...changes, ...removals(view)] : changes
}

function claimsBySecret(wishes: readonly Wish[]): ReadonlyMap<string, readonly [Wish, ...Wish[]]> {
  const claims = new Map<string, [Wish, ...Wish[]]>()
  for (const wish of wishes) {
    const key = secretKey(wish.source.namespace, wish.secret.name)
    const others = claims.get(key)
    if (others === undefined) claims.set(key, [wish])
    else others.push(wish)
  }
  return claims
}

/** Kubernetes names have no slash, and one that has is refused by admission. */
function secretKey(namespace: string, name: string): string {
  return `${namespace}/${name}`
}

/** What happens to one Certificate that one or more sources wish for. */
function settle(
  claims: readonly [Wish, ...Wish[]],
  existing: ExistingCertificate | undefined,
  view: View,
  options: Options,
  problems: Problem[],
): Change | undefined {
  if (existing?.malformed) return undefined
  const winner = existing === undefined ? claims[0] : rightfulClaim(claims, existing, view)
  if (existing !== undefined && winner === undefined) {
    for (const claim of claims) reportNotOurs(claim, existing, problems)
    return undefined
  }
  if (winner === undefined) return undefined
  for (const claim of claims) {
    if (claim !== winner && !isSameCertificate(claim, winner)) reportShared(claim, winner, problems)
  }
  if (existing === undefined) {
    return { kind: 'create', certificate: winner.certificate, source: winner.source.position }
  }
  const edits = certificateEdits(existing, winner.certificate, options)
  return edits.length > 0 ? { kind: 'update', position: existing.position, edits } : undefined
}

/**
 * The claim that an existing Certificate belongs to: that of its controller or, where our annotation makes it ours,
 * the first, unless it was made for a source that is wrong today and still names the Secret.
 */
function rightfulClaim(
  claims: readonly [Wish, ...Wish[]],
  existing: ExistingCertificate,
  view: View,
): Wish | undefined {
  if (existing.controller !== undefined) return claims.find(({ source }) => isControlledBy(existing, source))
  if (existing.madeFor === undefined) return undefined
  const maker = view.sources.find(
    (source) => source.namespace === existing.namespace && isMadeFor(existing, source),
  )
  return maker?.spoiled && maker.tls.named.has(existing.secretName) ? undefined : claims[0]
}

function isSameCertificate(a: Wish, b: Wish): boolean {
  return JSON.stringify(a.certificate.spec) === JSON.stringify(b.certificate.spec)
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
      ? 'It covers all hosts of this TLS configuration.'
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
    [at(object, 'spec', 'commonName')],
  ]
  const strings = names.flat().filter((name) => typeof name === 'string')
  return hosts.filter((host) => !strings.some((name) => covers(name, host)))
}

/**
 * The Certificates that were made for a source and whose Secret no source names any more. One whose source is wrong
 * today stays, since an error never costs a Certificate.
 */
function removals(view: View): readonly Change[] {
  if (view.hasUnnamedSource) return []
  const named = namedSecrets(view.sources)
  return view.certificates
    .filter((certificate) => isAbandoned(certificate, view.sources, named))
    .map(({ position }) => ({ kind: 'remove', position }))
}

function isAbandoned(
  certificate: ExistingCertificate,
  sources: readonly Source[],
  named: ReadonlySet<string>,
): boolean {
  if (certificate.malformed || named.has(secretKey(certificate.namespace, certificate.secretName)))
    return false
  if (certificate.madeFor === undefined && certificate.controller === undefined) return false
  const makers = sources.filter(
    (source) => source.namespace === certificate.namespace && isMadeFor(certificate, source),
  )
  if (makers.some((source) => source.spoiled)) return false
  return certificate.madeFor !== undefined || makers.length > 0
}

function namedSecrets(sources: readonly Source[]): ReadonlySet<string> {
  const named = new Set<string>()
  for (const { namespace, tls } of sources) {
    for (const name of tls.named) named.add(secretKey(namespace, name))
  }
  return named
}
