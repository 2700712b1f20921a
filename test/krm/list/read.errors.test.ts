import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readInput } from '../../../src/krm/list/read.ts'
import { InputError } from '../../../src/krm/list/resource-list.ts'

const head = 'apiVersion: config.kubernetes.io/v1\nkind: ResourceList\n'

/** Each of these lists is ten times the one before. */
const growing = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
  .map((name, index, names) => {
    const entry = index === 0 ? 'x' : `*${names[index - 1]}`
    return `  ${name}: &${name} [${Array(10).fill(entry).join(', ')}]\n`
  })
  .join('')

async function messageFor(input: string | Uint8Array): Promise<string> {
  const error: unknown = await readInput(Buffer.from(input), () => true).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(InputError)
  return error instanceof InputError ? error.message : ''
}

describe('what holds no ResourceList is refused with a sentence that says what to do', () => {
  test.each<readonly [string, string | Uint8Array, RegExp]>([
    ['nothing', '', /^The input is empty, where a ResourceList or a stream of manifests is expected/],
    ['a plain text', 'hello\n', /^The input is YAML but not a mapping/],
    ['a list', '- a\n', /^The input is YAML but not a mapping/],
    [
      'another kind of its group',
      'apiVersion: config.kubernetes.io/v1\nkind: ResourceLst\n',
      /^The input is of kind "ResourceLst", which is not a kind of config\.kubernetes\.io\. Did you mean ResourceList\?$/,
    ],
    [
      'a document behind the list',
      `${head}---\nkind: B\n`,
      /^The input holds a ResourceList and other documents \(the second starts on line 3\)/,
    ],
    [
      "an apiVersion that this function can't read",
      'apiVersion: config.kubernetes.io/v2\nkind: ResourceList\n',
      /has the apiVersion "config\.kubernetes\.io\/v2"; this function reads config\.kubernetes\.io\/v1, /,
    ],
    ['no apiVersion', 'kind: ResourceList\n', /^The ResourceList has no apiVersion/],
    [
      'items that are a mapping',
      `${head}items:\n  a: b\n`,
      /^The ResourceList's items \(line 3\) is not a list/,
    ],
    ['items that are text', `${head}items: all\n`, /^The ResourceList's items \(line 3\) is not a list/],
    [
      'results that are a mapping',
      `${head}results: {a: b}\n`,
      /^The ResourceList's results \(line 3\) is not a list/,
    ],
    [
      'an item that is text',
      `${head}items:\n- a: b\n- text\n`,
      /^Item 1 of the list \(line 5\) isn't a mapping/,
    ],
    ['an item that is empty', `${head}items:\n-\n`, /^Item 0 of the list \(line 4\) isn't a mapping/],
    ['an item that is a list', `${head}items:\n- - a: b\n`, /^Item 0 of the list \(line 4\) isn't a mapping/],
    ['two lists of items', `${head}items: []\nitems: []\n`, /the key "items" appears twice .* on line 4/],
    [
      'a tab as indentation',
      `${head}items:\n- a:\n\t\tb: c\n`,
      /isn't valid YAML: line 5, column 1: a tab indents this line/,
    ],
    [
      'an indentation that fits nothing',
      `${head}items:\n- a:\n    b: c\n   d: e\n`,
      /isn't valid YAML: line 6, column 1: this line's indentation fits none of the mappings and lists above it/,
    ],
    [
      'braces that nobody closes',
      `${head}items:\n- apiVersion: v1\n  kind: Service\n  metadata: {name: a\n  spec: {}\n`,
      /isn't valid YAML: line 7, column 3: a mapping in braces is not closed before this line: its `}` is missing/,
    ],
    [
      'brackets that nobody closes',
      `${head}items:\n- a: [b,\n  c: d\n`,
      /isn't valid YAML: line 5, column 3: a list in brackets is not closed before this line: its `]` is missing/,
    ],
    [
      'a cut inside braces',
      `${head}items:\n- metadata: {name: a\n`,
      /^The input looks cut off: it ends in the middle of something \(line 5, column 1: a mapping in braces is not closed/,
    ],
    [
      'a template that nobody rendered',
      `${head}items:\n- apiVersion: v1\n  kind: Service\n  {{- if .a }}\n  b: c\n  {{- end }}\n`,
      /isn't valid YAML: .*\. It has {{ … }} in it: if it is a template, render it first\.$/,
    ],
    [
      'a colon in a value',
      `${head}items:\n- a: b: c\n`,
      /line 4, column \d+: a second `key: value` starts on a line that has one/,
    ],
    [
      'an alias of something outside of its item',
      `${head}items:\n- apiVersion: v1\n  kind: A\n  a: *b\n`,
      /^The input can't be read: the alias \*b on line 6 stands for nothing, since no &b comes before it in the same resource/,
    ],
    [
      'aliases that grow without bounds',
      `${head}items:\n- kind: A\n  apiVersion: b\n${growing}`,
      /^The input can't be read: the value on line 11 grows without bounds/,
    ],
    [
      'a cut inside a quote',
      `${head}items:\n- a: "b\n`,
      /^The input looks cut off: it ends in the middle of something \(line 5, .*quote/,
    ],
    ['a cut inside a key', `${head}items:\n- a: b\n  c`, /^The input looks cut off: /],
    [
      'a cut inside JSON',
      '{"apiVersion": "config.kubernetes.io/v1", "items": [{"a": 1}',
      /^The input looks cut off: /,
    ],
    ['a NUL byte', `${head}\0`, /^The input has a NUL byte on line 3 \(byte 55\)/],
    [
      'a control character',
      `${head}items:\n- apiVersion: v1\n  kind: "\u0007"\n`,
      /^The input isn't valid YAML: line 5 has the control character U\+0007, which YAML doesn't allow/,
    ],
    [
      'a byte that is no UTF-8',
      Buffer.concat([Buffer.from(`${head}a: ä\ufffdb`), Buffer.from([0xff])]),
      /^The input has a byte that isn't UTF-8 on line 3 \(byte 64\)/,
    ],
    ['UTF-16', Buffer.from('\ufeffkind: ResourceList\n', 'utf16le'), /^The input is encoded in UTF-16/],
  ])('%s', async (_name, input, message) => {
    expect(await messageFor(input)).toMatch(message)
  })
})

test('an edit beside a tab that yaml takes for content reads back as it should', async () => {
  const text = `${head}items:\n- apiVersion: v1\n  kind: A\n  text: >\n  \t\n`
  const list = await readInput(Buffer.from(text), () => true)
  const edits = { remove: new Set<number>(), append: [], results: [] }
  const update = new Map([[0, [{ path: ['a'], value: 'b' }]]])
  const written = Buffer.concat(await list.write({ ...edits, update })).toString()
  expect(parse(written).items).toEqual([{ ...parse(text).items[0], a: 'b' }])
  expect(Buffer.concat(await list.write({ ...edits, update: new Map() })).toString()).toBe(text)
})

test('an anchor that another item uses is not changed, since nobody has read that item', async () => {
  const text = `${head}items:\n- apiVersion: v1\n  kind: A\n  name: &n web\n- apiVersion: v1\n  kind: B\n  name: *n\n`
  const list = await readInput(Buffer.from(text), (_apiVersion, kind) => kind === 'A')
  const edits = { update: new Map(), remove: new Set([0]), append: [], results: [] }
  await expect(list.write(edits)).rejects.toThrow(
    /^The item on line 4 has the anchor &n, which another item uses/,
  )
})

test("what an alias of another item says that it is can't be known, so it is not passed over", async () => {
  const text = `${head}items:\n- apiVersion: v1\n  kind: &k A\n- apiVersion: v1\n  kind: *k\n- apiVersion: v1\n  kind: B\n`
  await expect(readInput(Buffer.from(text), (_apiVersion, kind) => kind === 'A')).rejects.toThrow(
    /^The input can't be read: the alias \*k on line 7 stands for nothing/,
  )
})

test('a line that a problem names is counted within its item', async () => {
  const text = `${head}items:\n- apiVersion: v1\n  kind: B\n- # A comment\n  apiVersion: v1\n  kind: A\n  a: b\n  a: c\n`
  const { items } = await readInput(Buffer.from(text), (_apiVersion, kind) => kind === 'A')
  expect(items.map(({ problem }) => problem)).toEqual([
    'the key "a" appears twice in one mapping, the second time on line 4 of this resource, so that it isn\'t clear which value counts',
  ])
})

describe('a value that contains itself is refused', () => {
  test.each([
    ['a list', 'x: &a [*a]'],
    ['a mapping', 'x: &a {b: *a}'],
    ['by a merge', 'x: &a {<<: *a}'],
  ])('%s', async (_name, line) => {
    const message = await messageFor(`${head}items:\n- apiVersion: v1\n  kind: A\n  ${line}\n`)
    expect(message).toBe(
      "The input can't be read: the alias *a on line 6 stands for something that contains it; write the value out.",
    )
  })
})
