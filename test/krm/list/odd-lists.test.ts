import { describe, expect, test } from 'vitest'
import { parse, parseDocument } from 'yaml'
import { ingressShimFunction } from '../../../src/function.ts'
import { readInput } from '../../../src/krm/list/read.ts'
import type { ListEdits } from '../../../src/krm/list/resource-list.ts'
import { runFunction } from '../../../src/krm/run/runner.ts'

const head = 'apiVersion: config.kubernetes.io/v1\nkind: ResourceList\n'
const none: ListEdits = { update: new Map(), remove: new Set(), append: [], results: [] }
const added = { apiVersion: 'v1', kind: 'New' }

function read(text: string) {
  return readInput(new TextEncoder().encode(text), () => true)
}

async function written(text: string, edits: Partial<ListEdits>): Promise<string> {
  return Buffer.concat(await (await read(text)).write({ ...none, ...edits })).toString()
}

async function rendered(text: string): Promise<string> {
  const list = await readInput(new TextEncoder().encode(text), ingressShimFunction.wanted)
  const run = await runFunction(ingressShimFunction, list, () => '')
  return Buffer.concat(await list.write({ ...run.edits, results: [] })).toString()
}

describe('merge keys count, as they do for Kubernetes', () => {
  const ingress = `${head}items:
- apiVersion: networking.k8s.io/v1
  kind: Ingress
  metadata:
    name: web
    labels: &common
      cert-manager.io/cluster-issuer: ca
    annotations:
      <<: *common
  spec:
    rules: [{host: &host web.example.com}]
    tls:
    - &block {hosts: [*host], secretName: web-tls}
`
  test("in an Ingress's annotations", async () => {
    expect(await rendered(ingress)).toContain('- apiVersion: cert-manager.io/v1\n  kind: Certificate\n')
  })

  test('in a TLS block', async () => {
    const second = `${ingress}    - {<<: *block, secretName: other-tls}\n`
    expect(parse(await rendered(second), { merge: true }).items).toMatchObject([
      { kind: 'Ingress' },
      { spec: { secretName: 'web-tls', dnsNames: ['web.example.com'] } },
      { spec: { secretName: 'other-tls', dnsNames: ['web.example.com'] } },
    ])
  })

  test("in our Certificate's spec: what is set becomes a key of its own, and the rest stays merged", async () => {
    const certificate = `- apiVersion: cert-manager.io/v1
  kind: Certificate
  metadata:
    name: web-tls
    labels: {cert-manager.io/cluster-issuer: ca}
    annotations:
      ingress-shim.fn.kpt.dev/source: Ingress/web
      x: &old
        secretName: web-tls
        issuerRef: {name: ca, kind: ClusterIssuer, group: cert-manager.io}
        dnsNames: [old.example.com]
        usages: [digital signature, key encipherment]
  spec:
    <<: *old
`
    // An annotation that is a mapping is refused, and nothing is changed.
    const refused = await rendered(ingress + certificate)
    expect(refused).toContain('dnsNames: [old.example.com]')
    const text = `${head}items:\n- apiVersion: v1\n  kind: A\n  old: &old {a: 1, b: 2}\n  spec:\n    <<: *old\n`
    expect(
      parse(await written(text, { update: new Map([[0, [{ path: ['spec', 'a'], value: 3 }]]]) }), {
        merge: true,
      }).items,
    ).toEqual([{ apiVersion: 'v1', kind: 'A', old: { a: 1, b: 2 }, spec: { a: 3, b: 2 } }])
    const taken = await written(text, { update: new Map([[0, [{ path: ['spec', 'a'], value: undefined }]]]) })
    expect(parse(taken, { merge: true }).items).toEqual([
      { apiVersion: 'v1', kind: 'A', old: { a: 1, b: 2 }, spec: { b: 2 } },
    ])
  })
})

test.each([
  ['U+FFFE', '\ufffe'],
  ['U+FFFF', 'a\uffff'],
  ['a surrogate without its other half', '\ud800'],
])('%s is written escaped, so that every reader takes it', async (_name, text) => {
  const list = await written(`${head}items: []\n`, { append: [{ ...added, text }] })
  expect(list).toMatch(/text: "[\x20-\x7e]*\\u[0-9a-f]{4}"/)
  expect(parse(list).items[0].text).toBe(text)
})

describe('behind a text without a last line break no value changes, for readers of YAML 1.1 and 1.2', () => {
  test.each([
    ['a kept block scalar', 'x: |+\n    a\n'],
    ['a kept block scalar with a blank line', 'x: |+\n    a\n\n '],
    ['a block scalar', 'x: |\n    a'],
    ['a folded one', 'x: >\n    a'],
    ['a stripped one', 'x: |-\n    a'],
    ['a plain scalar', 'x: a'],
  ])('%s', async (_name, end) => {
    const text = `${head}items:\n- apiVersion: v1\n  kind: A\n  ${end}`
    const after = await written(text, { append: [added], results: [{ message: 'm', severity: 'info' }] })
    for (const version of ['1.1', '1.2'] as const) {
      const [before] = parseDocument(text, { version }).toJS().items
      expect(parseDocument(after, { version }).toJS().items).toContainEqual(before)
    }
    // Where the last line is one of a block scalar without a line break, it stays the last one.
    if (/[|>]\+?\n {4}a$/.test(text)) expect(after.endsWith(text.slice(-5))).toBe(true)
  })
})

test.each([
  ['the new value', 'spec: {a: old}', 'yes', { a: 'yes' }],
  ['what a merge brought', 'm: &m {a: old, b: "on"}\n  spec: {<<: *m}', undefined, { b: 'on' }],
])(
  '%s of an item that is drawn anew is text for readers of YAML 1.1 and 1.2',
  async (_name, fields, value, spec) => {
    const text = `${head}items:\n- apiVersion: v1\n  kind: A\n  ${fields}\n  z: &anchor z # for which the item is drawn anew\n`
    const after = await written(text, { update: new Map([[0, [{ path: ['spec', 'a'], value }]]]) })
    for (const version of ['1.1', '1.2'] as const) {
      expect(parseDocument(after, { version }).toJS().items[0].spec).toEqual(spec)
    }
  },
)

test('an item with an anchor and a tag for its empty values goes whole', async () => {
  const text = `${head}items:\n- apiVersion: v1\n  kind: A\n  x:\n    : &y ! \n- apiVersion: v1\n  kind: B\n`
  expect(await written(text, { remove: new Set([0]) })).toBe(`${head}items:\n- apiVersion: v1\n  kind: B\n`)
})

test('line breaks of both kinds: what stays keeps its own', async () => {
  const text = `${head}items:\r\n- apiVersion: v1\n  kind: A\r\n  x: 1\n`
  const update = new Map([[0, [{ path: ['x'], value: 2 }]]])
  expect(await written(text, { update })).toBe(text.replace('x: 1', 'x: 2'))
})
