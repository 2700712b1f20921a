import { describe, expect, test } from 'vitest'
import { outlineOf } from '../../../src/krm/text/scan.ts'

/** How sure the scanner is: of the text and every item; not of the items at these positions; or not of the text. */
type Sureness = 'sure' | readonly number[] | 'unsure'

const isIngress = (_apiVersion: string, kind: string) => kind === 'Ingress'

function surenessOf(text: string): Sureness {
  const outline = outlineOf(Buffer.from(text), isIngress)
  if (outline === undefined) return 'unsure'
  return outline.doubtful.length === 0 ? 'sure' : outline.doubtful.map(({ position }) => position)
}

/** A list of two items, with these lines in the first one. */
function listWith(lines: string): string {
  const indented = lines.replace(/^(?=.)/gm, '  ')
  return `items:\n- apiVersion: v1\n  kind: A\n${indented}\n- apiVersion: v1\n  kind: B\n`
}

describe('what the scanner is sure of inside an item', () => {
  test.each<readonly [name: string, lines: string]>([
    ['mappings and lists, compact and wide', 'a:\n- b\nc:\n  - d: e\n    f: g\n  -   h: i\n      j: k'],
    ['lists in lists', 'a:\n- - b\n  - c\n- - - d'],
    ['a key and a dash with nothing behind them', 'a:\nb:\n-\n- c\nd:'],
    ['a value below its dash', 'a:\n-\n  b: c\n  d: e'],
    ['plain scalars with colons and number signs', 'a: b:c\nd: e#f\ng: http://h/#i\nj: k # l'],
    ['quotes on one line', `a: "b: c # d"\n'e': 'it''s'\n"f": "\\u00e4\\n"`],
    ['brackets on one line', 'a: ["--b=1", c, -2]\nd: {}\ne: {f: g, h: [i]} # j'],
    [
      'block scalars with whatever in them',
      'a: |\n  - apiVersion: v1\n    kind: Ingress\n  # no comment\n  "\n\n  [\nb: >-\n  c\n\n    d',
    ],
    ['comments at any column, blank lines, blanks at the end', '# a\na: b   \n\n      # c\nc: d  # e\n   '],
    ["keys that aren't text", '8080: a\ntrue: b\nnull: c\n0x10: d'],
    ["text that isn't ASCII", 'ä: ö\n"ü": 日本 😀 — é'],
    ['values that begin with a dash', 'a: -1\nb: --c'],
  ])('%s', (_name, lines) => {
    expect(surenessOf(listWith(lines))).toBe('sure')
  })

  test('line breaks of Windows', () => {
    expect(surenessOf(listWith('a: b\nc: "d"\ne:\n- f\ng: |\n  h').replaceAll('\n', '\r\n'))).toBe('sure')
  })

  test('a text without a final line break', () => {
    expect(surenessOf(listWith('a: b').trimEnd())).toBe('sure')
  })
})

