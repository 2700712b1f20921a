import { describe, expect, test } from 'vitest'
import { readFolder, wantedInFolder } from '../../../src/krm/list/folder.ts'
import { readInput } from '../../../src/krm/list/read.ts'
import type { Wanted } from '../../../src/krm/list/resource-list.ts'
import { withKustomizations } from '../../../src/krm/run/patches.ts'
import { at } from '../../../src/manifest/manifest.ts'

/** Wants Ingresses and, where anything of example.com is mentioned, Services. */
const wanted: Wanted = withKustomizations(
  Object.assign((_apiVersion: string, kind: string) => kind === 'Ingress', {
    annotations: ['example.com/issuer'],
    beside: {
      texts: ['example.com'],
      wanted: (mentioned: ReadonlySet<string>): Wanted =>
        Object.assign(
          (_: string, kind: string) =>
            kind === 'Ingress' || (mentioned.has('example.com') && kind === 'Service'),
          { annotations: ['example.com/issuer'] },
        ),
    },
  }),
)

const service = 'apiVersion: v1\nkind: Service\nmetadata: {name: a}\n'
const ingress = 'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: a}\n'
const foreign = 'apiVersion: example.com/v1\nkind: Route\nmetadata: {name: a}\n'
const bytes = (text: string) => new TextEncoder().encode(text)
const kinds = (items: readonly { readonly object: unknown }[]) =>
  items.map(({ object }) => at(object, 'kind'))

describe('a kind that is wanted beside a group', () => {
  test.each([
    ['is passed over where nothing is of that group', [service, ingress], ['Ingress']],
    ['is read where something is', [service, ingress, foreign], ['Service', 'Ingress']],
  ])('%s', async (_sentence, documents, expected) => {
    const { items } = await readInput(bytes(documents.join('---\n')), wanted)
    expect(kinds(items)).toEqual(expected)
  })

  test('is read where another file of the folder is of that group', async () => {
    const files = [service, foreign].map((text, index) => ({ path: `${index}.yaml`, bytes: bytes(text) }))
    const read = async (given: typeof files) =>
      kinds((await readFolder(given, wantedInFolder(given, wanted))).items)
    expect(await read(files)).toEqual(['Service'])
    expect(await read(files.slice(0, 1))).toEqual([])
  })
})
