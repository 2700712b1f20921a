import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeStringMaps } from '../../src/go/json.ts'

const decode = (text: string) => decodeStringMaps(text, ['annotations', 'labels'])

describe('maps of strings are read', () => {
  test.each([
    [
      'both fields',
      '{"annotations":{"a":"b"},"labels":{"c":"d"}}',
      { annotations: { a: 'b' }, labels: { c: 'd' } },
    ],
    ['blanks and line breaks anywhere', ' {\n"labels" :\t{ "c" : "d" } } ', { labels: { c: 'd' } }],
    ['no field', '{}', {}],
    ['null for everything', 'null', {}],
    ['null for a field leaves it out', '{"labels":null}', {}],
    ['null for a value is the empty text', '{"labels":{"a":null}}', { labels: { a: '' } }],
    ['an empty map is there', '{"labels":{}}', { labels: {} }],
    [
      'field names in any case',
      '{"LABELS":{"a":"b"},"Annotations":{}}',
      { labels: { a: 'b' }, annotations: {} },
    ],
    ['field names with the long s, as in Go', '{"label\u017f":{"a":"b"}}', { labels: { a: 'b' } }],
    ['keys in their own case', '{"labels":{"A":"1","a":"2"}}', { labels: { A: '1', a: '2' } }],
    ['the last of two equal keys', '{"labels":{"a":"1","a":"2"}}', { labels: { a: '2' } }],
    [
      'a field that comes twice, merged',
      '{"labels":{"a":"1"},"Labels":{"b":"2"}}',
      { labels: { a: '1', b: '2' } },
    ],
    ['null after a field takes it away again', '{"labels":{"a":"1"},"labels":null}', {}],
    ['only the first value', '{"labels":{"a":"b"}} trailing', { labels: { a: 'b' } }],
    ['escapes', '{"labels":{"a":"\\"\\u00e9\\n\\ud83d\\ude42"}}', { labels: { a: '"\u00e9\n\u{1f642}' } }],
    ['half a surrogate pair becomes U+FFFD', '{"labels":{"a":"x\\ud83dy"}}', { labels: { a: 'x\ufffdy' } }],
    ['so does an unescaped half', '{"labels":{"a":"x\ud83dy"}}', { labels: { a: 'x\ufffdy' } }],
  ])('%s', (_, text, maps) => {
    expect(decode(text)).toEqual({ value: maps })
  })

  test('keys that mean something to JavaScript are keys like any other', () => {
    const decoded = decode('{"labels":{"__proto__":"a","constructor":"b"}}')
    const labels = 'value' in decoded ? decoded.value.labels : undefined
    expect(Object.entries(labels ?? {})).toEqual([
      ['__proto__', 'a'],
      ['constructor', 'b'],
    ])
    expect(Object.getPrototypeOf(labels)).toBeNull()
  })

  test('any map that JSON.stringify writes comes back', () => {
    const anyText = fc.string({
      unit: fc.constantFrom('a', '"', '\\', '/', '\n', '\u0000', '\u2028', '\u{1f642}', '__proto__'),
    })
    const anyMap = fc.dictionary(anyText, anyText)
    fc.assert(
      fc.property(anyMap, (labels) => {
        const decoded = decode(JSON.stringify({ labels }))
        expect('value' in decoded && Object.entries(decoded.value.labels ?? {})).toEqual(
          Object.entries(labels),
        )
      }),
    )
  })
})

describe('what is not two maps of strings is a problem that says why', () => {
  const control = 'has a line break, another control character or an unknown escape in it'
  test.each([
    ['nothing', '', 'it is empty, not a JSON object'],
    [
      'an unknown field',
      '{"foo":1}',
      'it has an unknown field "foo"; what can be set is annotations and labels',
    ],
    [
      'an unknown field named __proto__',
      '{"__proto__":{}}',
      'it has an unknown field "__proto__"; what can be set is annotations and labels',
    ],
    ['a list', '[]', 'it is a list, but a JSON object belongs there'],
    ['a string', '"x"', 'it is a string, but a JSON object belongs there'],
    ['YAML', 'labels: {}', 'it has "labels: {}" where a JSON object was expected'],
    ['a list for a field', '{"labels":["a"]}', 'labels is a list, but an object of strings belongs there'],
    [
      'a number for a value',
      '{"labels":{"a":1}}',
      'the value of "a" in labels is a number, but text in double quotes belongs there',
    ],
    [
      'a boolean for a value',
      '{"labels":{"a":true}}',
      'the value of "a" in labels is a boolean, but text in double quotes belongs there',
    ],
    ['words in place of an object', 'team: web', 'it has "team: web" where a JSON object was expected'],
    ['numbers that are none', '-x', 'it has "-x" where a JSON object was expected'],
    [
      'another boolean for a value',
      '{"labels":{"a":false}}',
      'the value of "a" in labels is a boolean, but text in double quotes belongs there',
    ],
    ['no value', '{"labels":{"a":', 'it ends where text in double quotes was expected'],
    [
      'an object for a value',
      '{"labels":{"a":{}}}',
      'the value of "a" in labels is an object, but text in double quotes belongs there',
    ],
    ['a value without quotes', '{"labels":{"a":b}}', 'it has "b}}" where text in double quotes was expected'],
    ['single quotes', "{'labels':{}}", `it has "'labels':{}}" where text in double quotes was expected`],
    ['a comma too many', '{"labels":{"a":"b",}}', 'it has "}}" where text in double quotes was expected'],
    ['a comma too few', '{"labels":{"a":"b" "c":"d"}}', 'it has "\\"c\\":\\"d\\"}}" where "}" was expected'],
    ['a missing colon', '{"labels" {}}', 'it has "{}}" where ":" was expected'],
    ['a missing brace', '{"labels":{"a":"b"}', 'it ends where "}" was expected'],
    ['a missing quote', '{"labels":{"a":"b}}', 'the double quote before "b}}" is never closed'],
    ['a line break in a string', '{"labels":{"a":"b\nc"}}', `"\\"b\\nc\\"" ${control}`],
    ['an unknown escape', '{"labels":{"a":"\\x41"}}', `"\\"\\\\x41\\"" ${control}`],
    ['a misspelled null', '{"labels":nil}', 'it has "nil}" where null was expected'],
    ['a byte order mark', '\ufeff{}', 'it has "\\ufeff{}" where a JSON object was expected'],
  ])('%s', (_, text, problem) => {
    expect(decode(text)).toEqual({ problem })
  })

  test('a hundred thousand nested lists are refused like one', () => {
    expect(decode(`{"labels":${'['.repeat(100_000)}`)).toEqual({
      problem: 'labels is a list, but an object of strings belongs there',
    })
  })
})
