import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Wanted } from '../../src/krm/list/resource-list.ts'
import { readText } from '../../src/krm/text/text-list.ts'
import { hostileList } from './hostile-list.ts'
import { expectSameReading, type Way } from './same-reading.ts'

/** More of them, to look for what a change breaks: `PROPERTY_RUNS=50000 npx vitest run test/krm/read.property`. */
const numRuns = Number(process.env.PROPERTY_RUNS ?? 1500)

const everything: Wanted = () => true
const ingresses: Wanted = (_apiVersion, kind) => kind === 'Ingress'

test.each<readonly [name: string, wanted: Wanted, seed: { seed?: number }]>([
  ['all items are wanted', everything, { seed: 1 }],
  ['Ingresses are wanted', ingresses, { seed: 2 }],
  ['all items are wanted, of a seed of their own', everything, {}],
])('hostile lists are read and written as yaml reads them, when %s', async (_name, wanted, seed) => {
  const ways: Record<Way, number> = { fast: 0, whole: 0, refused: 0 }
  const property = fc.asyncProperty(hostileList, async (text) => {
    ways[await expectSameReading(text, readText, wanted)]++
  })
  await fc.assert(property, { ...seed, numRuns })
  expect(ways.fast, 'lists that the scanner takes').toBeGreaterThan(numRuns / 10)
})

test('a hostile list is read as yaml reads it where the window of the scanner ends', async () => {
  const firstItem = /^items: *\n(?=- )/m
  const property = fc.asyncProperty(hostileList, fc.nat(600), async (text, before) => {
    fc.pre(firstItem.test(text))
    const filler = `- long: ${'x'.repeat((1 << 16) - before)}\n  a: b\n`
    await expectSameReading(text.replace(firstItem, `items:\n${filler}`), readText, everything)
  })
  await fc.assert(property, { numRuns: numRuns / 10 })
})
