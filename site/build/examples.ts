import { parseAllDocuments } from 'yaml'
import { at, isFields } from '../../src/manifest/manifest.ts'
import type { Settings } from '../playground/engine/protocol.ts'
import { rendered } from '../playground/engine/render.ts'
import { readmePart } from './readme.ts'
import { filesBelow, readText } from './repository.ts'

/** Something to start from in the playground. */
export interface Example {
  readonly id: string
  readonly group: string
  readonly description: string
  readonly text: string
  readonly settings: Settings
}

/** What people get wrong most; the other rules follow. */
const frequent = [
  'invalid-annotation',
  'annotation-not-string',
  'unknown-annotation',
  'issuer-missing',
  'issuer-conflict',
  'host-not-covered',
  'tls-missing',
  'tls-hosts-missing',
  'duplicate-secret-name',
  'secret-issued-twice',
  'certificate-rejected',
  'acme-wildcard-http01',
  'deprecated-api',
  'template-not-rendered',
]

/** Every example of the playground, in order. */
export async function examples(): Promise<readonly Example[]> {
  const rules = await ruleExamples()
  const isFrequent = ({ id }: Example) => frequent.includes(id)
  return [
    start(),
    ...(await packages()),
    ...frequent
      .flatMap((id) => rules.filter((rule) => rule.id === id))
      .map((rule) => ({ ...rule, group: 'Frequent mistakes' })),
    ...rules.filter((rule) => !isFrequent(rule)),
  ]
}

/** The Ingress of the README, and a second one with the mistake that the README shows. */
function start(): Example {
  const ingress = blockText('before')
  const mistaken = ingress
    .replaceAll('shop', 'docs')
    .replace(/\n {4}- www.*/, '')
    .replace('2160h # 90 days', '90d')
  return {
    id: 'two-ingresses',
    group: 'Start',
    description: 'Two Ingresses, one of them with a mistake.',
    text: `${ingress}---\n${mistaken}`,
    settings: {},
  }
}

function blockText(name: string): string {
  return readmePart(name).replace(/^```yaml\n|```$/g, '')
}

/** The packages in examples/ that show one kind of source, or one way to use it, without what is generated in them. */
async function packages(): Promise<readonly Example[]> {
  const rows = [...readText('README.md').matchAll(/^\| \[(\S+)\]\((examples\/\S+)\) \| (.+) \|$/gm)]
  const found = rows.flatMap(([, name = '', folder = '', description = '']) => {
    const files = filesBelow(folder)
    if (files.some((file) => file.split('/').length > folder.split('/').length + 1)) return []
    const manifests = files.filter(
      (file) => file.endsWith('.yaml') && !isLeftOut(file.slice(folder.length + 1)),
    )
    if (manifests.length === 0) return []
    const group = /^sources\/|^ingress$/.test(name) ? 'Kinds of source' : 'Ways to use it'
    return [exampleOf(name.replace('sources/', ''), group, description, manifests.map(readText))]
  })
  const renderings = await Promise.all(found.map(({ text, settings }) => rendered(text, settings, '')))
  return found.filter((_, index) =>
    renderings[index]?.results.every(({ rule }) => rule !== 'function-config-invalid'),
  )
}

function isLeftOut(name: string): boolean {
  return /^(certificate|role|rolebinding)_|^(kustomization|rendered|plugin|application|repo-server)\b|^values/.test(
    name,
  )
}

/** The examples on the pages of rules, those that the rule is also found in here: some speak of folders alone. */
async function ruleExamples(): Promise<readonly Example[]> {
  const found: Example[] = []
  for (const file of filesBelow('docs/rules')) {
    const page = readText(file)
    const [, id = '', , summary = ''] = /^# (\S+)\n\n\*(\w+)\*: (.*)$/m.exec(page) ?? []
    const [, text = ''] = /^```yaml\n(.*?)^```$/ms.exec(page) ?? []
    const example = exampleOf(id, 'All other rules', summary, [text])
    const { results } = await rendered(example.text, example.settings, '')
    if (results.some(({ rule }) => rule === id)) found.push(example)
  }
  return found
}

/** Puts manifests together; an IngressShim among them becomes the settings. */
function exampleOf(id: string, group: string, description: string, manifests: readonly string[]): Example {
  const documents = manifests
    .flatMap((manifest) => manifest.split(/^---\n/m))
    .filter((text) => text.trim() !== '')
  const settings = documents.map(settingsIn)
  const text = documents.filter((_, index) => settings[index] === undefined).join('---\n')
  return { id, group, description, text, settings: settings.find((found) => found !== undefined) ?? {} }
}

function settingsIn(document: string): Settings | undefined {
  const [value] = parseAllDocuments(document).map((parsed): unknown => parsed.toJS())
  const spec = at(value, 'spec')
  return at(value, 'kind') === 'IngressShim' && isFields(spec) ? spec : undefined
}
