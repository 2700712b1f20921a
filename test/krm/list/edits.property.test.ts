import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { isCollection, type Pair, parseDocument, visit } from 'yaml'
import { readInput } from '../../../src/krm/list/read.ts'
import { InputError, type Item, type ListEdits } from '../../../src/krm/list/resource-list.ts'
import type { FieldEdit } from '../../../src/manifest/change.ts'
import { withEdits } from '../../../src/manifest/edited-value.ts'
import type { Json } from '../../../src/manifest/finding.ts'
import { isFields } from '../../../src/manifest/manifest.ts'
import { hostileList } from './hostile-list.ts'

const runs = Number(process.env.PROPERTY_RUNS ?? 1500)
vi.setConfig({ testTimeout: 60_000 + 50 * runs })
const everything = () => true
const newResult = { message: 'new: one', severity: 'warning' } as const
const added = {
  apiVersion: 'v1',
  kind: 'Added',
  metadata: { name: 'yes' },
  list: ['a', { b: 'c' }],
  empty: {},
}

/** A line break behind a text that ends within the kept blank lines of a block scalar would be one of them. */
const endsInKeptLine = /[|>]\d?\+[\s\S]*\n[ \t]+$/

/** `yaml` names a key that is a collection after its text, and that after the comments and blank lines around it. */
function hasCollectionAsKey(text: string): boolean {
  let found = false
  const onPair = (_key: unknown, { key }: Pair) => {
    found ||= isCollection(key)
  }
  visit(parseDocument(text, { merge: true, uniqueKeys: false, logLevel: 'error' }), { Pair: onPair })
  return found
}

const value = fc.oneof(
  fc.constantFrom<Json | undefined>(
    undefined,
    'x',
    'yes',
    'two words',
    '',
    'a: b',
    '- a',
    'line\nline',
    80,
    true,
    null,
    [],
    {},
  ),
  fc.array(fc.constantFrom('web', 'x', 'y', 'z', '0', 80), { maxLength: 4 }),
  fc.dictionary(fc.constantFrom('a', 'b', 'name'), fc.constantFrom<Json>('x', 1, ['y'], { c: 'd' }), {
    maxKeys: 3,
  }),
)

const edit = fc.record({
  item: fc.nat(4),
  keys: fc.array(fc.nat(5), { minLength: 1, maxLength: 4 }),
  isNew: fc.boolean(),
  value,
})
const plan = fc.record({
  edits: fc.array(edit, { maxLength: 3 }),
  remove: fc.array(fc.nat(4), { maxLength: 2 }),
  append: fc.boolean(),
  results: fc.boolean(),
})

/** The path that follows the numbers through the mappings of a value; its last key may be a new one. */
function pathIn(object: unknown, [first, ...rest]: readonly number[], isNew: boolean): string[] {
  const keys = isFields(object) ? Object.keys(object) : []
  if (first === undefined || keys.length === 0 || !isFields(object)) return isNew ? ['added'] : []
  const key = keys[first % keys.length] ?? 'added'
  const inner = object[key]
  if (rest.length === 0) return isNew ? [`new-${key}`] : [key]
  return isFields(inner) ? [key, ...pathIn(inner, rest, isNew)] : [key]
}

function editsOf(
  items: readonly Item[],
  planned: typeof plan extends fc.Arbitrary<infer T> ? T : never,
): ListEdits {
  const remove = new Set(planned.remove.flatMap((index) => items[index]?.position ?? []))
  const update = new Map<number, FieldEdit[]>()
  for (const { item, keys, isNew, value } of planned.edits) {
    const target = items[item]
    if (target === undefined || target.problem !== undefined || remove.has(target.position)) continue
    const path = pathIn(target.object, keys, isNew)
    if (path.length > 0)
      update.set(target.position, [...(update.get(target.position) ?? []), { path, value }])
  }
  return {
    update,
    remove,
    append: planned.append ? [added] : [],
    results: planned.results ? [newResult] : [],
  }
}

function isReadByYaml(text: string): boolean {
  try {
    const document = parseDocument(text, { merge: true, uniqueKeys: false, logLevel: 'error' })
    document.toJS()
    return document.errors.length === 0
  } catch {
    return false
  }
}

function fieldsOf(text: string): Record<string, unknown> {
  const doc = parseDocument(text, { merge: true, uniqueKeys: false, logLevel: 'error' })
  expect(doc.errors, `the text that is written:\n${text}`).toEqual([])
  const value: unknown = doc.toJS()
  return isFields(value) ? value : {}
}

function isBeforeLast(items: readonly unknown[], append: readonly unknown[]): boolean {
  return append.length > 0 && !isDeepStrictEqual(items.slice(-append.length), append)
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function undefinedIfRefused(error: unknown): undefined {
  if (!(error instanceof InputError)) throw error
}

test('what is written reads back as the list with its edits', async () => {
  await fc.assert(
    fc.asyncProperty(hostileList, plan, async (text, planned) => {
      const list = await readInput(Buffer.from(text), everything).catch(undefinedIfRefused)
      // What is broken inside an item that nobody wants passes through.
      fc.pre(isReadByYaml(text))
      fc.pre(list?.form === 'ResourceList' && !endsInKeptLine.test(text) && !hasCollectionAsKey(text))
      const edits = editsOf(list.items, planned)
      const pieces = await list.write(edits).catch(undefinedIfRefused)
      fc.pre(pieces !== undefined)
      const written = Buffer.concat(pieces).toString()
      const before = fieldsOf(text)
      const after = fieldsOf(written)
      const expected = listOf(before.items).flatMap((item, position) =>
        edits.remove.has(position) ? [] : [withEdits(item, edits.update.get(position) ?? [])],
      )
      // Behind a text that ends in a block scalar without a line break nothing can come: it comes before.
      const last = isBeforeLast(listOf(after.items), edits.append) ? expected.splice(-1) : []
      expect(listOf(after.items), written).toEqual([...expected, ...edits.append, ...last])
      expect(listOf(after.results), written).toEqual([...listOf(before.results), ...edits.results])
      expect(after.functionConfig).toEqual(before.functionConfig)
    }),
    { numRuns: runs },
  )
})
