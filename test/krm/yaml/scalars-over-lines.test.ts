import { expect, test } from 'vitest'
import { readAny } from '../../../src/krm/yaml/read-any.ts'
import { readBlock } from '../../../src/krm/yaml/read-block.ts'

test.each([
  ['a plain scalar', 'a:\n  b: one\n    two\n', 'one two'],
  [
    'one with what would mean something else at its start',
    'a:\n  b: one\n    "two" [3] -x\n',
    'one "two" [3] -x',
  ],
  ['one with blanks before a line break', 'a:\n  b: one  \n   two\n', 'one two'],
  ['a comment behind it', 'a:\n  b: one\n    two # three\n', 'one two'],
  ['single quotes', "a:\n  b: 'it''s one\n    two: yes'\n", "it's one two: yes"],
  ['double quotes', 'a:\n  b: "one\\n\n    \\"two\\""\n', 'one\n "two"'],
  ['line breaks of Windows', 'a:\r\n  b: "one\r\n    two"\r\n', 'one two'],
])('a value over several lines is read as yaml reads it: %s', (_name, text, b) => {
  expect(readBlock(text)?.value).toEqual({ a: { b } })
  expect(readBlock(text)?.value).toEqual(readAny(text)[0]?.value)
})

test.each([
  ['a blank line in it', 'a:\n  b: one\n\n    two\n'],
  ['a key in it', 'a:\n  b: one\n    two: three\n'],
  ['a comment in it', 'a:\n  b: one # two\n    three\n'],
  ['a line of a quoted text that is not deeper than its key', 'a:\n  b: "one\n  two"\n'],
  ['a dash in it', 'a:\n  b: one\n    - two\n'],
  ['a line break that is escaped', 'a:\n  b: "one\\\n    two"\n'],
  ['a quote that is not closed', 'a:\n  b: "one\n    two\n'],
])('yaml is asked where there is %s', (_name, text) => {
  expect(readBlock(text)).toBeUndefined()
})
