import { checks } from './checks/checks.ts'
import type { Change } from './manifest/change.ts'
import type { Finding, Severity } from './manifest/finding.ts'
import { groupOf, type Manifest } from './manifest/manifest.ts'
import type { Problem, Rule } from './manifest/rule.ts'
import type { Certificate } from './shim/certificates/certificate.ts'
import { desiredCertificates } from './shim/certificates/desired-certificates.ts'
import { reconcile } from './shim/certificates/reconcile.ts'
import { readInventory } from './shim/inventory.ts'
import type { Options } from './shim/options.ts'
import { sourceKindOf } from './shim/sources/source-kinds.ts'

/** What a list needs so that it holds the Certificates that its sources ask for, and what is wrong with it. */
export interface Outcome {
  readonly changes: readonly Change<Certificate>[]
  /** In list order; the same input always gives the same findings. */
  readonly findings: readonly Finding[]
}

/** The groups of the kinds that are looked at, beside sources. */
const groups: ReadonlyMap<string, string> = new Map([
  ['Certificate', 'cert-manager.io'],
  ['Issuer', 'cert-manager.io'],
  ['ClusterIssuer', 'cert-manager.io'],
  ['Secret', ''],
  ['HTTPRoute', 'gateway.networking.k8s.io'],
])

/** The kinds that the function looks at; all others pass through unread. */
export function wanted(apiVersion: string, kind: string): boolean {
  const group = groups.get(kind)
  return group === undefined ? sourceKindOf(apiVersion, kind) !== undefined : groupOf(apiVersion) === group
}

/** The pure core: manifests and options in, changes and findings out. */
export function ingressShim(manifests: readonly Manifest[], options: Options): Outcome {
  const problems: Problem[] = []
  const inventory = readInventory(manifests, options, problems)
  const desired = desiredCertificates(inventory.sources, options, problems)
  const changes = reconcile(inventory, desired, options, problems)
  const list = { ...inventory, desired, options }
  for (const check of checks) {
    if (severityOf(check.rule, options) === 'off') continue
    for (const problem of check.find(list)) problems.push(problem)
  }
  return { changes, findings: findingsOf(problems, options) }
}

function severityOf(rule: Rule, { rules }: Options): Severity | 'off' {
  return (Object.hasOwn(rules, rule.id) ? rules[rule.id] : undefined) ?? rule.severity
}

/** Applies the user's severities, and sorts by the items' places in the list. */
function findingsOf(problems: readonly Problem[], options: Options): readonly Finding[] {
  return problems
    .flatMap(({ rule, ...problem }) => {
      const severity = severityOf(rule, options)
      return severity === 'off' ? [] : { rule: rule.id, severity, ...problem }
    })
    .sort((a, b) => a.position - b.position)
}
