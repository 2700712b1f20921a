import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { type Document, parse, parseAllDocuments, stringify } from 'yaml'
import { rulesOfChecks } from '../../src/checks/checks.ts'
import { certificateUnlisted, certificateUnpatched } from '../../src/command/folder/rules.ts'
import { protocolRules } from '../../src/function.ts'
import { fileUnreadable } from '../../src/krm/results/results.ts'
import { at } from '../../src/manifest/manifest.ts'
import type { Rule } from '../../src/manifest/rule.ts'
import { certificateAdopted } from '../../src/shim/certificates/adoption.ts'
import { driftRules } from '../../src/shim/certificates/drift.ts'
import { shimRules } from '../../src/shim/rules.ts'
import { runCommand } from '../command.ts'

/** Every rule there is, in the order of the index. */
export const rules: readonly Rule[] = [
  ...Object.values(shimRules),
  ...rulesOfChecks,
  ...Object.values(driftRules),
  ...protocolRules,
]

/** The rules that only speak of folders. */
const folderRules: readonly string[] = [
  ...Object.values(driftRules),
  fileUnreadable,
  certificateUnlisted,
  certificateUnpatched,
  certificateAdopted,
].map(({ id }) => id)

const folder = new URL('../../docs/rules/', import.meta.url)
const indexName = 'README.md'

/** The ids of the rules that have a page. */
export function pages(): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name !== indexName)
    .map((name) => name.replace(/\.md$/, ''))
}

export function readPage(id: string): string {
  return readFileSync(new URL(`${id}.md`, folder), 'utf8')
}

export function readIndex(): string {
  return readFileSync(new URL(indexName, folder), 'utf8')
}

/** The test of a check, wherever it is; an empty text where it has none. */
export function readTest(id: string): string {
  const tests = new URL('.', import.meta.url)
  const file = readdirSync(tests, { recursive: true, encoding: 'utf8' }).find(
    (name) => basename(name) === `${id}.test.ts`,
  )
  return file === undefined ? '' : readFileSync(new URL(file, tests), 'utf8')
}

/** The index with a row for each rule as the code has it. */
export function refreshedIndex(index: string): string {
  const rows = rules.map(({ id, severity, summary }) => `| [${id}](${id}.md) | ${severity} | ${summary} |\n`)
  return index.replace(/(?<=^\| --- \| --- \| --- \|\n)(?:\|.*\n)*/m, () => rows.join(''))
}

