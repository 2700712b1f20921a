import { expect, it } from 'vitest'
import { formats, formatters } from '../../../src/krm/results/formats/formats.ts'
import { error, presentation } from './located.ts'

it.each([
  ['text', /^apps\/web\.yaml:12: error: /],
  ['json', /^\{\n {2}"version": 1,/],
  ['sarif', /"version": "2\.1\.0"/],
  ['github', /^::error file=/],
  ['junit', /^<\?xml /],
  ['gitlab', /^\[\n {2}\{\n {4}"description"/],
] as const)('the format %s is written by its name', (format, beginning) => {
  expect(formats).toContain(format)
  expect(formatters[format]([error], presentation)).toMatch(beginning)
})
