import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { quoted } from '../../../src/krm/yaml/edit/quote.ts'
import { blockEntry, blockPair } from '../../../src/krm/yaml/edit/stringify.ts'

const compact = { newline: '\n', compact: true }
const wide = { newline: '\n', compact: false }
const certificate = {
  kind: 'Certificate',
  spec: { dnsNames: ['a.example.com', '*.example.com'], isCA: false },
}

describe('a string is plain only where YAML 1.1 and 1.2 both read it as that string', () => {
  test.each([
    ['a name', 'web-tls', 'web-tls'],
    ['an apiVersion', 'cert-manager.io/v1', 'cert-manager.io/v1'],
    ['words', 'digital signature', 'digital signature'],
    ['an address', 'https://example.com/a?b=c#d', 'https://example.com/a?b=c#d'],
    ['a duration, which begins with a digit', '2160h0m0s', '2160h0m0s'],
    ['a host that begins with a digit', '1.example.com', '1.example.com'],
    ['a letter of another script', 'Müller', 'Müller'],
    ['the empty string', '', '""'],
    ['a boolean of YAML 1.1', 'yes', '"yes"'],
    ['a boolean of YAML 1.1 in one letter', 'N', '"N"'],
    ['a boolean of both', 'True', '"True"'],
    ['a null', 'null', '"null"'],
    ['a null in one character', '~', '"~"'],
    ['an integer', '8080', '"8080"'],
    ['an octal of YAML 1.1', '0777', '"0777"'],
    ['an octal of YAML 1.2', '0o17', '"0o17"'],
    ['a binary', '0b11', '"0b11"'],
    ['a hexadecimal', '0xCAFE', '"0xCAFE"'],
    ['a float', '1e3', '"1e3"'],
    ['an exponent without a number, which some readers take for one', 'e+5', '"e+5"'],
    ['a number with underscores', '1_000', '"1_000"'],
    ['a number in base sixty', '190:20:30', '"190:20:30"'],
    ['an infinity', '.inf', '".inf"'],
    ['a date', '2001-12-14', '"2001-12-14"'],
    ['a moment', '2001-12-14t21:59:43Z', '"2001-12-14t21:59:43Z"'],
    ['a wildcard, which begins like an alias', '*.example.com', '"*.example.com"'],
    ['a colon before a blank', 'a: b', '"a: b"'],
    ['a colon at the end', 'a:', '"a:"'],
    ['a number sign behind a blank', 'a #b', '"a #b"'],
    ['a blank at the end', 'a ', '"a "'],
    ['a dash', '-', '"-"'],
    ['a document marker', '---', '"---"'],
    ['a merge key', '<<', '"<<"'],
    ['a bracket', '[a]', '"[a]"'],
    ['a line break', 'a\nb', '"a\\nb"'],
    ['a tab', 'a\tb', '"a\\tb"'],
    ['quotes and a backslash in need of quotes', '"\\', '"\\"\\\\"'],
    ['a control character', 'a\u0007', '"a\\u0007"'],
    ['a line separator', 'a\u2028b', '"a\\u2028b"'],
    ['a byte order mark', '\ufeffa', '"\\ufeffa"'],
  ])('%s', (_name, text, written) => {
    expect(quoted(text)).toBe(written)
  })

  const string = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string(),
    fc.stringMatching(/^[-+0-9a-fxob_.:eE]{1,8}$/),
    fc.stringMatching(/^[a-zA-Z_./-][ #:a-z0-9'"-]{0,8}$/),
    fc.constantFrom(
      'yes',
      'No',
      'ON',
      'y',
      'NULL',
      'Null',
      '=',
      '<<',
      '12e03',
      '1.5',
      '12:30',
      '2001-01-01 10:00:00',
    ),
  )

  test('any string reads back', () => {
    fc.assert(
      fc.property(string, (text) => {
        expect(parse(`- ${quoted(text)}\n`, { version: '1.1' })).toEqual([text])
        expect(parse(`- ${quoted(text)}\n`, { version: '1.2' })).toEqual([text])
      }),
      { numRuns: 3000 },
    )
  })
})

describe('a value is written in block style, as the list around it is', () => {
  test.each([
    [
      'compact: dashes under their key',
      blockEntry(certificate, 0, compact),
      `- kind: Certificate
  spec:
    dnsNames:
    - a.example.com
    - "*.example.com"
    isCA: false
`,
    ],
    [
      'wide: dashes two columns on',
      blockEntry(certificate, 2, wide),
      `  - kind: Certificate
    spec:
      dnsNames:
        - a.example.com
        - "*.example.com"
      isCA: false
`,
    ],
    [
      'lists in lists, and mappings in them',
      blockEntry([['a', ['b']], { c: 1, d: [] }, {}], 0, compact),
      `- - - a
    - - b
  - c: 1
    d: []
  - {}
`,
    ],
    [
      'what has no value is left out, a null is not',
      blockPair('spec', { a: undefined, b: null, c: [undefined], d: { e: undefined } }, 0, compact),
      `spec:
  b: null
  c:
  - null
  d: {}
`,
    ],
    [
      'line breaks of the list',
      blockEntry({ a: ['b'] }, 0, { newline: '\r\n', compact: true }),
      '- a:\r\n  - b\r\n',
    ],
    [
      'numbers',
      blockPair('a', [1, -0, 1.5, 1e21, Number.NaN, Number.NEGATIVE_INFINITY], 0, compact),
      `a:
- 1
- -0
- 1.5
- 1e+21
- .nan
- -.inf
`,
    ],
    [
      'a key that is too long to be an implicit one',
      blockPair('k'.repeat(1025), { a: 1 }, 2, compact),
      `  ? ${'k'.repeat(1025)}
  :
    a: 1
`,
    ],
    ['a key that needs quotes', blockPair('yes', 'no', 0, compact), '"yes": "no"\n'],
  ])('%s', (_name, written, expected) => {
    expect(written).toBe(expected)
  })

  test('any value reads back', () => {
    const json = fc.jsonValue({ maxDepth: 4 }).map((value): unknown => JSON.parse(JSON.stringify(value)))
    fc.assert(
      fc.property(json, fc.nat(4), fc.boolean(), (value, column, isCompact) => {
        const text = blockEntry(value, column, { newline: '\n', compact: isCompact })
        expect(parse(text, { version: '1.1' }), text).toEqual([value])
        expect(parse(text, { version: '1.2' }), text).toEqual([value])
      }),
      { numRuns: 1000 },
    )
  })
})
