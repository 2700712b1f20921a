import type { KubernetesObject, Result } from 'kpt-functions'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { Wanted } from '../../src/krm/list/resource-list.ts'
import type { FunctionOutcome, KrmFunction } from '../../src/krm/run/function.ts'
import { kptFunc } from '../../src/krm/run/kpt-func.ts'
import { Configs } from '../sdk.ts'

const nothing: FunctionOutcome = { changes: [], findings: [] }

/** Runs a function that wants Ingresses under the SDK. */
async function run(
  objects: readonly KubernetesObject[],
  outcome: FunctionOutcome,
  {
    wanted = (_, kind) => kind === 'Ingress',
    config,
    earlier = [],
  }: { wanted?: Wanted; config?: KubernetesObject; earlier?: readonly Result[] } = {},
) {
  const seen: unknown[] = []
  let configured: unknown
  const fn: KrmFunction = {
    wanted,
    sources: () => false,
    configure(functionConfig, today) {
      configured = { functionConfig, today }
      return {
        resources: [],
        run: async (manifests) => {
          seen.push(...manifests.map(({ object }) => object))
          return outcome
        },
      }
    },
  }
  const configs = new Configs([...objects], config)
  configs.addResults(...earlier)
  const world = { readFile: () => '', today: () => '2026-11-24' }
  await kptFunc(fn, world, 'usage')(configs)
  return { seen, configured, configs }
}

const object = (kind: string, name: string, more = ''): KubernetesObject =>
  parse(`{apiVersion: example.com/v1, kind: ${kind}, metadata: {name: ${name}${more}}}`)

describe('what a function sees of the objects of the SDK', () => {
  const ingress = object('Ingress', 'a')
  const marked = object('Secret', 'b', ', annotations: {wanted: ""}')
  const service = object('Service', 'c')
  const kustomization = parse(
    '{apiVersion: kustomize.config.k8s.io/v1, kind: Kustomization, metadata: {name: d}}',
  )
  const byKind = (_: string, kind: string) => kind === 'Ingress'
  const beside: Wanted = Object.assign(byKind, {
    beside: {
      texts: ['example.com', 'gone.example'],
      wanted: (mentioned: ReadonlySet<string>) => (_: string, kind: string) =>
        mentioned.has('example.com') && !mentioned.has('gone.example') && kind === 'Service',
    },
  })
  const wantedByKind: Wanted = (_, kind) => kind === 'Ingress'

  it.each<[string, Wanted, readonly KubernetesObject[]]>([
    ['those that it wants by their kind', wantedByKind, [ingress]],
    [
      'those that it wants by an annotation',
      Object.assign((_: string, kind: string) => kind === 'Ingress', { annotations: ['wanted'] }),
      [ingress, marked],
    ],
    ['those that it wants beside a group that is mentioned', beside, [service]],
  ])('is %s, and no kustomization', async (_sentence, wanted, expected) => {
    const { seen } = await run([ingress, marked, service, kustomization], nothing, { wanted })
    expect(seen).toEqual(expected)
  })

  it('is what it wants beside a group that an annotation mentions', async () => {
    const core = parse(
      '{apiVersion: v1, kind: Service, metadata: {name: a, annotations: {see: a.example.com}}}',
    )
    expect((await run([core], nothing, { wanted: beside })).seen).toEqual([core])
  })

  it('is nothing beside a group that nothing mentions', async () => {
    const core = parse('{apiVersion: v1, kind: Service, metadata: {name: a}}')
    expect((await run([core], nothing, { wanted: beside })).seen).toEqual([])
  })
})

