import type { Change } from './shim/change.ts'
import { isCertificate } from './shim/existing.ts'
import type { Finding } from './shim/finding.ts'
import type { Manifest } from './shim/manifest.ts'
import type { Options } from './shim/options.ts'
import { reconcile } from './shim/reconcile.ts'
import type { Problem } from './shim/rule.ts'
import { sourceKindOf } from './shim/source-kinds.ts'
import { readView } from './shim/view.ts'
import { wishesOf } from './shim/wishes.ts'

/** What a list needs so that it holds the Certificates that its sources ask for, and what is wrong with it. */
export interface Outcome {
  readonly changes: readonly Change[]
  /** In list order; the same input always gives the same findings. */
  readonly findings: readonly Finding[]
}

/** The kinds that the function looks at; all others pass through unread. */
export function wanted(apiVersion: string, kind: string): boolean {
  return sourceKindOf(apiVersion, kind) !== undefined || isCertificate(apiVersion, kind)
}

/** The pure core: manifests and options in, changes and findings out. */
export function ingressShim(manifests: readonly Manifest[], options: Options): Outcome {
  const problems: Problem[] = []
  const view = readView(manifests, options, problems)
  const wishes = wishesOf(view.sources, options, problems)
  const changes = reconcile(view, wishes, options, problems)
  return { changes, findings: findingsOf(problems, options) }
}

/** Applies the user's severities, and sorts by the items' places in the list. */
function findingsOf(problems: readonly Problem[], options: Options): readonly Finding[] {
  return problems
    .flatMap(({ rule, ...problem }) => {
      const severity = Object.hasOwn(options.rules, rule.id) ? options.rules[rule.id] : rule.severity
      return severity === undefined || severity === 'off' ? [] : { rule: rule.id, severity, ...problem }
    })
    .sort((a, b) => a.position - b.position)
}
