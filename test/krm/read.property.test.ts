import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readText } from '../../src/krm/text/text-list.ts'
import { hostileList } from './hostile-list.ts'
import { expectSameReading } from './same-reading.ts'

const runs = Number(process.env.PROPERTY_RUNS ?? 3000)

test.each([
  ['all items', () => true],
  ['Ingresses', (_apiVersion: string, kind: string) => kind === 'Ingress'],
])('a hostile list is read and written as yaml reads it, when %s are wanted', async (_name, wanted) => {
  const ways = { fast: 0, whole: 0, refused: 0 }
  await fc.assert(
    fc.asyncProperty(hostileList, async (text) => {
      ways[await expectSameReading(text, readText, wanted)]++
    }),
    { numRuns: runs },
  )
  if (process.env.PROPERTY_RUNS) console.log(ways)
  expect(ways.fast, 'lists that the scanner takes').toBeGreaterThan(runs / 10)
})
