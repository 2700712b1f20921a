import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { KrmFunction } from '../../src/krm/run/function.ts'
import { FileError } from '../../src/krm/run/generator.ts'
import { newResultsOf, runFunction } from '../../src/krm/run/runner.ts'

/** A function that copies the data of each Source into a Copy, and asks for Copies named "old" to change. */
const copier: KrmFunction = {
  wanted: (_, kind) => kind === 'Source' || kind === 'Copy',
  sources: (_, kind) => kind === 'Source',
  configure: (config) => ({
    resources: config === undefined ? [] : parse(JSON.stringify(config)).spec.resources,
    run: async (manifests) => ({
      changes: manifests.map(({ position, object }) => {
        const { kind, metadata } = parse(JSON.stringify(object))
        if (kind === 'Copy')
          return { kind: 'update', position, source: position, edits: [{ path: ['data'], value: 1 }] }
        const annotations = metadata.annotations ?? {}
        return {
          kind: 'create',
          source: position,
          item: { kind: 'Copy', metadata: { name: metadata.name, annotations } },
        }
      }),
      findings: [],
    }),
  }),
}

const files: Readonly<Record<string, string>> = {
  'one.yaml': '{apiVersion: v1, kind: Source, metadata: {name: one}}',
  'two.yaml':
    '# nothing\n---\n{apiVersion: v1, kind: Source, metadata: {name: two}}\n---\n---\n{apiVersion: v1, kind: Source, metadata: {name: three}}',
  'old.yaml': '{apiVersion: v1, kind: Copy, metadata: {name: old}}',
  'text.yaml': '{kind: Source, metadata: {name: four}}\n---\njust text',
  'twice.yaml': '{apiVersion: v1, kind: Source, metadata: {name: one, name: two}}',
  'bomb.yaml': `a: &a [x,x]\n${'bcdefghij'.replaceAll(/./g, (key) => `${key}: &${key} [${Array(30).fill(`*${String.fromCharCode(key.charCodeAt(0) - 1)}`)}]\n`)}`,
}

function readFile(name: string): string {
  const text = files[name]
  if (text === undefined) throw new FileError(`There is no ${name}.`)
  return text
}

async function run(functionConfig: string, ...items: string[]) {
  const input = {
    functionConfig: parse(functionConfig),
    items: items.map((item, position) => ({ position, object: parse(item) })),
    onlyItem: items.length === 1 ? parse(items[0] ?? '') : undefined,
  }
  const run = await runFunction(copier, input, readFile)
  return { ...run.edits, results: newResultsOf(run) }
}

const names = (append: readonly object[]) => append.map((item) => parse(JSON.stringify(item)).metadata.name)

const localSource =
  '{apiVersion: v1, kind: Source, metadata: {name: web, annotations: {config.kubernetes.io/local-config: "true"}}}'
const source = '{apiVersion: v1, kind: Source, metadata: {name: web}}'

describe('a functionConfig that is a source', () => {
  it('gives its resources, and its item does not come back', async () => {
    const edits = await run(localSource, localSource)
    expect(edits).toMatchObject({ remove: new Set([0]), results: [] })
    expect(names(edits.append)).toEqual(['web'])
  })

  it('leaves nothing of the orchestrator on them', async () => {
    const { append } = await run(localSource, localSource)
    expect(append).toEqual([{ kind: 'Copy', metadata: { name: 'web', annotations: {} } }])
  })

  it('gives them where the list has no item for it', async () => {
    const edits = await run(localSource)
    expect(edits.remove).toEqual(new Set())
    expect(names(edits.append)).toEqual(['web'])
  })

  it('is the only item that does not come back', async () => {
    const other = localSource.replace('web', 'other')
    const edits = await run(localSource, other, localSource)
    expect(edits.remove).toEqual(new Set([1]))
    expect(names(edits.append)).toEqual(['other', 'web'])
  })

  it('is not used where the list has the source itself', async () => {
    const edits = await run(source, source)
    expect(edits.remove).toEqual(new Set())
    expect(names(edits.append)).toEqual(['web'])
  })
})

describe('a functionConfig that names no sources', () => {
  const shim = (annotations: string) =>
    `{apiVersion: v1, kind: Shim, metadata: {name: shim, annotations: {${annotations}}}, spec: {resources: []}}`
  const byKustomize = 'config.kubernetes.io/function: x'

  it('is an error where kustomize runs it as a generator, which hands over nothing else', async () => {
    const marked = shim(`${byKustomize}, config.kubernetes.io/local-config: "true"`)
    const { results, append } = await run(shim(byKustomize), marked)
    expect(append).toEqual([])
    expect(results).toMatchObject([
      {
        severity: 'error',
        message:
          'kustomize gives a generator none of the resources of its package, and this one names none in spec.resources, so it generates nothing. Name files there, or list this file under transformers in the kustomization.yaml instead of under generators.',
        resourceRef: { kind: 'Shim', name: 'shim' },
        field: { path: 'spec.resources' },
        tags: { rule: 'generator-without-resources' },
      },
    ])
  })

  it.each([
    ['kustomize runs it as a transformer', [shim(byKustomize), source]],
    ['kustomize runs it as a transformer over nothing', [shim(byKustomize)]],
    ['it names some', [shim(byKustomize).replace('[]', `[${source}]`), shim(byKustomize)]],
    ['kpt runs it', [shim('a: b'), shim('a: b')]],
    ['there are other items', [shim(byKustomize), shim(byKustomize), source]],
  ] as const)('is fine where %s', async (_where, [config, ...items]) => {
    expect((await run(config, ...items)).results).toEqual([])
  })
})

