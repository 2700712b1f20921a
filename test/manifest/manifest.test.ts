import { describe, expect, test } from 'vitest'
import { isJson } from '../../src/manifest/finding.ts'
import { isLocalConfig } from '../../src/manifest/local-config.ts'
import { at, groupOf, isFields, own, typeInWords } from '../../src/manifest/manifest.ts'

describe('a field is read only where it is', () => {
  const object = JSON.parse('{"metadata": {"name": "web", "labels": null, "hosts": ["a"], "__proto__": "p"}}')
  test.each([
    ['a field in a mapping', ['metadata', 'name'], 'web'],
    ['a key that every object inherits, where it is written', ['metadata', '__proto__'], 'p'],
    ['a key that every object inherits, where it is not', ['metadata', 'constructor'], undefined],
    ['a missing field', ['metadata', 'namespace'], undefined],
    ['a field below an empty one', ['metadata', 'labels', 'app'], undefined],
    ['a field below a text', ['metadata', 'name', 'length'], undefined],
    ['a field below a list', ['metadata', 'hosts', '0'], undefined],
  ])('%s', (_, path, value) => {
    expect(at(object, ...path)).toBe(value)
  })

  test('no path is the value itself', () => expect(at('web')).toBe('web'))

  test('a key of a mapping, and none that it inherits', () => {
    expect([own({ a: 1 }, 'a'), own({}, 'toString')]).toEqual([1, undefined])
  })
})

describe('what a value is', () => {
  test.each<[unknown, string, boolean]>([
    [{}, 'a mapping', true],
    [[], 'a list', false],
    [null, 'empty', false],
    [undefined, 'empty', false],
    ['web', 'a string', false],
    [false, 'a boolean', false],
    [443, 'a number', false],
    [443n, 'a number', false],
  ])('%s is %s', (value, words, isMapping) => {
    expect([typeInWords(value), isFields(value)]).toEqual([words, isMapping])
  })
})

describe('a value can be said in a result', () => {
  test.each<[unknown, boolean]>([
    ['a', true],
    [null, true],
    [{ a: 1 }, true],
    [undefined, false],
    [1n, false],
    [Symbol('a'), false],
    [() => 'a', false],
  ])('%s: %s', (value, canBe) => expect(isJson(value)).toBe(canBe))
})

test.each([
  ['v1', ''],
  ['networking.k8s.io/v1', 'networking.k8s.io'],
  ['/v1', ''],
])('the group of %s is "%s"', (apiVersion, group) => expect(groupOf(apiVersion)).toBe(group))

describe('an item never reaches a cluster', () => {
  const annotated = (value: unknown) => ({
    metadata: { annotations: { 'config.kubernetes.io/local-config': value } },
  })
  test.each<[string, unknown, boolean]>([
    ['marked as local', annotated('true'), true],
    ['marked with another text', annotated('yes'), true],
    ['marked with nothing', annotated(null), true],
    ['marked as not local', annotated('false'), false],
    ['marked with what is no text', annotated(true), false],
    ['not marked', { metadata: { annotations: {} } }, false],
    ['without annotations', {}, false],
  ])('%s: %s', (_, object, isLocal) => expect(isLocalConfig(object)).toBe(isLocal))
})
