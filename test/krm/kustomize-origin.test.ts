import { describe, expect, it } from 'vitest'
import { Locator } from '../../src/krm/results/locator.ts'

const finding = {
  rule: 'tls-missing',
  severity: 'error',
  message: 'This is wrong.',
  position: 0,
  field: { path: 'spec.tls' },
} as const

const text = 'kind: Ingress\nmetadata:\n  name: web\nspec:\n  tls: []\n'
const findFile = (name: string) => (name.startsWith('base/') ? { name, text } : undefined)

/** The place of a result about an item with these annotations, in a list on the standard input. */
async function placeOf(annotations: Readonly<Record<string, string>>) {
  const object = { kind: 'Ingress', metadata: { name: 'web', annotations }, spec: { tls: [] } }
  const locator = new Locator({ list: { path: '<stdin>', isFile: false } }, findFile)
  return (await locator.locate(finding, { object, lineOf: () => 9 })).location
}

const origin = (text: string) => ({ 'config.kubernetes.io/origin': text })

describe('what kustomize says of the origin of an item', () => {
  it.each([
    [
      'a file that is there',
      origin('path: base/web.yaml\n'),
      { path: 'base/web.yaml', line: 5, isFile: true },
    ],
    [
      'a file of another directory',
      origin('path: other/web.yaml\n'),
      { path: 'other/web.yaml', isFile: false },
    ],
    [
      'a file of a remote base',
      origin('path: base/web.yaml\nrepo: https://github.com/o/r\nref: v1.0\n'),
      { path: 'https://github.com/o/r//base/web.yaml?ref=v1.0', isFile: false },
    ],
    [
      'a remote base without a ref, whose password is not said',
      origin('path: web.yaml\nrepo: https://user:secret@github.com/o/r\n'),
      { path: 'https://github.com/o/r//web.yaml', isFile: false },
    ],
    [
      'what a generator made, by its configuration',
      origin('configuredIn: base/generator.yaml\nconfiguredBy:\n  kind: Generator\n'),
      { path: 'base/generator.yaml', line: 5, isFile: true },
    ],
    ['nothing that can be read', origin('[['), { path: '<stdin>', line: 9, isFile: false }],
    [
      'nothing of a repository without a path',
      origin('repo: https://github.com/o/r\n'),
      { path: '<stdin>', line: 9, isFile: false },
    ],
    ['nothing with an empty path', origin('path: ""\n'), { path: '<stdin>', line: 9, isFile: false }],
    [
      'a file, although the repository is empty',
      origin('path: base/web.yaml\nrepo: ""\nref: ""\n'),
      { path: 'base/web.yaml', line: 5, isFile: true },
    ],
    ['nothing that has a path', origin('path: 7\n'), { path: '<stdin>', line: 9, isFile: false }],
    [
      'less than the path annotation, also where it names a repository',
      {
        ...origin('path: web.yaml\nrepo: https://github.com/o/r\n'),
        'internal.config.kubernetes.io/path': 'base/own.yaml',
      },
      { path: 'base/own.yaml', line: 5, isFile: true },
    ],
    [
      'less than the path annotation',
      { ...origin('path: other.yaml\n'), 'internal.config.kubernetes.io/path': 'base/own.yaml' },
      { path: 'base/own.yaml', line: 5, isFile: true },
    ],
  ])('is %s', async (_, annotations, location) => {
    expect(await placeOf(annotations)).toEqual(location)
  })
})
