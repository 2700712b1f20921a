import type { CheckedList } from './checks/check.ts'
import { checks, orderChecks } from './checks/checks.ts'
import { allOrders, type RegisteredDomain } from './checks/facts/acme/all-orders.ts'
import { type OrdersOfSet, ordersOf } from './checks/facts/acme/orders.ts'
import { ignoredByPosition } from './checks/facts/ignored-rules.ts'
import { needsRegisteredDomain, rateLimitDomain } from './checks/rate-limit-domain.ts'
import { findingsOf, isOn, withoutUnrendered } from './findings.ts'
import type { Change } from './manifest/change.ts'
import type { Finding } from './manifest/finding.ts'
import { groupOf, type Manifest } from './manifest/manifest.ts'
import type { Problem } from './manifest/rule.ts'
import type { Role, RoleBinding } from './shim/access/access.ts'
import { reconcileAccess } from './shim/access/reconcile-access.ts'
import { annotation } from './shim/annotations.ts'
import type { Certificate } from './shim/certificates/certificate.ts'
import { secretKey } from './shim/certificates/certificates-by-secret.ts'
import { desiredCertificates } from './shim/certificates/desired-certificates.ts'
import { Owners } from './shim/certificates/owners.ts'
import { reconcile } from './shim/certificates/reconcile.ts'
import { withSharedSecrets } from './shim/certificates/sharing/shared-secrets.ts'
import { type Inventory, readInventory, withoutDuplicates } from './shim/inventory.ts'
import type { Options } from './shim/options.ts'
import { type ManifestSet, setsOf } from './shim/sets/sets.ts'
import { sourceKindOf, typesBeside } from './shim/sources/source-kinds.ts'

/** What a list needs so that it holds the Certificates that its sources ask for, and what is wrong with it. */
export interface Outcome {
  readonly changes: readonly Change<Generated>[]
  /** In list order; the same input always gives the same findings. */
  readonly findings: readonly Finding[]
}

/** What the function writes: Certificates, and what lets somebody read their Secrets. */
export type Generated = Certificate | Role | RoleBinding

/** The groups of the kinds that are looked at, beside sources and issuers. */
const groups: ReadonlyMap<string, string> = new Map([
  ['Certificate', 'cert-manager.io'],
  ['XListenerSet', 'gateway.networking.x-k8s.io'],
  ['Secret', ''],
  ['SealedSecret', 'bitnami.com'],
  ['ExternalSecret', 'external-secrets.io'],
  ['VaultStaticSecret', 'secrets.hashicorp.com'],
  ['SopsSecret', 'isindir.github.com'],
])

/** The kinds that the function looks at. */
export function wanted(apiVersion: string, kind: string): boolean {
  const group = groups.get(kind)
  if (group !== undefined) return groupOf(apiVersion) === group
  return kind.endsWith('Issuer') || sourceKindOf(apiVersion, kind) !== undefined
}

/** It looks at a resource of any other kind that has one of these, too: nobody may serve it. */
wanted.annotations = [annotation.clusterIssuer, annotation.issuer]

/** Beside some kinds of sources it looks at others, which most lists have for themselves. */
wanted.beside = (mentions: (text: string) => boolean) => {
  const types = typesBeside(mentions)
  const isWanted = (apiVersion: string, kind: string) =>
    wanted(apiVersion, kind) || types.has(`${kind}.${groupOf(apiVersion)}`)
  return Object.assign(isWanted, { annotations: wanted.annotations })
}

/**
 * The pure core: manifests and options in, changes and findings out.
 *
 * `registeredDomain` gives the registered domain of a host by the Public Suffix List; without it, `rate-limit-domain` says
 * nothing.
 */
export function ingressShim(
  manifests: readonly Manifest[],
  options: Options,
  registeredDomain?: RegisteredDomain,
): Outcome {
  return together(outcomesOf(manifests, options), options, registeredDomain)
}

