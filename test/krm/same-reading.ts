import { expect } from 'vitest'
import {
  InputError,
  type ItemOnLine,
  type ListEdits,
  type ResourceList as ListOf,
  type Wanted,
} from '../../src/krm/list/resource-list.ts'
import { readWhole } from '../../src/krm/whole/whole-list.ts'

type ResourceList = ListOf<ItemOnLine>

/** How a text was read: `fast` where the scanner was sure, `whole` where it left the text to `yaml`, which may have refused it. */
export type Way = 'fast' | 'whole' | 'refused'

/** The scanner's way to read a list, or a broken one that a test wants to catch. */
export type FastWay = (bytes: Buffer, wanted: Wanted) => Promise<ResourceList | undefined>

const none: ListEdits = { update: new Map(), remove: new Set(), append: [], results: [] }
const added = { apiVersion: 'v1', kind: 'Added', metadata: { name: 'added' }, list: ['a', { b: 'c' }] }

/** Fails where the scanner takes a text and `yaml` would read it otherwise, or write it otherwise with the same edits. */
export async function expectSameReading(text: string, readFast: FastWay, wanted: Wanted): Promise<Way> {
  const bytes = Buffer.from(text)
  const fast = await readFast(bytes, wanted)
  const whole = wholeOf(bytes, wanted)
  if (fast === undefined) return whole instanceof InputError ? 'refused' : 'whole'
  if (whole instanceof InputError) throw new Error(`The scanner takes what yaml refuses: ${whole.message}`)
  expect(seen(fast), 'what is read').toStrictEqual(seen(whole))
  expect(await textOf(fast, none), 'the text without edits').toBe(text)
  for (const edits of editsOf(whole)) {
    expect(await textOf(fast, edits), 'the text with edits').toBe(await textOf(whole, edits))
  }
  return 'fast'
}

function wholeOf(bytes: Buffer, wanted: Wanted): ResourceList | InputError {
  try {
    return readWhole(bytes, wanted)
  } catch (error) {
    if (error instanceof InputError) return error
    throw error
  }
}

function seen({ apiVersion, functionConfig, functionConfigProblem, items }: ResourceList) {
  return {
    apiVersion,
    functionConfig,
    functionConfigProblem,
    items: items.map(({ position, object, line, problem }) => ({ position, object, line, problem })),
  }
}

async function textOf(list: ResourceList, edits: ListEdits): Promise<string> {
  return Buffer.concat(await list.write(edits)).toString()
}

function editsOf({ items }: ResourceList): ListEdits[] {
  const result = { message: 'new', severity: 'info' } as const
  const whole = items.filter(({ problem }) => problem === undefined)
  const update = whole
    .slice(0, 1)
    .map(({ position }) => [position, [{ path: ['spec', 'a'], value: ['x', 'y'] }]] as const)
  return [
    { ...none, append: [added], results: [result] },
    { ...none, remove: new Set(items.slice(0, 1).map(({ position }) => position)), results: [result] },
    { ...none, remove: new Set(items.map(({ position }) => position)) },
    { ...none, update: new Map(update) },
  ]
}
