import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { streamIn } from '../../../src/krm/list/documents.ts'
import { entriesOf, textOf } from '../../../src/krm/list/entries.ts'
import { outlineOf } from '../../../src/krm/list/outline/outline.ts'
import { readInput } from '../../../src/krm/list/read.ts'
import { InputError } from '../../../src/krm/list/resource-list.ts'
import { at } from '../../../src/manifest/manifest.ts'
import { hostileList } from './hostile-list.ts'

const numRuns = Number(process.env.PROPERTY_RUNS ?? 1500)
vi.setConfig({ testTimeout: 60_000 + 50 * numRuns })

const added = { apiVersion: 'v1', kind: 'New', metadata: { name: 'new' } }
const marker = fc.constantFrom('---\n', '--- # c\n', '---\n# Source: a/b.yaml\n', '...\n---\n', '---\n---\n')

/** The items of a hostile list as the documents of a stream. */
const hostileStream = fc
  .tuple(hostileList, fc.array(marker, { minLength: 6, maxLength: 6 }))
  .map(([text, markers]) => {
    const bytes = new TextEncoder().encode(text)
    const { edges, documents } = streamIn(bytes)
    const outline = documents[0] && outlineOf(edges, documents[0])
    if (outline === undefined) return ''
    const items = entriesOf(outline).map((entry) => textOf(bytes, entry))
    return items.map((item, index) => `${index === 0 ? '' : (markers[index] ?? '---\n')}${item}`).join('')
  })

/** What `yaml` finds in a stream; undefined where it refuses a document. */
function documentsByYaml(text: string): readonly unknown[] | undefined {
  const documents = parseAllDocuments(text, { merge: true, uniqueKeys: false, logLevel: 'error' })
  if (!Array.isArray(documents) || documents.some(({ errors }) => errors.length > 0)) return undefined
  try {
    return documents.map((document): unknown => document.toJS({ maxAliasCount: -1 }))
  } catch {
    return undefined
  }
}

function isResource(value: unknown): boolean {
  return typeof at(value, 'apiVersion') === 'string' && typeof at(value, 'kind') === 'string'
}

function undefinedIfRefused(error: unknown): undefined {
  if (!(error instanceof InputError)) throw error
}

test('hostile streams are read as yaml reads them, and come back byte for byte below what is new', async () => {
  let taken = 0
  const property = fc.asyncProperty(hostileStream, async (text) => {
    const byYaml = documentsByYaml(text)
    const input = await readInput(new TextEncoder().encode(text || '\n'), () => true).catch(
      undefinedIfRefused,
    )
    if (byYaml === undefined || input?.form !== 'stream' || input.items.some(({ problem }) => problem)) return
    taken++
    expect(input.items.map(({ object }) => object)).toStrictEqual(byYaml.filter(isResource))
    const none = { update: new Map(), remove: new Set<number>(), append: [], results: [] }
    expect(Buffer.concat(await input.write(none)).toString()).toBe(text || '\n')
    const after = Buffer.concat(await input.write({ ...none, append: [added] })).toString()
    expect(documentsByYaml(after)?.filter(isResource)).toContainEqual(added)
    expect(documentsByYaml(after)?.filter(isResource)).toHaveLength(input.items.length + 1)
  })
  await fc.assert(property, { numRuns })
  expect(taken, 'streams that were read').toBeGreaterThan(numRuns / 6)
})
