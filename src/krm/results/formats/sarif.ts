import type { Rule } from '../../../manifest/rule.ts'
import { documentationOf, homepage } from '../documentation.ts'
import { fingerprintsOf } from '../fingerprint.ts'
import type { LocatedResult, Location } from '../locator.ts'
import type { Result } from '../result.ts'
import { visible, visibleJson } from '../visible.ts'
import type { Presentation, Tool } from './formats.ts'
import { placeOf, ruleOf, subjectOf } from './wording.ts'

const levels = { error: 'error', warning: 'warning', info: 'note' } as const

/** The root that all files are relative to: the working directory. */
const root = 'SRCROOT'

/**
 * The results as a SARIF log, which code scanning services read.
 *
 * Source: Static Analysis Results Interchange Format 2.1.0, OASIS Standard; what GitHub needs of it is in "SARIF support
 * for code scanning" of its documentation, and in the rules `Sarif;Ghas` of SARIF Multitool.
 */
export function formatSarif(located: readonly LocatedResult[], { tool }: Pick<Presentation, 'tool'>): string {
  const used = new Set(located.map(({ result }) => ruleOf(result)))
  const rules = tool.rules.filter(({ id }) => used.has(id))
  const fingerprints = fingerprintsOf(located)
  const run = {
    tool: { driver: driverOf(tool, rules) },
    results: located.map((one, index) => ({
      ...resultInSarif(one, rules),
      partialFingerprints: { 'ruleResourceField/v1': fingerprints[index] },
    })),
    columnKind: 'utf16CodeUnits',
  }
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }
  return `${visibleJson(log)}\n`
}

function driverOf(tool: Tool, rules: readonly Rule[]) {
  return {
    name: tool.name,
    version: tool.version,
    semanticVersion: tool.version,
    ...(homepage !== undefined && { informationUri: homepage }),
    rules: rules.map((rule) => ruleInSarif(rule, tool)),
  }
}

function ruleInSarif({ id, severity, summary }: Rule, tool: Tool) {
  const page = tool.pageOf(id)
  const helpUri = documentationOf(id)
  return {
    id,
    name: id.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: summary },
    fullDescription: { text: (page && descriptionIn(page)) || summary },
    help: { text: `Run ${tool.name} explain ${id}.`, ...(page !== undefined && { markdown: page }) },
    ...(helpUri !== undefined && { helpUri }),
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: ['cert-manager', 'kubernetes'] },
  }
}

/** The paragraph of a rule's page behind its summary, as plain text. */
function descriptionIn(page: string): string | undefined {
  const [, , description] = page.split('\n\n')
  return description?.replaceAll('\n', ' ').replaceAll('`', '').trim()
}

function resultInSarif({ result, location }: LocatedResult, rules: readonly Rule[]) {
  const ruleId = ruleOf(result)
  const ruleIndex = rules.findIndex(({ id }) => id === ruleId)
  const message = visible(result.message)
  return {
    ruleId,
    ...(ruleIndex !== -1 && { ruleIndex }),
    level: levels[result.severity],
    message: { text: location.isFile ? message : `${visible(placeOf(location))}: ${message}` },
    locations: [{ ...physical(location), ...logical(result) }],
  }
}

function physical({ path, line = 1, isFile }: Location) {
  if (!isFile) return {}
  const uri = path.split('/').map(encodeURIComponent).join('/')
  return { physicalLocation: { artifactLocation: { uri, uriBaseId: root }, region: { startLine: line } } }
}

function logical(result: Result) {
  const fullyQualifiedName = visible(subjectOf(result))
  return fullyQualifiedName === '' ? {} : { logicalLocations: [{ fullyQualifiedName }] }
}
