import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { findingOfConfig, resultOf } from '../../src/krm/results/results.ts'

const finding = {
  rule: 'invalid-annotation',
  severity: 'error',
  message: 'This is wrong.',
  position: 3,
  field: { path: 'metadata.annotations[a]', currentValue: 'x', proposedValue: 'y' },
} as const

const withFile = `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  namespace: prod
  annotations:
    internal.config.kubernetes.io/path: apps/web.yaml
    internal.config.kubernetes.io/index: '2'
`

describe('a result', () => {
  it('says what, how bad, where and by which rule', () => {
    expect(resultOf(finding, { object: parse(withFile) })).toEqual({
      message: 'This is wrong.',
      severity: 'error',
      resourceRef: { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', name: 'web', namespace: 'prod' },
      field: { path: 'metadata.annotations[a]', currentValue: 'x', proposedValue: 'y' },
      file: { path: 'apps/web.yaml', index: 2 },
      tags: { rule: 'invalid-annotation' },
    })
  })

  it.each([
    [
      'has no namespace where the item has none',
      '{apiVersion: v1, kind: A, metadata: {name: b}}',
      { apiVersion: 'v1', kind: 'A', name: 'b' },
    ],
    [
      'has no namespace where it is empty',
      '{apiVersion: v1, kind: A, metadata: {name: b, namespace: ""}}',
      { apiVersion: 'v1', kind: 'A', name: 'b' },
    ],
    ['names no resource where the item has no kind', '{apiVersion: v1, metadata: {name: b}}', undefined],
    ['names no resource where the item has no apiVersion', '{kind: A, metadata: {name: b}}', undefined],
    [
      'has no namespace where it is a number',
      '{apiVersion: v1, kind: A, metadata: {name: b, namespace: 7}}',
      { apiVersion: 'v1', kind: 'A', name: 'b' },
    ],
    ['names no resource where the item has no name', '{apiVersion: v1, kind: A, metadata: {}}', undefined],
    [
      'names no resource where its name is a number',
      '{apiVersion: v1, kind: A, metadata: {name: 7}}',
      undefined,
    ],
    [
      'names no resource where its metadata are a list',
      '{apiVersion: v1, kind: A, metadata: [a]}',
      undefined,
    ],
  ])('%s', (_, yaml, resourceRef) => {
    expect(resultOf(finding, { object: parse(yaml) }).resourceRef).toEqual(resourceRef)
  })

  it.each([
    [
      'names the file by the old annotations where the new ones are missing',
      "{config.kubernetes.io/path: a.yaml, config.kubernetes.io/index: '12'}",
      { path: 'a.yaml', index: 12 },
    ],
    ['has no index where the item has none', '{config.kubernetes.io/path: a.yaml}', { path: 'a.yaml' }],
    [
      'has no index where it is no number',
      '{config.kubernetes.io/path: a.yaml, config.kubernetes.io/index: one}',
      { path: 'a.yaml' },
    ],
    [
      'has no index where it is no place of a document',
      "{config.kubernetes.io/path: a.yaml, config.kubernetes.io/index: '-1'}",
      { path: 'a.yaml' },
    ],
    [
      'has no index where that is too long for any',
      "{config.kubernetes.io/path: a.yaml, config.kubernetes.io/index: '1234567890'}",
      { path: 'a.yaml' },
    ],
    [
      'has no index where there is more behind it',
      "{config.kubernetes.io/path: a.yaml, config.kubernetes.io/index: '1a'}",
      { path: 'a.yaml' },
    ],
    [
      'has the path of the new annotation where both are there',
      "{internal.config.kubernetes.io/path: a.yaml, internal.config.kubernetes.io/index: '1', config.kubernetes.io/path: b.yaml, config.kubernetes.io/index: '2'}",
      { path: 'a.yaml', index: 1 },
    ],
    ['names no file where the item came from none', '{}', undefined],
  ])('%s', (_, annotations, file) => {
    expect(resultOf(finding, { object: parse(`{metadata: {annotations: ${annotations}}}`) }).file).toEqual(
      file,
    )
  })

  it('names the file that the functionConfig named, for a resource that is not in the list', () => {
    expect(resultOf(finding, { object: {}, file: { path: 'ingress.yaml', index: 0 } }).file).toEqual({
      path: 'ingress.yaml',
      index: 0,
    })
  })
})

describe('a result about the functionConfig', () => {
  it('is an error that names its field', () => {
    const config = parse('{apiVersion: fn.kpt.dev/v1alpha1, kind: IngressShim, metadata: {name: shim}}')
    const problem = { path: 'spec.prun', message: 'Unknown.', currentValue: 'prun', proposedValue: 'prune' }
    expect(resultOf(findingOfConfig(problem), { object: config })).toEqual({
      message: 'Unknown.',
      severity: 'error',
      resourceRef: { apiVersion: 'fn.kpt.dev/v1alpha1', kind: 'IngressShim', name: 'shim' },
      field: { path: 'spec.prun', currentValue: 'prun', proposedValue: 'prune' },
      tags: { rule: 'function-config-invalid' },
    })
  })

  it('has a value only where there is one', () => {
    const problem = { path: 'spec', message: 'Missing.', currentValue: undefined, proposedValue: undefined }
    expect(resultOf(findingOfConfig(problem), { object: undefined }).field).toStrictEqual({ path: 'spec' })
  })

  it('names nothing where the functionConfig is nothing that has a name', () => {
    expect(resultOf(findingOfConfig({ path: '', message: 'A list.' }), { object: ['a'] })).toEqual({
      message: 'A list.',
      severity: 'error',
      tags: { rule: 'function-config-invalid' },
    })
  })
})
