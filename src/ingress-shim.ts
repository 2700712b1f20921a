import type { CheckedList } from './checks/check.ts'
import { checks } from './checks/checks.ts'
import { ignoredByPosition } from './checks/facts/ignored-rules.ts'
import type { Change } from './manifest/change.ts'
import type { Finding, Severity } from './manifest/finding.ts'
import { groupOf, type Manifest } from './manifest/manifest.ts'
import type { Problem, Rule } from './manifest/rule.ts'
import type { Role, RoleBinding } from './shim/access/access.ts'
import { reconcileAccess } from './shim/access/reconcile-access.ts'
import { annotation } from './shim/annotations.ts'
import type { Certificate } from './shim/certificates/certificate.ts'
import { secretKey } from './shim/certificates/certificates-by-secret.ts'
import { type DesiredCertificate, desiredCertificates } from './shim/certificates/desired-certificates.ts'
import type { ExistingCertificate } from './shim/certificates/existing.ts'
import { reconcile } from './shim/certificates/reconcile.ts'
import { type Inventory, readInventory, withoutDuplicates } from './shim/inventory.ts'
import type { Options } from './shim/options.ts'
import { shimRules } from './shim/rules.ts'
import { type ManifestSet, setsOf } from './shim/sets/sets.ts'
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
  /** Who gets each Secret that has its Certificate now, new or there already. */
  readonly served: ReadonlyMap<string, DesiredCertificate>
}

/** An outcome with what it was made of. */
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

/** The pure core: manifests and options in, changes and findings out. */
export function ingressShim(manifests: readonly Manifest[], options: Options): Outcome {
  const { changes, findings } = survey(manifests, options)
  return { changes, findings }
}

/** The same, with all that is known of each set; it takes more memory for as long as somebody holds it. */
export function survey(manifests: readonly Manifest[], options: Options): Survey {
  const problems: Problem[] = []
  const inventory = readInventory(manifests, options, problems)
  const sets = setsOf(manifests, inventory)
  const outcomes =
    sets === undefined
      ? [outcomeOf(inventory, options, problems)]
      : sets.map((set) => outcomeIn(set, options))
  return {
    changes: outcomes.flatMap(({ changes }) => changes),
    findings: outcomes.flatMap(({ findings }) => findings).sort((a, b) => a.position - b.position),
    sets: outcomes.map(({ set }) => set),
  }
}

interface SetOutcome extends Outcome {
  readonly set: RenderedSet
}

/** What is found about a set's own items; what it only sees of others is told of those. */
function outcomeIn({ manifests, isOwn }: ManifestSet, options: Options): SetOutcome {
  const problems: Problem[] = []
  const inventory = readInventory(manifests, options, problems, isOwn)
  const { findings, ...others } = outcomeOf(inventory, options, problems)
  return { ...others, findings: findings.filter(({ position }) => isOwn(position)) }
}

function outcomeOf(inventory: Inventory, options: Options, problems: Problem[]): SetOutcome {
  const desired = desiredCertificates(inventory.sources, options, problems)
  const { changes, served, ...certificates } = reconcile(inventory, desired, options, problems)
  const list = withoutDuplicates({ ...inventory, ...certificates, desired, options })
  for (const problem of problemsOfChecks(list)) problems.push(problem)
  const access = reconcileAccess(inventory, desired, options, problems)
  const withoutCertificate = sourcesWithout(served, inventory)
  return {
    changes: [...changes, ...access],
    findings: findingsOf(withoutUnrendered(problems), withoutCertificate, options),
    set: { list, existing: inventory.certificates, changes, served },
  }
}

/** What the checks find, less what the resources themselves ask not to hear of. */
function* problemsOfChecks(list: CheckedList): Iterable<Problem> {
  const ignored = ignoredByPosition(list.resources)
  for (const check of checks) {
    if (severityOf(check.rule, list.options) === 'off') continue
    for (const problem of check.find(list)) {
      if (!ignored.get(problem.position)?.has(problem.rule.id)) yield problem
    }
  }
}

/** Nothing else is said of a field that holds a template: whatever it becomes is unknown. */
function withoutUnrendered(problems: readonly Problem[]): readonly Problem[] {
  const isTemplate = ({ rule }: Problem) => rule.id === shimRules.templateNotRendered.id
  const templates = new Set(problems.filter(isTemplate).map(fieldKey))
  if (templates.size === 0) return problems
  return problems.filter((problem) => isTemplate(problem) || !templates.has(fieldKey(problem)))
}

function fieldKey({ position, field }: Problem): string {
  return `${position} ${field?.path}`
}

/** The positions of the sources that get no Certificate. */
function sourcesWithout(served: ReadonlyMap<string, unknown>, { sources }: Inventory): ReadonlySet<number> {
  const without = sources.filter(
    ({ tls }) => !tls.secrets.some(({ namespace, name }) => served.has(secretKey(namespace, name))),
  )
  return new Set(without.map(({ position }) => position))
}

function severityOf(rule: Rule, { rules }: Options): Severity | 'off' {
  return (Object.hasOwn(rules, rule.id) ? rules[rule.id] : undefined) ?? rule.severity
}

/** Applies the user's severities, and marks the infos that a user has to see. */
function findingsOf(
  problems: readonly Problem[],
  withoutCertificate: ReadonlySet<number>,
  options: Options,
): readonly Finding[] {
  const graded = problems.flatMap(({ rule, ...problem }) => {
    const severity = severityOf(rule, options)
    return severity === 'off' ? [] : { rule, severity, problem }
  })
  const told = new Set(
    graded.filter(({ severity }) => severity !== 'info').map(({ problem }) => problem.position),
  )
  return graded.map(({ rule, severity, problem }) => {
    const { position } = problem
    const isOnlyWord = withoutCertificate.has(position) && !told.has(position)
    const isShown = severity === 'info' && (rule.alwaysShown || isOnlyWord)
    return { rule: rule.id, severity, ...problem, ...(isShown && { alwaysShown: true }) }
  })
}