describe('a function that the SDK runs', () => {
  it('is told its functionConfig and the day', async () => {
    const config = object('Shim', 'a')
    expect((await run([], nothing, { config })).configured).toEqual({
      functionConfig: config,
      today: '2026-11-24',
    })
    expect((await run([], nothing)).configured).toEqual({ functionConfig: undefined, today: '2026-11-24' })
  })

  it('sets, adds and takes away fields of objects in their place', async () => {
    const ingress = { ...object('Ingress', 'a'), spec: { tls: [], rules: [] }, data: { old: 1 } }
    const edits = [
      { path: ['spec', 'tls'], value: ['b'] },
      { path: ['status', 'ready'], value: true },
      { path: ['data', 'old'], value: undefined },
    ]
    await run([ingress], { ...nothing, changes: [{ kind: 'update', position: 0, source: 0, edits }] })
    expect(ingress).toStrictEqual({
      ...object('Ingress', 'a'),
      spec: { tls: ['b'], rules: [] },
      status: { ready: true },
    })
  })

  it('removes objects, and adds those that are resources', async () => {
    const item = { apiVersion: 'v1', kind: 'Copy', metadata: { name: 'b', annotations: {} } }
    const { configs } = await run([object('Service', 'c'), object('Ingress', 'a')], {
      ...nothing,
      changes: [
        { kind: 'remove', position: 0 },
        { kind: 'create', source: 0, item },
        { kind: 'create', source: 0, item: { kind: 'NoApiVersion', metadata: item.metadata } },
      ],
    })
    expect(configs.getAll()).toEqual([object('Service', 'c'), item])
  })

  it('adds each result once, in the spelling of the SDK', async () => {
    const finding = {
      rule: 'a-rule',
      severity: 'warning' as const,
      message: 'It is wrong.',
      position: 0,
      field: { path: 'spec', currentValue: { a: 1 }, proposedValue: null },
    }
    const result = {
      severity: 'warn',
      message: 'It is wrong.',
      resourceRef: { apiVersion: 'example.com/v1', kind: 'Ingress', namespace: '', name: 'a' },
      field: { path: 'spec', currentValue: { a: 1 }, suggestedValue: null },
      tags: { rule: 'a-rule' },
    }
    const outcome = { changes: [], findings: [finding] }
    const { configs } = await run([object('Ingress', 'a')], outcome)
    expect(configs.getResults()).toStrictEqual([result])
  })

  it('has a usage for the help of the SDK', () => {
    const fn: KrmFunction = { wanted: () => true, sources: () => false, configure: () => ({ problems: [] }) }
    expect(kptFunc(fn, { readFile: () => '', today: () => '' }, 'Say so.').usage).toBe('Say so.')
  })

  it('adds no result that is there already', async () => {
    const finding = { rule: 'a', severity: 'error' as const, message: 'b', position: 0 }
    const { configs } = await run([object('Ingress', 'a')], { changes: [], findings: [finding, finding] })
    expect(configs.getResults()).toHaveLength(2)
    const again = await run(
      [object('Ingress', 'a')],
      { changes: [], findings: [finding] },
      { earlier: configs.getResults() },
    )
    expect(again.configs.getResults()).toEqual(configs.getResults())
  })

  it.each([
    ['the functionConfig alone, as kustomize hands it to a generator', [], ['generator-without-resources']],
    ['other objects too', [object('Zone', 'b')], []],
  ])('is told of %s', async (_sentence, others, rules) => {
    const config = object('Shim', 'a', ', annotations: {config.kubernetes.io/function: x}')
    const { configs } = await run([config, ...others], nothing, { config })
    expect(configs.getResults().map(({ tags }) => tags?.rule)).toEqual(rules)
  })

  it('has no values of a field in a result where there are none', async () => {
    const finding = {
      rule: 'a',
      severity: 'error' as const,
      message: 'b',
      position: 0,
      field: { path: 'spec' },
    }
    const { configs } = await run([object('Ingress', 'a')], { changes: [], findings: [finding] })
    expect(configs.getResults()).toMatchObject([{ severity: 'error' }])
    expect(configs.getResults()[0]?.field).toStrictEqual({ path: 'spec' })
  })
})
