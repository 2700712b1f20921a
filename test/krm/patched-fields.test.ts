import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { patchedFields } from '../../src/krm/run/patched-fields.ts'
import { patchesOf } from '../../src/krm/run/patches.ts'

describe('the patches of a kustomization', () => {
  it.each([
    [
      'a file for a target',
      'patches: [{path: a.yaml, target: {kind: Ingress}}]',
      [{ source: 'a.yaml', target: { kind: 'Ingress' } }],
    ],
    ['text', 'patches: [{patch: "kind: Ingress"}]', [{ source: 'kind: Ingress', target: undefined }]],
    [
      'operations',
      'patchesJson6902: [{path: a.json, target: {kind: Ingress}}]',
      [{ source: 'a.json', target: { kind: 'Ingress' } }],
    ],
    ['strategic merge patches', 'patchesStrategicMerge: [a.yaml]', [{ source: 'a.yaml', target: undefined }]],
    ['none where none is a text', 'patches: [{path: 7}, a, {}], patchesStrategicMerge: [1]', []],
    ['none where there is no list', 'patches: {path: a.yaml}', []],
  ])('are %s', (_sentence, fields, expected) => {
    expect(patchesOf(parse(`{${fields}}`))).toEqual(expected)
  })
})

describe('what a patch changes', () => {
  it.each([
    [
      'the fields of a strategic merge patch, three steps deep',
      '{kind: Ingress, metadata: {name: web, annotations: {a/b~c: d}}, spec: {tls: [{hosts: [a]}], rules: {http: {paths: {x: y}}}}}',
      'null',
      {
        kind: 'Ingress',
        name: 'web',
        fields: [
          ['kind'],
          ['metadata', 'name'],
          ['metadata', 'annotations', 'a/b~c'],
          ['spec', 'tls'],
          ['spec', 'rules', 'http'],
        ],
      },
    ],
    [
      'the paths of operations, in what they are for',
      '[{op: add, path: /spec/tls/0/hosts}, {op: remove}, {op: add, path: /metadata/annotations/a~1b~0c}]',
      '{kind: Ingress, name: web}',
      {
        kind: 'Ingress',
        name: 'web',
        fields: [
          ['spec', 'tls', '0', 'hosts'],
          ['metadata', 'annotations', 'a/b~c'],
        ],
      },
    ],
    [
      'the target says it before the patch',
      '{kind: A, metadata: {name: b}}',
      '{kind: C, name: d}',
      { kind: 'C', name: 'd' },
    ],
    ['every resource of a kind without a name', '{kind: A, spec: b}', 'null', { kind: 'A', name: undefined }],
    [
      'every resource of a kind where the name is no text',
      '{kind: A, metadata: {name: 7}}',
      'null',
      { kind: 'A', name: undefined },
    ],
  ])('%s', (_sentence, patch, target, expected) => {
    expect(patchedFields(parse(patch), parse(target))).toMatchObject(expected)
  })

  it('is not known without a kind', () => {
    expect(patchedFields(parse('[{op: add, path: /spec}]'), undefined)).toBeUndefined()
  })
})
