import { allRules } from '../../function.ts'
import type { Host } from '../../host/host.ts'
import { nearest } from '../../manifest/nearest.ts'
import { CallError } from '../call-error.ts'
import { tool } from '../tool.ts'
import { pagesOf } from './pages.ts'

/**
 * The page of a rule, or a line for each rule there is.
 *
 * @throws CallError for a rule that doesn't exist
 */
export function explain(host: Host, id: string | undefined): string {
  if (id === undefined) return list()
  const rule = allRules().find((rule) => rule.id === id)
  if (rule === undefined) throw unknownRule(id)
  return pagesOf(host)(id) ?? `# ${id}\n\n*${rule.severity}*: ${rule.summary}\n`
}

function list(): string {
  const rules = allRules()
  const width = Math.max(...rules.map(({ id }) => id.length))
  return rules
    .map(({ id, severity, summary }) => `${id.padEnd(width)}  ${severity.padEnd(7)}  ${summary}\n`)
    .join('')
}

function unknownRule(id: string): CallError {
  const meant = nearest(
    id,
    allRules().map(({ id }) => id),
  )
  const hint = meant === undefined ? `\`${tool.name} explain\` lists all of them.` : `Did you mean ${meant}?`
  return new CallError(`There is no rule ${id}. ${hint}`)
}
