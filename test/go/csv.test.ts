import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseCsvRecord } from '../../src/go/csv.ts'

describe('one record is read', () => {
  test.each([
    ['one value', 'Acme', ['Acme']],
    ['values separated by commas', 'GB,US', ['GB', 'US']],
    ['blanks around a value belong to it', ' a , b ', [' a ', ' b ']],
    ['nothing between commas is an empty value', 'a,,b,', ['a', '', 'b', '']],
    [
      'a quoted value may hold commas',
      '"10 Downing Street, London",Manchester',
      ['10 Downing Street, London', 'Manchester'],
    ],
    ['a doubled quote in a quoted value is one quote', '"a""b"', ['a"b']],
    ['a quoted value may be empty', '""', ['']],
    ['a quoted value may hold line breaks', '"a\nb",c', ['a\nb', 'c']],
    ['Windows line breaks become simple ones', '"a\r\nb"\r\n', ['a\nb']],
    ['empty lines before and after do not count', '\n\r\na\n\n', ['a']],
    ['a carriage return at the very end is dropped', 'a\r', ['a']],
    ['a carriage return elsewhere belongs to the value', 'a\rb', ['a\rb']],
    ['a backslash and a single quote mean nothing', "a\\,'b,c'", ['a\\', "'b", "c'"]],
    ['a number sign starts no comment', '#a', ['#a']],
  ])('%s', (_, text, values) => {
    expect(parseCsvRecord(text)).toEqual({ value: values })
  })

  test('any values, quoted and joined, come back', () => {
    const anyText = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', '\\', '\u00e9') })
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1 }), (values) => {
        const text = values.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')
        expect(parseCsvRecord(text)).toEqual({ value: values })
      }),
    )
  })
})

describe('what is not one record is a problem that says why', () => {
  const empty = 'it is empty, but at least one value is needed'
  const inside = 'has a double quote inside; put the whole value in double quotes and double the inner one'
  test.each([
    ['nothing', '', empty],
    ['line breaks alone', '\n\r\n\r', empty],
    ['a second line', 'a\nb', '"a\\nb" has several lines, but all values belong on one, separated by commas'],
    ['a quote in a plain value', 'x,a"b', `"a\\"b" ${inside}`],
    ['a quote after a blank', 'x, "b"', `" \\"b\\"" ${inside}`],
    ['a quote that is never closed', '"a,b', 'the double quote before "a,b" is never closed'],
    ['a lone quote', '"', 'the double quote before "" is never closed'],
    ['something after a quoted value', '"a"b', 'a comma is missing between the quoted "a" and "b"'],
    ['a blank after a quoted value', '"a" ,b', 'a comma is missing between the quoted "a" and " ,b"'],
  ])('%s', (_, text, problem) => {
    expect(parseCsvRecord(text)).toEqual({ problem })
  })
})
