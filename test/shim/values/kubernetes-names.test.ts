import { describe, expect, test } from 'vitest'
import {
  annotationsFit,
  isDnsLabel,
  isDnsSubdomain,
  isLabelValue,
  isQualifiedName,
} from '../../../src/shim/values/kubernetes-names.ts'

const a = (length: number) => 'a'.repeat(length)

describe('a name can be that of', () => {
  test.each([
    ['web', { secret: true, namespace: true, key: true, value: true }],
    ['', { secret: false, namespace: false, key: false, value: true }],
    ['a', { secret: true, namespace: true, key: true, value: true }],
    ['7', { secret: true, namespace: true, key: true, value: true }],
    ['a-b', { secret: true, namespace: true, key: true, value: true }],
    ['a--b', { secret: true, namespace: true, key: true, value: true }],
    ['-a', { secret: false, namespace: false, key: false, value: false }],
    ['a-', { secret: false, namespace: false, key: false, value: false }],
    ['a.b', { secret: true, namespace: false, key: true, value: true }],
    ['a..b', { secret: false, namespace: false, key: true, value: true }],
    ['a.-b', { secret: false, namespace: false, key: true, value: true }],
    ['a_b', { secret: false, namespace: false, key: true, value: true }],
    ['_a', { secret: false, namespace: false, key: false, value: false }],
    ['Web', { secret: false, namespace: false, key: true, value: true }],
    ['a b', { secret: false, namespace: false, key: false, value: false }],
    ['a\n', { secret: false, namespace: false, key: false, value: false }],
    [a(63), { secret: true, namespace: true, key: true, value: true }],
    [a(64), { secret: true, namespace: false, key: false, value: false }],
    [a(253), { secret: true, namespace: false, key: false, value: false }],
    [a(254), { secret: false, namespace: false, key: false, value: false }],
    ['example.com/a', { secret: false, namespace: false, key: true, value: false }],
    [`example.com/${a(63)}`, { secret: false, namespace: false, key: true, value: false }],
    [`example.com/${a(64)}`, { secret: false, namespace: false, key: false, value: false }],
    ['Example.com/a', { secret: false, namespace: false, key: false, value: false }],
    ['example.com/', { secret: false, namespace: false, key: false, value: false }],
    ['/a', { secret: false, namespace: false, key: false, value: false }],
    ['a/b/c', { secret: false, namespace: false, key: false, value: false }],
  ])('%j: %j', (name, expected) => {
    expect({
      secret: isDnsSubdomain(name),
      namespace: isDnsLabel(name),
      key: isQualifiedName(name),
      value: isLabelValue(name),
    }).toEqual(expected)
  })
})

describe('annotations fit', () => {
  const limit = 256 * 1024

  test.each([
    ['none', {}, true],
    ['as large as can be, keys and values together', { [a(10)]: a(limit - 11), b: '' }, true],
    ['larger by a byte', { [a(10)]: a(limit - 10), b: '' }, false],
    ['that have fewer letters than bytes', { a: 'ä'.repeat(limit / 2) }, false],
  ])('%s: %#', (_sentence, annotations, expected) => {
    expect(annotationsFit(annotations)).toBe(expected)
  })
})
