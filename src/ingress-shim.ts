import type { CheckedList } from './checks/check.ts'
import { checks, orderChecks } from './checks/checks.ts'
import { allOrders, type RegisteredDomain } from './checks/facts/acme/all-orders.ts'
import { type OrdersOfSet, ordersOf } from './checks/facts/acme/orders.ts'
import { ignoredByPosition } from './checks/facts/ignored-rules.ts'
import { hasCelRules, policyGroup, typesBesidePolicies } from './checks/facts/policies/policy.ts'
import type { EvaluateCel } from './checks/facts/policies/validations.ts'
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
import type { ExistingCertificate } from './shim/certificates/existing.ts'
import { Owners } from './shim/certificates/owners.ts'
import { reconcile } from './shim/certificates/reconcile.ts'
import { withSharedSecrets } from './shim/certificates/sharing/shared-secrets.ts'
import { type Inventory, readInventory, withoutDuplicates } from './shim/inventory.ts'
import type { Options } from './shim/options.ts'
import { renderSets, type SetView } from './shim/sets/render-sets.ts'
import { setsOf } from './shim/sets/sets.ts'
import { sourceKindOf, typesBeside } from './shim/sources/source-kinds.ts'

/** What a list needs so that it holds the Certificates that its sources ask for, and what is wrong with it. */
export interface Outcome {
  readonly changes: readonly Change<Generated>[]
  /** In list order; the same input always gives the same findings. */
  readonly findings: readonly Finding[]
}

/** What is decided about the Certificates of a set. */
export interface RenderedSet {
  readonly list: CheckedList
  /** Every Certificate that is there already, also one that is removed or there twice. */
  readonly existing: readonly ExistingCertificate[]
  readonly changes: readonly Change<Generated>[]
}

/** An outcome with what it was made of; it takes more memory for as long as somebody holds it. */
export interface Survey extends Outcome {
  readonly sets: readonly RenderedSet[]
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
  ['CertificateRequestPolicy', policyGroup],
])

/** What takes a list or a language of its own, and is big. */
export interface Libraries {
  /** The registered domain of a host, by the Public Suffix List. */
  readonly registeredDomain?: RegisteredDomain
  /** Rules in CEL, which policies have. */
  readonly evaluateCel?: EvaluateCel
}

export type LibraryLoaders = {
  readonly [Name in keyof Libraries]-?: () => Promise<NonNullable<Libraries[Name]>>
}

/** The kinds that the function looks at. */
export function wanted(apiVersion: string, kind: string): boolean {
  const group = groups.get(kind)
  if (group !== undefined) return groupOf(apiVersion) === group
  return kind.endsWith('Issuer') || sourceKindOf(apiVersion, kind) !== undefined
}

/** It looks at a resource of any other kind that has one of these, too: nobody may serve it. */
wanted.annotations = [annotation.clusterIssuer, annotation.issuer]

interface LookedAt {
  (apiVersion: string, kind: string): boolean
  readonly annotations: readonly string[]
}

const typesByGroup = new Map([...typesBeside, [policyGroup, typesBesidePolicies] as const])

/** Beside some kinds of sources, and policies, it looks at others, which most lists have for themselves. */
wanted.beside = {
  texts: [...typesByGroup.keys()],
  wanted(mentioned: ReadonlySet<string>): LookedAt {
    if (mentioned.size === 0) return wanted
    const types = new Set([...mentioned].flatMap((group) => typesByGroup.get(group) ?? []))
    const isWanted = (apiVersion: string, kind: string) =>
      wanted(apiVersion, kind) || types.has(`${kind}.${groupOf(apiVersion)}`)
    return Object.assign(isWanted, { annotations: wanted.annotations })
  },
}

/**
 * The pure core: manifests and options in, changes and findings out.
 *
 * The libraries answer what takes a list or a language of its own; where one is left out, what needs it is not said.
 */
export function ingressShim(
  manifests: readonly Manifest[],
  options: Options,
  libraries: Libraries = {},
): Outcome {
  return together(outcomesOf(manifests, options, libraries), options, libraries)
}

/** The same with libraries that are only loaded where a check needs them. */
export async function ingressShimLoading(
  manifests: readonly Manifest[],
  options: Options,
  load: LibraryLoaders,
): Promise<Outcome> {
  const hasRules = manifests.some(({ object }) => hasCelRules(object))
  const evaluateCel = hasRules ? await load.evaluateCel() : undefined
  const outcomes = outcomesOf(manifests, options, evaluateCel === undefined ? {} : { evaluateCel })
  const hasDomains = isOn(rateLimitDomain, options) && needsRegisteredDomain(ordersIn(outcomes))
  return together(outcomes, options, hasDomains ? { registeredDomain: await load.registeredDomain() } : {})
}

/** The same with all that is known of each set, and without what libraries answer. */
export function survey(manifests: readonly Manifest[], options: Options): Survey {
  const outcomes = outcomesOf(manifests, options, {})
  return { ...together(outcomes, options, {}), sets: outcomes.map(({ set }) => set) }
}

/** The outcome of a set, and what a check of all sets has to know of it. */
interface SetOutcome extends Outcome {
  readonly set: RenderedSet
  readonly orders: OrdersOfSet
  readonly ignored: IgnoredRules
}

type IgnoredRules = ReturnType<typeof ignoredByPosition>

function outcomesOf(
  manifests: readonly Manifest[],
  options: Options,
  libraries: Libraries,
): readonly SetOutcome[] {
  const problems: Problem[] = []
  const inventory = readInventory(manifests, options, problems)
  const sets = setsOf(manifests, inventory)
  return sets === undefined
    ? [outcomeOf(inventory, options, problems, libraries)]
    : renderSets(sets, inventory, (view) => outcomeIn(view, options, libraries))
}

function together(
  outcomes: readonly SetOutcome[],
  options: Options,
  { registeredDomain }: Libraries,
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
function outcomeIn({ manifests, isOwn }: SetView, options: Options, libraries: Libraries): SetOutcome {
  const problems: Problem[] = []
  const inventory = readInventory(manifests, options, problems, isOwn)
  const outcome = outcomeOf(inventory, options, problems, libraries)
  return { ...outcome, findings: outcome.findings.filter(({ position }) => isOwn(position)) }
}

function outcomeOf(
  inventory: Inventory,
  options: Options,
  problems: Problem[],
  { evaluateCel }: Libraries,
): SetOutcome {
  const admitted = desiredCertificates(inventory.sources, options, problems)
  const owners = new Owners(inventory.sources, admitted)
  const desired = withSharedSecrets(admitted, inventory, options, problems)
  const { changes, served, ...certificates } = reconcile(inventory, desired, owners, options, problems)
  const list = withoutDuplicates({ ...inventory, ...certificates, desired, options, evaluateCel })
  const ignored = ignoredByPosition(list.resources)
  for (const problem of problemsOfChecks(list, ignored)) problems.push(problem)
  const access = reconcileAccess(inventory, desired, owners, options, problems)
  const withoutCertificate = sourcesWithout(served, inventory)
  return {
    changes: [...changes, ...access],
    findings: findingsOf(withoutUnrendered(problems), withoutCertificate, options),
    set: { list, existing: inventory.certificates, changes },
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
