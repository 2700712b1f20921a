import { parseAllDocuments } from 'yaml'
import { checks } from '../../src/checks/checks.ts'
import { ingressShim } from '../../src/ingress-shim.ts'
import { functionConfigInvalid, resourceOutOfReach } from '../../src/krm/results/results.ts'
import type { Finding } from '../../src/manifest/finding.ts'
import { at } from '../../src/manifest/manifest.ts'
import type { Rule } from '../../src/manifest/rule.ts'
import { foreignAnnotation } from '../../src/shim/annotations.ts'
import { defaultOptions, type Options } from '../../src/shim/options.ts'
import { shimRules } from '../../src/shim/rules.ts'

/** Every rule there is, in the order of the page. */
export const rules: readonly Rule[] = [
  ...Object.values(shimRules),
  ...checks.map(({ rule }) => rule),
  functionConfigInvalid,
  resourceOutOfReach,
]

/** Options that an example needs. */
const optionsFor: Readonly<Record<string, Partial<Options>>> = {
  'venafi-custom-fields': { extraCertificateAnnotations: [foreignAnnotation.venafiCustomFields] },
}

/** The ids of the sections of the page. */
export function sectionsOf(page: string): readonly string[] {
  return [...page.matchAll(/^## (.*)$/gm)].map(([, id]) => id ?? '')
}

/** The page with everything that the code knows better: the table, the severities, and what the examples give. */
export function refreshed(page: string): string {
  const [introduction = '', ...sections] = page.split(/^(?=## )/m)
  return [withTable(introduction), ...sections.map(refreshedSection)].join('')
}

function withTable(introduction: string): string {
  const rows = rules.map(({ id, severity, summary }) => `| [${id}](#${id}) | ${severity} | ${summary} |`)
  return introduction.replace(/(?<=^\| --- \| --- \| --- \|\n)(?:\|.*\n)*/m, `${rows.join('\n')}\n`)
}

function refreshedSection(section: string): string {
  const rule = ruleOf(section)
  if (rule === undefined) return section
  const found = findingsIn(section).map(lineOf)
  return section
    .replace(/^(## .*\n\n).*$/m, `$1*${rule.severity}*: ${rule.summary}`)
    .replace(/```text\n.*?```/s, () => `\`\`\`text\n${found.join('')}\`\`\``)
}

/** The ids of the rules that speak of each example, by the id of the section that it is in. */
export function rulesShown(page: string): ReadonlyMap<string, readonly string[]> {
  const sections = page.split(/^(?=## )/m).filter((section) => section.includes('```text'))
  return new Map(
    sections.map((section) => [
      ruleOf(section)?.id ?? '',
      [...new Set(findingsIn(section).map(({ finding }) => finding.rule))],
    ]),
  )
}

function ruleOf(section: string): Rule | undefined {
  const [, id] = /^## (.*)$/m.exec(section) ?? []
  return rules.find((rule) => rule.id === id)
}

interface Found {
  readonly finding: Finding
  readonly item: unknown
}

/** What is found in the example of a section. */
function findingsIn(section: string): readonly Found[] {
  const [, example = ''] = /```yaml\n(.*?)```/s.exec(section) ?? []
  const items = parseAllDocuments(example).map((document) => document.toJS())
  const manifests = items.map((object, position) => ({ object, position }))
  const options = { ...defaultOptions, ...optionsFor[ruleOf(section)?.id ?? ''] }
  return ingressShim(manifests, options).findings.map((finding) => ({
    finding,
    item: items[finding.position],
  }))
}

/** The resource and field, the message, and what should stand there. */
function lineOf({ finding: { field, message }, item }: Found): string {
  const proposed = field?.proposedValue === undefined ? '' : `\n  proposed: ${field.proposedValue}`
  return `${at(item, 'kind')} ${at(item, 'metadata', 'name')}, ${field?.path}:\n  ${message}${proposed}\n`
}
