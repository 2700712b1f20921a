import { expect, test } from 'vitest'
import { parseBool } from '../../src/go/bool.ts'

test.each(['1', 't', 'T', 'true', 'TRUE', 'True'])('%s is true', (text) => {
  expect(parseBool(text)).toBe(true)
})

test.each(['0', 'f', 'F', 'false', 'FALSE', 'False'])('%s is false', (text) => {
  expect(parseBool(text)).toBe(false)
})

test.each(['', 'yes', 'no', 'on', 'tRUE', 'fALSE', ' true', 'true\n', '"true"', '01', '2'])(
  '"%s" is neither',
  (text) => {
    expect(parseBool(text)).toBeUndefined()
  },
)