/** The page with what the code knows better: the severity, the summary, and the results of the example. */
export function refreshedPage(
  page: string,
  { id, severity, summary }: Rule,
  results: readonly unknown[],
): string {
  return page
    .replace(/^# .*\n\n.*$/m, () => `# ${id}\n\n*${severity}*: ${summary}`)
    .replace(/(?<=```text\n).*?(?=```)/s, () => results.map(shownResult).join(''))
}

/** The example of a page. */
export function exampleOf(page: string): string {
  const [, example = ''] = /```yaml\n(.*?)```/s.exec(page) ?? []
  return example
}

/** The example of a page with the changes that the page shows: `-` before a line that goes, `+` before a new one. */
export function fixedExampleOf(page: string): string {
  const hunks = [...page.matchAll(/```diff\n(.*?)```/gs)].map(([, hunk = '']) => hunk)
  return hunks.reduce((example, hunk) => {
    const [before, after] = [linesOf(hunk, '+'), linesOf(hunk, '-')]
    if (example.split(before).length !== 2)
      throw new Error(`These lines are not in the example once:\n${before}`)
    return example.replace(before, () => after)
  }, exampleOf(page))
}

/** The lines of a hunk without those that begin with a mark. */
function linesOf(hunk: string, without: '+' | '-'): string {
  return hunk.replace(/^(.)(.*\n)/gm, (_, mark, line) => (mark === without ? '' : line))
}

/**
 * What the command finds in the example of a rule. An IngressShim in it is the functionConfig; one that names its program
 * and stands alone is a generator, which kustomize hands over as the only item as well. A document below the comment
 * `# for <N> from 1 to 51` stands for so many.
 */
export function resultsOfExample(example: string, { id }: Rule): readonly unknown[] {
  if (folderRules.includes(id)) return resultsInFolder(example, id)
  const resources = parseAllDocuments(repeated(example)).map((document: Document) => document.toJS())
  const isConfig = (resource: unknown) => at(resource, 'kind') === 'IngressShim'
  const isGenerator = (resource: unknown) =>
    resources.length === 1 &&
    at(resource, 'metadata', 'annotations', 'config.kubernetes.io/function') !== undefined
  return resultsOfList({
    items: resources.filter((resource) => !isConfig(resource) || isGenerator(resource)),
    // A copy, or YAML would make an anchor and an alias of the two.
    functionConfig: structuredClone(resources.find(isConfig)),
  })
}

/** The calls that speak of a rule, where that isn't `check`. */
const callFor: Readonly<Record<string, readonly string[]>> = {
  [certificateUnlisted.id]: ['write'],
  [certificateUnpatched.id]: ['write'],
  [certificateAdopted.id]: ['write', '--adopt'],
}

function repeated(example: string): string {
  return example
    .split(/^---\n/m)
    .flatMap((document) => {
      const [, count = '1'] = /^# for <N> from 1 to (\d+)$/m.exec(document) ?? []
      return Array.from({ length: Number(count) }, (_, index) => document.replaceAll('<N>', `${index + 1}`))
    })
    .join('---\n')
}

/** What `check` finds in a folder with the example, or `write`; each document is a file, named by the comment above it. */
function resultsInFolder(example: string, id: string): readonly unknown[] {
  const cwd = mkdtempSync(join(tmpdir(), 'krm-ingress-shim-'))
  for (const document of example.split(/^---\n/m)) {
    const [, name = 'manifests.yaml'] = /^# (\S+)$/m.exec(document) ?? []
    writeFileSync(join(cwd, name), document)
  }
  const args = callFor[id] ?? ['check', '--rendered']
  const { stdout, stderr } = runCommand([...args, '.', '--format', 'json'], { cwd })
  rmSync(cwd, { recursive: true })
  const results: unknown = JSON.parse(stdout === '' ? stderr : stdout).results
  return Array.isArray(results) ? results : []
}

/** The ids of the rules that the functionConfig can switch off. */
export function rulesThatCanBeOff(): readonly string[] {
  const off = Object.fromEntries(rules.map(({ id }) => [id, 'off']))
  const functionConfig = {
    apiVersion: 'fn.kpt.dev/v1alpha1',
    kind: 'IngressShim',
    metadata: { name: 'x' },
    spec: { rules: off },
  }
  const refused = resultsOfList({ items: [], functionConfig }).map((result) => at(result, 'field', 'path'))
  return rules.map(({ id }) => id).filter((id) => !refused.includes(`spec.rules.${id}`))
}

function resultsOfList(list: { items: readonly unknown[]; functionConfig: unknown }): readonly unknown[] {
  const input = stringify({ apiVersion: 'config.kubernetes.io/v1', kind: 'ResourceList', ...list })
  const results = at(parse(runCommand([], { input }).stdout), 'results')
  return Array.isArray(results) ? results : []
}

/** The resource and field, the message, and what should be there instead. */
function shownResult(result: unknown): string {
  const proposed = at(result, 'field', 'proposedValue')
  const resource = at(result, 'resourceRef')
  const name = resource ? `${at(resource, 'kind')} ${at(resource, 'name')}` : at(result, 'file', 'path')
  const place = [name, at(result, 'field', 'path')]
  return [
    `${place.filter((part) => part !== undefined).join(', ')}:`,
    `  ${at(result, 'message')}`,
    ...(proposed === undefined ? [] : [`  proposed: ${proposed}`]),
    '',
  ].join('\n')
}
