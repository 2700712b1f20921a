import { afterAll, describe, test } from 'vitest'
import { startReaders } from '../readers/readers.ts'
import { suiteInputs, suiteTexts } from './inputs/real.ts'
import { keepPromises } from './promises/promises.ts'

/*
 * The cases that YAML's own readers are tested with, good and bad: as a document behind an Ingress, as the value of a field, as
 * the block scalar of an annotation, and in an item before it.
 */

const { readers, missing, end } = startReaders()
afterAll(end)
const go = readers.filter(({ name }) => name === 'yaml.v3')

const endings: Readonly<Record<string, (text: string) => string>> = {
  'LF and a last newline': (text) => text,
  'LF and no last newline': withoutLastNewline,
  'CRLF and a last newline': withCarriageReturns,
  'CRLF and no last newline': (text) => withCarriageReturns(withoutLastNewline(text)),
}

function withoutLastNewline(text: string): string {
  return text.replace(/\n$/, '')
}

function withCarriageReturns(text: string): string {
  return text.replaceAll('\n', '\r\n')
}

describe.each(Object.entries(endings))(
  `yaml-test-suite with %s keeps every promise${missing}`,
  (_name, ended) => {
    test.each(suiteTexts)('$id', async ({ text }) => {
      for (const input of suiteInputs(text)) await keepPromises(Buffer.from(ended(input)), go)
    })
  },
)
