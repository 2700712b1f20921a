import { describe, expect, test } from 'vitest'
import { type FolderFile, readFolder } from '../../../src/krm/list/folder.ts'
import type { FieldEdit } from '../../../src/manifest/change.ts'

const ingress = 'apiVersion: v1\nkind: A\nmetadata:\n  name: a\n'
const service = 'apiVersion: v1\nkind: B\nmetadata:\n  name: b\n'
const added = { apiVersion: 'v1', kind: 'New', metadata: { name: 'new' } }
const newText = 'apiVersion: v1\nkind: New\nmetadata:\n  name: new\n'

function folderOf(files: Readonly<Record<string, string>>) {
  const list = Object.entries(files).map(
    ([path, text]): FolderFile => ({ path, bytes: new TextEncoder().encode(text) }),
  )
  return readFolder(list, () => true)
}

describe('the items of a folder', () => {
  test('have positions of the whole and places of their files', async () => {
    const { items } = await folderOf({ 'a.yaml': `${ingress}---\n${service}`, 'b/c.yaml': `# c\n${service}` })
    const seen = items.map(({ position, file, lineOf }) => [
      position,
      file.path,
      file.index,
      lineOf(['kind']),
    ])
    expect(seen).toEqual([
      [0, 'a.yaml', 0, 2],
      [1, 'a.yaml', 1, 7],
      [2, 'b/c.yaml', 0, 3],
    ])
  })

  test.each([
    ['an empty file', ''],
    ['values of a chart', 'image:\n  tag: 1\n'],
    ['a template with no apiVersion', '{{ if .x }}\na: b\n{{ end }}\n'],
    ['a list of anything', '- a\n- b\n'],
    ['a ResourceList', 'apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems: []\n'],
  ])('are none, in silence, in %s', async (_name, text) => {
    const { items, unreadable } = await folderOf({ 'x.yaml': text })
    expect([items, unreadable]).toEqual([[], []])
  })

  test('are not read from a file that says it is a resource and is broken, which is named', async () => {
    const { items, unreadable } = await folderOf({
      'a.yaml': ingress,
      'x.yaml': 'apiVersion: v1\nkind: A\na: "b\n',
    })
    expect(items).toHaveLength(1)
    expect(unreadable).toEqual([
      { path: 'x.yaml', reason: expect.stringMatching(/^The input looks cut off: /) },
    ])
  })
})

describe('what is written', () => {
  const rename: FieldEdit[] = [{ path: ['metadata', 'name'], value: 'c' }]
  test.each<
    readonly [
      name: string,
      files: Readonly<Record<string, string>>,
      edits: { update?: number; remove?: number; append?: string },
      written: Readonly<Record<string, string | undefined>>,
    ]
  >([
    ['nothing, where nothing changes', { 'a.yaml': ingress }, {}, {}],
    [
      'the file of an edited item alone',
      { 'a.yaml': ingress, 'b.yaml': `${ingress}---\n${service}` },
      { update: 2 },
      { 'b.yaml': `${ingress}---\n${service.replace('name: b', 'name: c')}` },
    ],
    ['a new file', { 'a.yaml': ingress }, { append: 'new.yaml' }, { 'new.yaml': newText }],
    [
      'a new document of a file that is there',
      { 'a.yaml': ingress },
      { append: 'a.yaml' },
      { 'a.yaml': `${ingress}---\n${newText}` },
    ],
    [
      'the file without the document of a removed item',
      { 'a.yaml': `${ingress}---\n${service}` },
      { remove: 1 },
      { 'a.yaml': ingress },
    ],
    [
      'no file, where nothing but comments would be left',
      { 'a.yaml': `# the only one\n${ingress}# the end\n` },
      { remove: 0 },
      { 'a.yaml': undefined },
    ],
  ])('%s', async (_name, files, { update, remove, append }, written) => {
    const folder = await folderOf(files)
    const edits = {
      update: new Map(update === undefined ? [] : [[update, rename]]),
      remove: new Set(remove === undefined ? [] : [remove]),
    }
    const result = await folder.write(edits, new Map(append === undefined ? [] : [[append, [added]]]))
    const texts = [...result].map(([path, pieces]) => [path, pieces && Buffer.concat(pieces).toString()])
    expect(Object.fromEntries(texts)).toEqual(written)
  })
})
