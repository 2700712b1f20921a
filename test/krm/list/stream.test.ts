import { describe, expect, test } from 'vitest'
import { readInput } from '../../../src/krm/list/read.ts'
import type { Input, ListEdits } from '../../../src/krm/list/resource-list.ts'

const added = { apiVersion: 'v1', kind: 'New', metadata: { name: 'new' } }
const newDocument = '---\napiVersion: v1\nkind: New\nmetadata:\n  name: new\n'
const none: ListEdits = { update: new Map(), remove: new Set(), append: [], results: [] }

function read(text: string): Promise<Input> {
  return readInput(new TextEncoder().encode(text), () => true)
}

async function written(text: string, edits: Partial<ListEdits>): Promise<string> {
  return Buffer.concat(await (await read(text)).write({ ...none, ...edits })).toString()
}

const a = 'apiVersion: v1\nkind: A\nmetadata:\n  name: a\n'
const b = 'apiVersion: v1\nkind: B\nmetadata:\n  name: b\n'

describe('a stream comes back byte for byte, with new items as documents behind the last one', () => {
  test.each<readonly [name: string, stream: string, after: string]>([
    ['one document', a, a + newDocument],
    ['several', `${a}---\n${b}`, `${a}---\n${b}${newDocument}`],
    ['a marker at the start', `---\n${a}`, `---\n${a}${newDocument}`],
    [
      'the comments of helm template',
      `---\n# Source: web/templates/a.yaml\n${a}---\n# Source: web/templates/b.yaml\n${b}`,
      `---\n# Source: web/templates/a.yaml\n${a}---\n# Source: web/templates/b.yaml\n${b}${newDocument}`,
    ],
    [
      'empty documents',
      `---\n---\n${a}---\n# nothing\n---\n`,
      `---\n---\n${a}---\n# nothing\n---\n${newDocument}`,
    ],
    [
      'documents that are no resources',
      `- x\n---\n${a}---\ntext\n`,
      `- x\n---\n${a}---\ntext\n${newDocument}`,
    ],
    ['a document without a kind', `a: b\n---\n${a}`, `a: b\n---\n${a}${newDocument}`],
    ['a directive', `%YAML 1.1\n---\n${a}`, `%YAML 1.1\n---\n${a}${newDocument}`],
    ['an end of the document', `${a}...\n`, `${a}...\n${newDocument}`],
    ['a comment behind the marker', `--- # the first\n${a}`, `--- # the first\n${a}${newDocument}`],
    ['no line break at the end', `${a}---\n${b}`.trimEnd(), `${a}---\n${b}${newDocument}`.trimEnd()],
    [
      'line breaks of Windows',
      `${a}---\n${b}`.replaceAll('\n', '\r\n'),
      `${a}---\n${b}${newDocument}`.replaceAll('\n', '\r\n'),
    ],
    ['a byte order mark', `\ufeff${a}`, `\ufeff${a}${newDocument}`],
    [
      'a marker inside a block scalar, which is indented and none',
      `${a}data:\n  x: |\n    ---\n    apiVersion: v1\n`,
      `${a}data:\n  x: |\n    ---\n    apiVersion: v1\n${newDocument}`,
    ],
    [
      'a block scalar without a last line break: nothing can come behind it',
      `${a}---\n${b}x: |\n  y`,
      `${a}${newDocument}---\n${b}x: |\n  y`,
    ],
  ])('%s', async (_name, stream, after) => {
    expect(await written(stream, {})).toBe(stream)
    expect(await written(stream, { append: [added] })).toBe(after)
  })
})

describe('a `kind: List` that is the whole input takes the new items itself', () => {
  const list = `apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: A\nmetadata:\n  resourceVersion: ""\n`
  const json = `{\n    "apiVersion": "v1",\n    "items": [\n        {"apiVersion": "v1", "kind": "A"}\n    ],\n    "kind": "List"\n}\n`
  test.each<readonly [name: string, stream: string, after: string]>([
    [
      'YAML',
      list,
      list.replace('kind: A\n', 'kind: A\n- apiVersion: v1\n  kind: New\n  metadata:\n    name: new\n'),
    ],
    [
      'JSON',
      json,
      json.replace(
        '"kind": "A"}\n',
        '"kind": "A"},\n        {\n          "apiVersion": "v1",\n          "kind": "New",\n          "metadata": {\n            "name": "new"\n          }\n        }\n',
      ),
    ],
    [
      'behind a marker',
      `---\n${list}`,
      `---\n${list.replace('kind: A\n', 'kind: A\n- apiVersion: v1\n  kind: New\n  metadata:\n    name: new\n')}`,
    ],
    ['one of several documents does not', `${a}---\n${list}`, `${a}---\n${list}${newDocument}`],
  ])('%s', async (_name, stream, after) => {
    expect(await written(stream, {})).toBe(stream)
    expect(await written(stream, { append: [added] })).toBe(after)
  })
})

describe('an item of a stream', () => {
  test.each<readonly [name: string, stream: string, position: number, after: string]>([
    ['the first goes with the marker behind it', `${a}---\n${b}`, 0, b],
    ['the last goes with its marker', `${a}---\n${b}`, 1, a],
    ['one in the middle goes with its comments', `${a}---\n# of B\n${b}---\n${a}`, 1, `${a}---\n${a}`],
    ['the only one', a, 0, ''],
    [
      'one of a list',
      `${a}---\napiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: C\n- apiVersion: v1\n  kind: D\n`,
      1,
      `${a}---\napiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: D\n`,
    ],
  ])('removed: %s', async (_name, stream, position, after) => {
    expect(await written(stream, { remove: new Set([position]) })).toBe(after)
  })

  test('removed together with the one behind it', async () => {
    const stream = `${a}---\n${b}---\n${a}`
    expect(await written(stream, { remove: new Set([0, 1]) })).toBe(`---\n${a}`)
    expect(await written(stream, { remove: new Set([1, 2]) })).toBe(a)
  })

  test('edited in place, as an item of a list is', async () => {
    const stream = `# the first\n${a}---\n# the second\n${b}  labels: {x: y} # kept\n`
    const update = new Map([[1, [{ path: ['metadata', 'name'], value: 'c' }]]])
    expect(await written(stream, { update })).toBe(stream.replace('name: b', 'name: c'))
  })

  test('knows its line, and the template that Helm made it of', async () => {
    const { items } = await read(
      `---\n# Source: web/templates/a.yaml\n${a}---\n# Source: web/templates/b.yaml\n${b}`,
    )
    const seen = items.map((item) => [item.template, item.lineOf([]), item.lineOf(['metadata', 'name'])])
    expect(seen).toEqual([
      ['web/templates/a.yaml', 2, 6],
      ['web/templates/b.yaml', 8, 12],
    ])
  })
})

test.each([
  ['comments and markers alone', '# nothing\n---\n\n---\n'],
  ['blank lines', '\n\n'],
])('%s are a stream without items', async (_name, stream) => {
  const input = await read(stream)
  expect([input.form, input.items]).toEqual(['stream', []])
  expect(await written(stream, {})).toBe(stream)
})

test('a `kind: List` holds as many items as there are', async () => {
  const list = `apiVersion: v1\nkind: List\nitems:\n${'- apiVersion: v1\n  kind: A\n'.repeat(200_000)}`
  const { write } = await readInput(Buffer.from(list), () => false)
  expect(Buffer.concat(await write(none)).toString()).toBe(list)
})
