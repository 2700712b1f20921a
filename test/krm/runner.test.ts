import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { KrmFunction } from '../../src/krm/run/function.ts'
import { type FunctionInput, newResultsOf, runFunction } from '../../src/krm/run/runner.ts'
import type { Change } from '../../src/manifest/change.ts'
import type { Manifest } from '../../src/manifest/manifest.ts'

/** Runs a function that decides these changes over a list, and keeps what it saw. */
async function run(input: Partial<FunctionInput>, changes: readonly Change[] = []) {
  const seen: Manifest[] = []
  const days: string[] = []
  const fn: KrmFunction = {
    wanted: () => true,
    sources: () => false,
    configure(_functionConfig, today) {
      days.push(today)
      return {
        resources: [],
        run: async (manifests) => {
          seen.push(...manifests)
          return { changes, findings: [] }
        },
      }
    },
  }
  const done = await runFunction(fn, { items: [], functionConfig: undefined, ...input }, () => '')
  return { seen, days, ...done, results: newResultsOf(done) }
}

const items = (...texts: readonly string[]) =>
  texts.map((text, position) => ({ position, object: parse(text) }))

describe('a functionConfig that cannot be relied on', () => {
  it('is an error, and nothing is done', async () => {
    const functionConfig = parse('{apiVersion: v1, kind: ConfigMap, metadata: {name: shim}}')
    const { seen, edits, changes, outcome, results } = await run({
      items: items('{kind: A}'),
      functionConfig,
      functionConfigProblem: 'the key a appears twice',
    })
    expect(results).toEqual([
      {
        severity: 'error',
        message:
          "The functionConfig can't be relied on: the key a appears twice. Nothing is done until that is fixed.",
        resourceRef: { apiVersion: 'v1', kind: 'ConfigMap', name: 'shim' },
        tags: { rule: 'function-config-invalid' },
      },
    ])
    expect(edits).toEqual({ update: new Map(), remove: new Set(), append: [] })
    expect({ seen, changes, outcome }).toEqual({ seen: [], changes: [], outcome: undefined })
  })
})

describe('the day of a run', () => {
  it.each([
    ['is what the caller says', { today: '2026-11-24' }, '2026-11-24'],
    ['is not known where nobody says it', {}, ''],
  ])('%s', async (_sentence, input, day) => {
    expect((await run(input)).days).toEqual([day])
  })
})

describe('what a function decides', () => {
  const at = (path: string) =>
    `{kind: A, metadata: {name: a, annotations: {internal.config.kubernetes.io/path: ${path}}}}`

  it('becomes edits of the list, and new items get their place', async () => {
    const item = { kind: 'Copy', metadata: { name: 'new', annotations: {} } }
    const edits = [{ path: ['spec'], value: 1 }]
    const { edits: done } = await run({ items: items(at('a.yaml'), at('b/c.yaml'), at('d.yaml')) }, [
      { kind: 'update', position: 0, source: 1, edits },
      { kind: 'create', source: 1, item },
      { kind: 'remove', position: 2 },
    ])
    expect(done.update).toEqual(new Map([[0, edits]]))
    expect(done.remove).toEqual(new Set([2]))
    expect(done.append).toMatchObject([
      { metadata: { annotations: { 'internal.config.kubernetes.io/path': 'b/copy_new.yaml' } } },
    ])
  })

  it('takes no place that an item of the list has', async () => {
    const item = { kind: 'Copy', metadata: { name: 'new', annotations: {} } }
    const { edits } = await run({ items: items(at('web.yaml'), at('copy_new.yaml')) }, [
      { kind: 'create', source: 0, item },
    ])
    expect(edits.append).toMatchObject([
      { metadata: { annotations: { 'internal.config.kubernetes.io/index': '1' } } },
    ])
  })

  it.each([
    ['the path', ['metadata', 'annotations', 'internal.config.kubernetes.io/path'], false],
    ['the old path', ['metadata', 'annotations', 'config.kubernetes.io/path'], false],
    ['the old index', ['metadata', 'annotations', 'config.kubernetes.io/index'], false],
    ['the id of kpt', ['metadata', 'annotations', 'config.k8s.io/id'], false],
    ['the package of kpt', ['metadata', 'annotations', 'config.kubernetes.io/package'], false],
    ['the function of kustomize', ['metadata', 'annotations', 'config.kubernetes.io/function'], false],
    ['the mark of what stays local', ['metadata', 'annotations', 'config.kubernetes.io/local-config'], false],
    ['an annotation of kustomize', ['metadata', 'annotations', 'kustomize.config.k8s.io/id'], false],
    ['another annotation', ['metadata', 'annotations', 'config.kubernetes.io/depends-on'], true],
    ['all annotations', ['metadata', 'annotations'], true],
    ['a label of such a name', ['metadata', 'labels', 'config.k8s.io/id'], true],
    ['a template of such a name', ['spec', 'annotations', 'config.k8s.io/id'], true],
  ])('changes %s of an item only where it is its own: %j', async (_what, path, isChanged) => {
    const edits = [{ path, value: 'x' }]
    const { edits: done } = await run({ items: items(at('a.yaml')) }, [
      { kind: 'update', position: 0, source: 0, edits },
    ])
    expect(done.update).toEqual(isChanged ? new Map([[0, edits]]) : new Map())
  })

  it('keeps the other edits of an item whose own annotation it leaves alone', async () => {
    const own = { path: ['metadata', 'annotations', 'config.k8s.io/id'], value: 'x' }
    const other = { path: ['spec'], value: 1 }
    const { edits } = await run({ items: items(at('a.yaml')) }, [
      { kind: 'update', position: 0, source: 0, edits: [own, other] },
    ])
    expect(edits.update).toEqual(new Map([[0, [other]]]))
  })
})

describe('a finding', () => {
  it('is about the item of its position, and about nothing where there is none', async () => {
    const { subjectOf } = await run({ items: items('{kind: A}', '{kind: B}') })
    expect(subjectOf({ position: 1 })).toMatchObject({ object: { kind: 'B' } })
    expect(subjectOf({ position: 7 })).toStrictEqual({ object: undefined })
  })
})
