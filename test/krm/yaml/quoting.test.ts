import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { flowText, quoted, singleQuoted, spacedFlowText } from '../../../src/krm/yaml/edit/quote.ts'
import { blockEntry } from '../../../src/krm/yaml/edit/stringify.ts'
import { type Reader, type Reading, startReaders } from '../../readers/readers.ts'
import { strings } from './strings.ts'

/*
 * Whatever string is written, every reader reads that very string. `QUOTED_STRINGS=1000000 npx vitest run
 * test/krm/yaml/quoting.test.ts` tries more, of another seed each time.
 */

const { QUOTED_STRINGS: given } = process.env
const count = Number(given ?? 20_000)
const seed = given === undefined ? 1 : Date.now()
const texts = [...new Set(fc.sample(strings, { numRuns: 2 * count, seed }))].slice(0, count)
const perDocument = 500
const documents = Array.from({ length: count / perDocument }, (_, index) =>
  texts.slice(perDocument * index, perDocument * (index + 1)),
)

const { readers, missing, end } = startReaders()
afterAll(end)

const all: readonly Reader[] = [
  ...(['1.1', '1.2'] as const).map((version) => ({
    name: `yaml, as YAML ${version}`,
    read: async (text: string) => ({ documents: [parse(text, { version }) as unknown] }),
  })),
  ...readers,
]

const style = { newline: '\n', compact: true }
/** Each way to write a string as an entry of a list, and the value that the entry has. */
const ways = [
  {
    name: 'as key and value in block style',
    written: (text: string) => blockEntry({ [text]: text }, 0, style),
    value: (text: string): unknown => ({ [text]: text }),
  },
  {
    name: 'in single quotes, where it can be',
    written: (text: string) => `- ${singleQuoted(text) ?? quoted(text)}\n`,
    value: (text: string) => text,
  },
  {
    name: 'as key and value in flow style',
    written: (text: string) => `- ${spacedFlowText({ [text]: [text] })}\n`,
    value: (text: string) => ({ [text]: [text] }),
  },
  {
    name: 'as JSON',
    written: (text: string) => `- ${flowText([text])}\n`,
    value: (text: string) => [text],
  },
]

test(`${count} different strings are tried (seed ${seed})`, () => {
  expect(texts).toHaveLength(count)
})

describe.each(ways)(`a string that is written $name is read as what it was${missing}`, (way) => {
  test.each(all)('by $name', { timeout: 60_000 + 10 * count }, async (reader) => {
    for (const document of documents) {
      if (await isRead(document, way, reader)) continue
      for (const text of document) expect(await reader.read(way.written(text))).toEqual(holding([text], way))
      expect(await reader.read(document.map(way.written).join(''))).toEqual(holding(document, way))
    }
  })
})

type Way = (typeof ways)[number]

async function isRead(document: readonly string[], way: Way, { read }: Reader): Promise<boolean> {
  const reading = await read(document.map(way.written).join('')).catch(() => undefined)
  return isDeepStrictEqual(reading, holding(document, way))
}

function holding(document: readonly string[], { value }: Way): Reading {
  return { documents: [document.map(value)] }
}
