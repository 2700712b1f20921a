import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { Locator, type UserFile } from '../../src/krm/results/locator.ts'
import { functionConfigPosition, type Subject } from '../../src/krm/results/result.ts'
import type { Step } from '../../src/krm/yaml/step.ts'

const findingAt = (path: string, position = 0) => ({
  rule: 'invalid-annotation',
  severity: 'error' as const,
  message: 'This is wrong.',
  position,
  ...(path !== '' && { field: { path } }),
})

/** An item whose fields are on the line after as many steps as lead to them. */
const item = (yaml: string): Subject => ({
  object: parse(yaml),
  lineOf: (steps: readonly Step[]) => 100 + steps.length,
})

const from = (path: string, name = 'web', more = '') =>
  item(`
kind: Ingress
metadata: {name: ${name}, namespace: prod, annotations: {internal.config.kubernetes.io/path: ${path}${more}}}
`)

const file = `# Two Ingresses.
kind: Ingress
metadata:
  name: api
  namespace: prod
---
kind: Ingress
metadata:
  name: web
  namespace: prod
spec:
  tls:
  - secretName: web-tls
`

const files: Readonly<Record<string, string>> = {
  'web.yaml': file,
  'shop/web.yaml': `---\n${file}`,
  'broken.yaml': '[[',
}

function findFile(name: string): UserFile | undefined {
  const text = files[name]
  return text === undefined ? undefined : { name, text }
}

describe('the place of a result', () => {
  const locator = new Locator(
    {
      list: { path: 'list.yaml', isFile: true },
      functionConfig: { path: 'shim.yaml', isFile: true, lineOf: () => 6 },
    },
    findFile,
  )

  it.each([
    [
      'in the list, at its field, where the item came from no file',
      item('{kind: Ingress}'),
      'spec.tls[0]',
      { path: 'list.yaml', line: 103, isFile: true },
    ],
    [
      'at the item, where the result names no field',
      item('{kind: Ingress}'),
      '',
      { path: 'list.yaml', line: 100, isFile: true },
    ],
    [
      'the list without a line, for what is not in it',
      { object: {} },
      'spec',
      { path: 'list.yaml', isFile: true },
    ],
    [
      'in the file, in the document of the item',
      from('web.yaml'),
      'spec.tls[0].secretName',
      { path: 'web.yaml', line: 13, isFile: true },
    ],
    [
      'at the nearest field around one that is absent',
      from('web.yaml', 'api'),
      'spec.tls',
      { path: 'web.yaml', line: 2, isFile: true },
    ],
    [
      'in the file of the package of the item',
      from('web.yaml', 'web', ', internal.config.kubernetes.io/package-path: shop'),
      'spec',
      { path: 'shop/web.yaml', line: 12, isFile: true },
    ],
    [
      'a file without a line, where it is not there',
      from('missing.yaml'),
      'spec',
      { path: 'missing.yaml', isFile: false },
    ],
    [
      'a file without a line, where it is not YAML',
      from('broken.yaml'),
      'spec',
      { path: 'broken.yaml', isFile: true },
    ],
    [
      'a file without a line, where the item is not in it',
      from('web.yaml', 'other'),
      'spec',
      { path: 'web.yaml', isFile: true },
    ],
    [
      'in the file that the functionConfig names, for a resource that it gives',
      {
        object: parse('{kind: Ingress, metadata: {name: api, namespace: prod}}'),
        file: { path: 'web.yaml', index: 0 },
      },
      'metadata.name',
      { path: 'web.yaml', line: 4, isFile: true },
    ],
  ])('is %s', async (_, subject, path, location) => {
    expect((await locator.locate(findingAt(path), subject)).location).toStrictEqual(location)
  })

  it('is in the functionConfig of the call, whatever that says where it came from', async () => {
    const finding = findingAt('spec.prune', functionConfigPosition)
    expect((await locator.locate(finding, from('web.yaml'))).location).toEqual({
      path: 'shim.yaml',
      line: 6,
      isFile: true,
    })
  })

  it('comes with the result, and with whether nobody should miss it', async () => {
    const finding = findingAt('')
    const subject = item('{apiVersion: v1, kind: Ingress, metadata: {name: web}}')
    const result = {
      message: 'This is wrong.',
      severity: 'error',
      resourceRef: { apiVersion: 'v1', kind: 'Ingress', name: 'web' },
      tags: { rule: 'invalid-annotation' },
    }
    const location = { path: 'list.yaml', line: 100, isFile: true }
    expect(await locator.locate(finding, subject)).toStrictEqual({ result, location })
    const shown = { ...finding, alwaysShown: true }
    expect(await locator.locate(shown, subject)).toStrictEqual({ result, location, alwaysShown: true })
  })

  it.each([
    ['kind', 'kind: Gateway\nmetadata: {name: web, namespace: prod}'],
    ['name', 'kind: Ingress\nmetadata: {name: other, namespace: prod}'],
    ['namespace', 'kind: Ingress\nmetadata: {name: web}'],
  ])('is at the first document of the same identity, and not at one of another %s', async (_, other) => {
    const same = 'kind: Ingress\nmetadata: {name: web, namespace: prod}'
    const files = new Locator({ list: { path: '<stdin>', isFile: false } }, (name) => ({
      name,
      text: [other, same, same].join('\n---\n'),
    }))
    const { location } = await files.locate(findingAt('kind'), from('all.yaml'))
    expect(location).toEqual({ path: 'all.yaml', line: 4, isFile: true })
  })

  it("is the list, for the list's own functionConfig", async () => {
    const plain = new Locator({ list: { path: '<stdin>', isFile: false } }, findFile)
    const finding = findingAt('spec.prune', functionConfigPosition)
    expect((await plain.locate(finding, { object: {} })).location).toEqual({ path: '<stdin>', isFile: false })
  })
})

describe('locating many results', () => {
  it('reads each file once, however many results it has', async () => {
    const count = 300
    const documents = Array.from(
      { length: count },
      (_, n) => `kind: Ingress\nmetadata: {name: web-${n}, namespace: prod}\n`,
    )
    let reads = 0
    const locator = new Locator({ list: { path: '<stdin>', isFile: false } }, (name) => {
      reads++
      return { name, text: documents.join('---\n') }
    })
    const located = await Promise.all(
      documents.map((_, n) => locator.locate(findingAt('kind'), from('all.yaml', `web-${n}`))),
    )
    expect(reads).toBe(1)
    expect(located.map(({ location }) => location.line)).toEqual(documents.map((_, n) => 1 + 3 * n))
  })
})