describe('a functionConfig that names sources', () => {
  const shim = (resources: string) =>
    `{apiVersion: v1, kind: Shim, metadata: {name: shim}, spec: {resources: ${resources}}}`

  it('gives the resources of its files and its own, in their order', async () => {
    const { append, results } = await run(shim(`[two.yaml, ${source}, one.yaml]`))
    expect(results).toEqual([])
    expect(names(append)).toEqual(['two', 'three', 'web', 'one'])
  })

  it('leaves those to the list that are there too, since they may be patched', async () => {
    const patched = '{apiVersion: v1, kind: Source, metadata: {name: one, annotations: {patched: "yes"}}}'
    const { append } = await run(shim('[one.yaml]'), patched)
    expect(append).toEqual([{ kind: 'Copy', metadata: { name: 'one', annotations: { patched: 'yes' } } }])
  })

  it('makes a new item of each, in its order', async () => {
    const { append, update, results } = await run(shim('[one.yaml, old.yaml]'), source)
    expect(names(append)).toEqual(['web', 'one'])
    expect(update).toEqual(new Map())
    expect(results).toMatchObject([{ resourceRef: { name: 'old' } }])
  })

  it('says which of its resources would have to change, since it can only read them', async () => {
    const { update, results } = await run(shim('[old.yaml]'))
    expect(update).toEqual(new Map())
    expect(results).toMatchObject([
      {
        severity: 'warning',
        message:
          'This resource is out of date, but it comes from the functionConfig, which a generator can only read. Take it out of there, or run the function as a transformer.',
        resourceRef: { apiVersion: 'v1', kind: 'Copy', name: 'old' },
        file: { path: 'old.yaml', index: 0 },
        tags: { rule: 'resource-out-of-reach' },
      },
    ])
  })

  it('tells the function of a resource that cannot be trusted', async () => {
    const seen: unknown[] = []
    const watching: KrmFunction = {
      ...copier,
      configure: () => ({
        resources: ['twice.yaml', 'one.yaml'],
        run: async (manifests) => {
          seen.push(...manifests)
          return { changes: [], findings: [] }
        },
      }),
    }
    await runFunction(watching, { items: [], functionConfig: undefined }, readFile)
    expect(seen).toMatchObject([
      { problem: expect.stringContaining('the key "name" appears twice') },
      { problem: undefined },
    ])
  })

  it('passes on what its reader of files throws that is no refusal', async () => {
    const broken = () => {
      throw new TypeError('A mistake.')
    }
    const input = { items: [], functionConfig: parse(shim('[one.yaml]')) }
    await expect(runFunction(copier, input, broken)).rejects.toThrow('A mistake.')
  })

  it.each([
    ['the same', '{apiVersion: v1, kind: Source, metadata: {name: one}}', ['one']],
    ['one of another apiVersion', '{apiVersion: v2, kind: Source, metadata: {name: one}}', ['one', 'one']],
    ['one of another kind', '{apiVersion: v1, kind: Copy, metadata: {name: one}}', ['one']],
    ['one of another name', '{apiVersion: v1, kind: Source, metadata: {name: two}}', ['two', 'one']],
    [
      'one of another namespace',
      '{apiVersion: v1, kind: Source, metadata: {name: one, namespace: a}}',
      ['one', 'one'],
    ],
  ])('leaves a resource to the list where that has %s', async (_sentence, item, copies) => {
    const { append } = await run(shim('[one.yaml]'), item)
    expect(names(append)).toEqual(copies)
  })

  it('says what is wrong with a file', async () => {
    const { results } = await run(shim('[text.yaml, missing.yaml]'))
    expect(results).toMatchObject([
      {
        message: 'Document 2 of text.yaml is not a resource: it has to be a mapping.',
        field: { path: 'spec.resources[0]', currentValue: 'text.yaml' },
      },
      {
        message: 'There is no missing.yaml.',
        field: { path: 'spec.resources[1]', currentValue: 'missing.yaml' },
      },
    ])
  })

  it('changes nothing where one of its files is wrong, and names each of those', async () => {
    const edits = await run(shim('[missing.yaml, one.yaml, bomb.yaml]'), source)
    expect(edits).toMatchObject({ update: new Map(), remove: new Set(), append: [] })
    expect(edits.results).toMatchObject(
      [
        { severity: 'error', message: 'There is no missing.yaml.', field: { path: 'spec.resources[0]' } },
        {
          severity: 'error',
          message: /^bomb\.yaml can't be read as YAML: .+\.$/,
          field: { path: 'spec.resources[2]' },
        },
      ].map((result) => ({ ...result, message: expect.stringMatching(result.message) })),
    )
  })
})
