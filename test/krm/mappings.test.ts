import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { ingressShimFunction } from '../../src/function.ts'
import { at } from '../../src/manifest/manifest.ts'

const shim = (spec: string): unknown =>
  parse(`{apiVersion: fn.kpt.dev/v1alpha1, kind: IngressShim, metadata: {name: x}, spec: ${spec}}`)
const configMap = (name: string, text: string) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  data: { [name]: text },
})

/** What is wrong with a functionConfig, as `path: message`. */
function problemsOf(config: unknown): readonly string[] {
  const configured = ingressShimFunction.configure(config, '')
  return 'problems' in configured ? configured.problems.map(({ path, message }) => `${path}: ${message}`) : []
}

describe('a setting that is a list of mappings', () => {
  it.each([
    ['may be empty', '{issuers: [], issuerOverride: []}'],
    ['has all fields', '{issuers: [{namespaces: [a], name: b, kind: c, group: d}]}'],
    ['has those that are required', '{issuers: [{namespaces: [a], name: b}]}'],
    ['has mappings in it', '{issuerOverride: [{from: {name: a}, to: {kind: b}}]}'],
    ['has empty mappings in it', '{issuerOverride: [{from: {}, to: {}}]}'],
  ])('%s', (_sentence, spec) => {
    expect(problemsOf(shim(spec))).toEqual([])
  })

  it.each([
    [
      'is no list',
      '{issuers: {name: a}}',
      ['spec.issuers: This is a mapping, but has to be a list of mappings (as JSON in a ConfigMap).'],
    ],
    [
      'is a string',
      '{issuers: a}',
      ['spec.issuers: This is a string, but has to be a list of mappings (as JSON in a ConfigMap).'],
    ],
    [
      'has no mappings',
      '{issuers: [a]}',
      ['spec.issuers[0]: This is a string, but has to be a mapping with namespaces, name, kind, group.'],
    ],
    [
      'lacks a field',
      '{issuers: [{namespaces: [a]}]}',
      ['spec.issuers[0].name: This is missing, and has to be there.'],
    ],
    [
      'has an empty name',
      '{issuers: [{namespaces: [a], name: ""}]}',
      ['spec.issuers[0].name: This is empty, but has to be a string that is not empty.'],
    ],
    [
      'has a field without a value',
      '{issuers: [{namespaces: [a], name: b, kind: }]}',
      ['spec.issuers[0].kind: This is empty, but has to be a string that is not empty.'],
    ],
    [
      'has a number for a name',
      '{issuers: [{namespaces: [a], name: 7}]}',
      ['spec.issuers[0].name: This is a number, but has to be a string that is not empty.'],
    ],
    [
      'has a word for a list',
      '{issuers: [{namespaces: a, name: b}]}',
      ['spec.issuers[0].namespaces: This is a string, but has to be a list of strings.'],
    ],
    [
      'has a number in a list',
      '{issuers: [{namespaces: [a, 7], name: b}]}',
      ['spec.issuers[0].namespaces[1]: This is a number, but has to be a string that is not empty.'],
    ],
    [
      'has an unknown field',
      '{issuers: [{namespaces: [a], name: b, knd: c}]}',
      ['spec.issuers[0].knd: This is not a known field, so it would do nothing. Did you mean kind?'],
    ],
    [
      'has a field of JavaScript itself',
      '{issuers: [{namespaces: [a], name: b, constructor: c}]}',
      [
        'spec.issuers[0].constructor: This is not a known field, so it would do nothing. Known fields: group, kind, name, namespaces.',
      ],
    ],
    [
      'has a wrong mapping in it',
      '{issuerOverride: [{from: {nme: a}, to: []}]}',
      [
        'spec.issuerOverride[0].from.nme: This is not a known field, so it would do nothing. Did you mean name?',
        'spec.issuerOverride[0].to: This is a list, but has to be a mapping with name, kind, group.',
      ],
    ],
    [
      'has every problem said',
      '{issuers: [{}, {namespaces: [a], name: 7}]}',
      [
        'spec.issuers[0].namespaces: This is missing, and has to be there.',
        'spec.issuers[0].name: This is missing, and has to be there.',
        'spec.issuers[1].name: This is a number, but has to be a string that is not empty.',
      ],
    ],
  ])('%s', (_sentence, spec, problems) => {
    expect(problemsOf(shim(spec))).toEqual(problems)
  })

  it.each([
    ['is JSON there', '[{"namespaces": ["a"], "name": "b"}]', []],
    [
      'is no JSON',
      '[{namespaces: [a]}]',
      ['data.issuers: This is a string, but has to be a list of mappings (as JSON in a ConfigMap).'],
    ],
    [
      'is JSON of another type',
      '7',
      ['data.issuers: This is a number, but has to be a list of mappings (as JSON in a ConfigMap).'],
    ],
    [
      'is JSON with a wrong field',
      '[{"namespaces": ["a"], "name": 7}]',
      ['data.issuers[0].name: This is a number, but has to be a string that is not empty.'],
    ],
  ])('in a ConfigMap, %s', (_sentence, text, problems) => {
    expect(problemsOf(configMap('issuers', text))).toEqual(problems)
  })

  it('proposes what was meant', () => {
    const configured = ingressShimFunction.configure(shim('{issuers: [{namespaces: a, name: 7}]}'), '')
    expect(at(configured, 'problems')).toMatchObject([{ proposedValue: ['a'] }, { proposedValue: '7' }])
  })

  it('reaches the function', async () => {
    const configured = ingressShimFunction.configure(
      configMap('issuers', '[{"namespaces": ["*"], "name": "ca"}]'),
      '',
    )
    const source = parse(`
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web, annotations: {kubernetes.io/tls-acme: "true"}}
spec: {rules: [{host: a.com}], tls: [{hosts: [a.com], secretName: a}]}
`)
    const outcome = 'run' in configured && (await configured.run([{ position: 0, object: source }]))
    expect(at(outcome, 'changes')).toMatchObject([
      { kind: 'create', item: { spec: { issuerRef: { name: 'ca' } } } },
    ])
  })
})
