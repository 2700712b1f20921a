import type { Rule } from '../../../manifest/rule.ts'
import type { LocatedResult, Location } from '../locator.ts'
import type { Result } from '../result.ts'
import { ruleOf, subjectOf } from './wording.ts'

/** The program that found the results. */
export interface Tool {
  readonly name: string
  readonly version: string
  readonly rules: readonly Rule[]
}

const levels = { error: 'error', warning: 'warning', info: 'note' } as const

/**
 * The results as a SARIF log, which code scanning services read.
 *
 * Source: Static Analysis Results Interchange Format 2.1.0, OASIS Standard; what GitHub needs of it is in "SARIF support
 * for code scanning" of its documentation.
 */
export function formatSarif(located: readonly LocatedResult[], tool: Tool): string {
  const used = new Set(located.map(({ result }) => ruleOf(result)))
  const rules = tool.rules.filter(({ id }) => used.has(id))
  const run = {
    tool: { driver: { name: tool.name, version: tool.version, rules: rules.map(ruleInSarif) } },
    results: located.map(resultInSarif),
  }
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }
  return `${JSON.stringify(log, undefined, 2)}\n`
}

function ruleInSarif({ id, severity, summary }: Rule) {
  return { id, shortDescription: { text: summary }, defaultConfiguration: { level: levels[severity] } }
}

function resultInSarif({ result, location }: LocatedResult) {
  return {
    ruleId: ruleOf(result),
    level: levels[result.severity],
    message: { text: result.message },
    locations: [{ physicalLocation: physical(location), ...logical(result) }],
  }
}

function physical({ path, line }: Location) {
  return {
    artifactLocation: { uri: path.split('/').map(encodeURIComponent).join('/') },
    ...(line !== undefined && { region: { startLine: line } }),
  }
}

function logical(result: Result) {
  const fullyQualifiedName = subjectOf(result)
  return fullyQualifiedName === '' ? {} : { logicalLocations: [{ fullyQualifiedName }] }
}
