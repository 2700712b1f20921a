import type { Finding, Severity } from './manifest/finding.ts'
import type { Problem, Rule } from './manifest/rule.ts'
import type { Options } from './shim/options.ts'
import { shimRules } from './shim/rules.ts'

/** Whether the user wants to hear of a rule at all. */
export function isOn({ rule }: { readonly rule: Rule }, options: Options): boolean {
  return severityOf(rule, options) !== 'off'
}

/** Nothing else is said of a field that holds a template: whatever it becomes is unknown. */
export function withoutUnrendered(problems: readonly Problem[]): readonly Problem[] {
  const isTemplate = ({ rule }: Problem) => rule.id === shimRules.templateNotRendered.id
  const templates = new Set(problems.filter(isTemplate).map(fieldKey))
  if (templates.size === 0) return problems
  return problems.filter((problem) => isTemplate(problem) || !templates.has(fieldKey(problem)))
}

function fieldKey({ position, field }: Problem): string {
  return `${position} ${field?.path}`
}

function severityOf(rule: Rule, { rules }: Options): Severity | 'off' {
  return (Object.hasOwn(rules, rule.id) ? rules[rule.id] : undefined) ?? rule.severity
}

/** Applies the user's severities, and marks the infos that a user has to see. */
export function findingsOf(
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