describe('what is left to yaml, that item alone', () => {
  test.each<readonly [name: string, lines: string]>([
    ['a plain scalar over two lines', 'a: b\n  c'],
    ['a quoted scalar over two lines', 'a: "b\n  c"'],
    ['brackets over two lines', 'a: [b,\n  c]'],
    ['a scalar below its key', 'a:\n  b'],
    ['an anchor', 'a: &b c'],
    ['an alias', 'a: *b'],
    ['a tag', 'a: !!str b'],
    ['a `? ` key', '? a\n: b'],
    ['a merge key', '<<: {a: b}'],
    ['a tab in a value', 'a: b\tc'],
    ['a tab behind a colon', 'a:\tb'],
    ['a blank before a colon', 'a : b'],
    ['a colon and a blank in a plain scalar', 'a: b: c'],
    ["an escape that JSON doesn't have", 'a: "\\x41"'],
    ['a trailing comma', 'a: [b,]'],
    ['a key without a value in braces', 'a: {b}'],
    ['an indentation indicator', 'a: |2\n  b'],
    ['a block scalar without content', 'a: |\nb: c'],
    ['a block scalar below a longer blank line', 'a: |\n      \n  b'],
    ['an indentation that fits nothing', 'a:\n    b: c\n  d: e'],
    ['a list to the left of its key', 'a:\n  b:\n - c'],
    ['a line separator', 'a: b\u2028c'],
    ['a control character', 'a: b\u0007'],
    ['a carriage return alone', 'a: b\rc'],
    ['a key of over a thousand characters', `${'k'.repeat(1025)}: a`],
    ['text where a key belongs', 'a: b\nc'],
    ["a directive's sign", 'a: %b'],
  ])('%s', (_name, lines) => {
    expect(surenessOf(listWith(lines))).toEqual([0])
  })

  test.each<readonly [name: string, items: string, doubtful: number[]]>([
    ['an item in braces', '- {kind: A}\n- kind: B\n', [0]],
    ['an item that is text', '- kind: A\n- b\n', [1]],
    ['an item that is empty', '-\n- kind: B\n', [0]],
    ['an item that is a list', '- - kind: A\n- kind: B\n', [0]],
    ['an item whose kind is in quotes with an escape', '- kind: "A\\u0042"\n- kind: B\n', [0]],
    ['two of three', '- a: &b c\n- kind: B\n- a: *b\n', [0, 2]],
  ])('%s', (_name, items, doubtful) => {
    expect(surenessOf(`items:\n${items}functionConfig: {}\n`)).toEqual(doubtful)
  })
})

describe('what is left to yaml, with the whole text', () => {
  test.each<readonly [name: string, text: string]>([
    ['a document marker before the list', `---\n${listWith('a: b')}`],
    [
      'a document marker inside an item',
      listWith('a: b').replace('- apiVersion: v1\n  kind: B', '---\n- kind: B'),
    ],
    [
      'a document marker behind something doubtful',
      listWith('a: "b\n  c"').replace('- apiVersion: v1\n  kind: B', '...\n- kind: B'),
    ],
    ['a directive', `%YAML 1.2\n---\n${listWith('a: b')}`],
    ['a byte order mark', `\ufeff${listWith('a: b')}`],
    ['JSON', '{"items": []}'],
    [
      'a tab before a doubtful item ends',
      listWith('a: &b c').replace('- apiVersion: v1\n  kind: B', '\t- kind: B'),
    ],
    ['items that begin at different columns', 'items:\n  - kind: A\n - kind: B\n'],
    ['a top-level key twice', 'items: []\nitems: []\n'],
    ['a top-level key with an escape', '"it\\u0065ms": []\n'],
    ['an anchor on the list', 'items: &a\n- kind: A\n'],
    ['something doubtful in the functionConfig', 'functionConfig:\n  a: &b c\nitems: []\n'],
    ['a top-level list', '- kind: A\n'],
  ])('%s', (_name, text) => {
    expect(surenessOf(text)).toBe('unsure')
  })
})

describe('the items that are found', () => {
  test('are those whose own apiVersion and kind are wanted, wherever those stand', () => {
    const text = `items:
- kind: A
  text: |
    - apiVersion: v1
      kind: Ingress
  spec:
    kind: Ingress
- spec:
    kind: B
  kind: "Ingress" # here
  apiVersion: v1
# of the next
- kind: B
  apiVersion: v1
  kind: Ingress
- kind: Ingress
`
    const found = outlineOf(Buffer.from(text), isIngress)?.found
    expect(found?.map(({ position }) => position)).toEqual([1, 2])
    expect(found?.map(({ start, end }) => text.slice(start, end))).toEqual([
      '- spec:\n    kind: B\n  kind: "Ingress" # here\n  apiVersion: v1\n# of the next\n',
      '- kind: B\n  apiVersion: v1\n  kind: Ingress\n',
    ])
  })
})
