import { expect, test } from 'vitest'
import { readInput } from '../../../src/krm/list/read.ts'
import type { Wanted } from '../../../src/krm/list/resource-list.ts'
import { at } from '../../../src/manifest/manifest.ts'

const wanted: Wanted = Object.assign((_apiVersion: string, kind: string) => kind === 'Ingress', {
  annotations: ['x.io/issuer'],
})

const item = (name: string, metadata: string, rest = '') =>
  `- apiVersion: v1\n  kind: Service\n  metadata: {name: ${name}${metadata}}\n${rest}`

test.each([
  ['an item of another kind that has a wanted annotation', ', annotations: {x.io/issuer: a}', '', ['it']],
  ['one that has it empty', ', annotations: {x.io/issuer: }', '', ['it']],
  ['none that has a longer annotation', ', annotations: {x.io/issuer-name: a}', '', []],
  ['none that has it as a label', ', labels: {x.io/issuer: a}', '', []],
  ['none that only speaks of it', '', '  data: {values: "annotations: {x.io/issuer: a}"}\n', []],
])('%s is read', async (_what, metadata, rest, names) => {
  const list = `apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n${item('it', metadata, rest)}${item('last', '')}`
  const { items } = await readInput(new TextEncoder().encode(list), wanted)
  expect(items.map(({ object }) => at(object, 'metadata', 'name'))).toEqual(names)
})

test.each([
  ['the one item, though nobody wants it', item('it', ''), 'it'],
  ['none of two', item('a', '') + item('b', ''), undefined],
])('the only item of a list is %s', async (_what, items, name) => {
  const list = `apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n${items}`
  const { onlyItem } = await readInput(new TextEncoder().encode(list), wanted)
  expect(at(onlyItem, 'metadata', 'name')).toBe(name)
})