/** The same with a Public Suffix List that is only loaded where a check needs it. */
export async function ingressShimWithDomains(
  manifests: readonly Manifest[],
  options: Options,
  loadRegisteredDomain: () => Promise<RegisteredDomain>,
): Promise<Outcome> {
  const outcomes = outcomesOf(manifests, options)
  const isNeeded = isOn(rateLimitDomain, options) && needsRegisteredDomain(ordersIn(outcomes))
  return together(outcomes, options, isNeeded ? await loadRegisteredDomain() : undefined)
}

/** The outcome of a set, and what a check of all sets has to know of it. */
interface SetOutcome extends Outcome {
  readonly orders: OrdersOfSet
  readonly ignored: IgnoredRules
}

type IgnoredRules = ReturnType<typeof ignoredByPosition>

function outcomesOf(manifests: readonly Manifest[], options: Options): readonly SetOutcome[] {
  const problems: Problem[] = []
  const inventory = readInventory(manifests, options, problems)
  const sets = setsOf(manifests, inventory)
  return sets === undefined
    ? [outcomeOf(inventory, options, problems)]
    : sets.map((set) => outcomeIn(set, options))
}

function together(
  outcomes: readonly SetOutcome[],
  options: Options,
  registeredDomain: RegisteredDomain | undefined,
): Outcome {
  const orders = { ...ordersIn(outcomes), registeredDomain }
  const problems = orderChecks.flatMap((check) => (isOn(check, options) ? [...check.find(orders)] : []))
  const ignored = new Map(outcomes.flatMap((outcome) => [...outcome.ignored]))
  const heard = problems.filter((problem) => !isIgnored(problem, ignored))
  const findings = [...outcomes.flatMap(({ findings }) => findings), ...findingsOf(heard, new Set(), options)]
  return {
    changes: outcomes.flatMap(({ changes }) => changes),
    findings: findings.sort((a, b) => a.position - b.position),
  }
}

function ordersIn(outcomes: readonly SetOutcome[]) {
  return allOrders(outcomes.map(({ orders }) => orders))
}

/** What is found about a set's own items; what it only sees of others is told of those. */
function outcomeIn({ manifests, isOwn }: ManifestSet, options: Options): SetOutcome {
  const problems: Problem[] = []
  const inventory = readInventory(manifests, options, problems, isOwn)
  const outcome = outcomeOf(inventory, options, problems)
  return { ...outcome, findings: outcome.findings.filter(({ position }) => isOwn(position)) }
}

function outcomeOf(inventory: Inventory, options: Options, problems: Problem[]): SetOutcome {
  const admitted = desiredCertificates(inventory.sources, options, problems)
  const owners = new Owners(inventory.sources, admitted)
  const desired = withSharedSecrets(admitted, inventory, options, problems)
  const { changes, served, ...certificates } = reconcile(inventory, desired, owners, options, problems)
  const list = withoutDuplicates({ ...inventory, ...certificates, desired, options })
  const ignored = ignoredByPosition(list.resources)
  for (const problem of problemsOfChecks(list, ignored)) problems.push(problem)
  const access = reconcileAccess(inventory, desired, owners, options, problems)
  const withoutCertificate = sourcesWithout(served, inventory)
  return {
    changes: [...changes, ...access],
    findings: findingsOf(withoutUnrendered(problems), withoutCertificate, options),
    orders: ordersOf(list),
    ignored,
  }
}

/** What the checks find, less what the resources themselves ask not to hear of. */
function* problemsOfChecks(list: CheckedList, ignored: IgnoredRules): Iterable<Problem> {
  for (const check of checks) {
    if (!isOn(check, list.options)) continue
    for (const problem of check.find(list)) {
      if (!isIgnored(problem, ignored)) yield problem
    }
  }
}

function isIgnored({ position, rule }: Problem, ignored: IgnoredRules): boolean {
  return ignored.get(position)?.has(rule.id) === true
}

/** The positions of the sources that get no Certificate. */
function sourcesWithout(served: ReadonlySet<string>, { sources }: Inventory): ReadonlySet<number> {
  const without = sources.filter(
    ({ tls }) => !tls.secrets.some(({ namespace, name }) => served.has(secretKey(namespace, name))),
  )
  return new Set(without.map(({ position }) => position))
}
