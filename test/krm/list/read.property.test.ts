import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { type Document, isCollection, type Pair, parseDocument, visit } from 'yaml'
import { streamIn } from '../../../src/krm/list/documents.ts'
import { entriesOf, textOf } from '../../../src/krm/list/entries.ts'
import { outlineOf } from '../../../src/krm/list/outline/outline.ts'
import { readInput } from '../../../src/krm/list/read.ts'
import { InputError, type Wanted } from '../../../src/krm/list/resource-list.ts'
import { readAny } from '../../../src/krm/yaml/read-any.ts'
import { readBlock } from '../../../src/krm/yaml/read-block.ts'
import type { Step } from '../../../src/krm/yaml/step.ts'
import { at, isFields } from '../../../src/manifest/manifest.ts'
import { hostileList } from './hostile-list.ts'

/** More of them, to look for what a change breaks: `PROPERTY_RUNS=50000 npx vitest run test/krm/list/read.property`. */
const numRuns = Number(process.env.PROPERTY_RUNS ?? 1500)
vi.setConfig({ testTimeout: 60_000 + 50 * numRuns })

const everything: Wanted = () => true
const ingresses: Wanted = (_apiVersion, kind) => kind === 'Ingress'

/** The list's items, as `yaml` reads the whole; undefined where it refuses it, or names a key after a collection. */
function listByYaml(text: string): readonly unknown[] | undefined {
  const document = parseDocument(text, { merge: true, uniqueKeys: false, logLevel: 'error' })
  if (document.errors.length > 0 || hasCollectionAsKey(document)) return undefined
  try {
    const items: unknown = at(document.toJS({ maxAliasCount: -1 }), 'items') ?? []
    return Array.isArray(items) ? items : undefined
  } catch {
    return undefined
  }
}

function hasCollectionAsKey(document: Document.Parsed): boolean {
  let found = false
  const onPair = (_key: unknown, { key }: Pair) => {
    found ||= isCollection(key)
  }
  visit(document, { Pair: onPair })
  return found
}

function wantedOf(items: readonly unknown[], wanted: Wanted) {
  return items.flatMap((object, position) => {
    const apiVersion = at(object, 'apiVersion')
    const kind = at(object, 'kind')
    const isWanted = typeof apiVersion === 'string' && typeof kind === 'string' && wanted(apiVersion, kind)
    return isWanted ? [{ position, object }] : []
  })
}

test.each<readonly [name: string, wanted: Wanted, seed: { seed?: number }]>([
  ['all items are wanted', everything, { seed: 1 }],
  ['Ingresses are wanted', ingresses, { seed: 2 }],
  ['all items are wanted, of a seed of their own', everything, {}],
])('hostile lists are read as yaml reads them, when %s', async (_name, wanted, seed) => {
  let taken = 0
  const property = fc.asyncProperty(hostileList, async (text) => {
    const byYaml = listByYaml(text)
    const list = await readInput(new TextEncoder().encode(text), wanted).catch(undefinedIfRefused)
    // What is broken inside an item that nobody wants passes through; an alias of something outside is refused.
    if (byYaml === undefined || list?.form !== 'ResourceList') return
    expect(list.items.map(({ position, object }) => ({ position, object }))).toStrictEqual(
      wantedOf(byYaml, wanted),
    )
    const none = { update: new Map(), remove: new Set<number>(), append: [], results: [] }
    expect(Buffer.concat(await list.write(none)).toString(), 'the text without edits').toBe(text)
    taken++
  })
  await fc.assert(property, { ...seed, numRuns })
  expect(taken, 'lists that were read').toBeGreaterThan(numRuns / 3)
})

function undefinedIfRefused(error: unknown): undefined {
  if (!(error instanceof InputError)) throw error
}

/** The outline of a text that is one document. */
function outlineIn(bytes: Uint8Array) {
  const { edges, documents } = streamIn(bytes)
  const [document, another] = documents
  return document && another === undefined ? outlineOf(edges, document) : undefined
}

test('the outline finds the items where yaml finds them', () => {
  let taken = 0
  const property = fc.property(hostileList, (text) => {
    const outline = outlineIn(new TextEncoder().encode(text))
    const byYaml = listByYaml(text)
    if (outline === undefined || byYaml === undefined) return
    taken++
    expect(entriesOf(outline)).toHaveLength(byYaml.length)
  })
  fc.assert(property, { numRuns })
  expect(taken, 'lists that the outline takes').toBeGreaterThan(numRuns / 4)
})

test('the block reader reads an item as yaml does, every value and every line', () => {
  let taken = 0
  const property = fc.property(hostileList, (text) => {
    const bytes = new TextEncoder().encode(text)
    const outline = outlineIn(bytes)
    if (outline === undefined) return
    for (const entry of entriesOf(outline)) {
      const item = textOf(bytes, entry)
      const block = readBlock(item)
      if (block === undefined) continue
      taken++
      const [any] = readAny(item)
      expect(block.value, item).toStrictEqual(any?.value)
      expect(block.problem(String)).toBe(any?.problem(String))
      for (const path of pathsIn(block.value)) {
        expect(block.lineOf(path), `the line of ${path.join('.')} in\n${item}`).toBe(any?.lineOf(path))
      }
    }
  })
  fc.assert(property, { numRuns: 4 * numRuns })
  expect(taken, 'items that the block reader takes').toBeGreaterThan(numRuns / 10)
})

function pathsIn(value: unknown, path: readonly Step[] = []): (readonly Step[])[] {
  const children: readonly (readonly [Step, unknown])[] = Array.isArray(value)
    ? value.map((entry, index) => [index, entry] as const)
    : isFields(value)
      ? Object.entries(value)
      : []
  return children.flatMap(([step, child]) => [[...path, step], ...pathsIn(child, [...path, step])])
}
