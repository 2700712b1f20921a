import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { byFile, seenItems } from '../../src/krm/run/folder-items.ts'

const place = `internal.config.kubernetes.io/path: apps/web.yaml, internal.config.kubernetes.io/index: "2", config.kubernetes.io/path: apps/web.yaml, config.kubernetes.io/index: "2"`

describe('an item of a folder', () => {
  it.each([
    [
      'has its file in its annotations',
      '{metadata: {name: a, annotations: {b: c}}}',
      `{metadata: {name: a, annotations: {b: c, ${place}}}}`,
    ],
    [
      'also where it has no annotations',
      '{metadata: {name: a}}',
      `{metadata: {name: a, annotations: {${place}}}}`,
    ],
    ['also where it has no metadata', '{kind: A}', `{kind: A, metadata: {annotations: {${place}}}}`],
    [
      'stays as it is where its annotations are a list',
      '{metadata: {annotations: [a]}}',
      '{metadata: {annotations: [a]}}',
    ],
    ['stays as it is where its metadata are a list', '{metadata: [a]}', '{metadata: [a]}'],
    ['stays as it is where it is no mapping', '[a]', '[a]'],
  ])('%s', (_sentence, item, expected) => {
    const file = { path: 'apps/web.yaml', index: 2 }
    expect(seenItems([{ position: 0, object: parse(item), file, lineOf: () => 1 }])).toMatchObject([
      { position: 0, object: parse(expected), file },
    ])
  })
})

describe('the new items of a folder', () => {
  const item = (name: string, path?: string) => ({
    kind: 'Certificate',
    metadata: {
      name,
      annotations: {
        a: 'b',
        ...(path !== undefined && {
          'internal.config.kubernetes.io/path': path,
          'internal.config.kubernetes.io/index': '0',
          'config.kubernetes.io/path': path,
          'config.kubernetes.io/index': '0',
        }),
      },
    },
  })

  it('are by the file that their annotations name, and have those no more', () => {
    expect(byFile([item('one', 'x.yaml'), item('two', 'y.yaml'), item('three', 'x.yaml')])).toEqual(
      new Map([
        ['x.yaml', [item('one'), item('three')]],
        ['y.yaml', [item('two')]],
      ]),
    )
  })

  it('are in none where they have no place', () => {
    expect(byFile([item('one')])).toEqual(new Map())
  })
})
