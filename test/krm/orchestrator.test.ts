import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { orchestratorShowsResults } from '../../src/krm/run/orchestrator.ts'

const markedItem =
  '{metadata: {annotations: {internal.config.kubernetes.io/annotations-migration-resource-id: "0"}}}'
const plainItem = '{metadata: {annotations: {internal.config.kubernetes.io/path: a.yaml}}}'
const ofKustomize =
  '{kind: IngressShim, metadata: {annotations: {config.kubernetes.io/function: "exec: {}"}}}'

describe('whether the orchestrator shows the results to its user', () => {
  it.each([
    ['kpt marks the items', { config: 'null', items: [markedItem] }, true],
    [
      'kpt marks the items, of which the first came from a function before',
      { config: 'null', items: [plainItem, markedItem] },
      true,
    ],
    ['kpt marks a functionConfig that it read from a package', { config: markedItem, items: [] }, true],
    [
      'kpt makes the functionConfig of its command line',
      { config: '{kind: ConfigMap, metadata: {name: function-input}}', items: [] },
      true,
    ],
    [
      'a ConfigMap has another name',
      { config: '{kind: ConfigMap, metadata: {name: settings}}', items: [] },
      false,
    ],
    [
      'something else has that name',
      { config: '{kind: IngressShim, metadata: {name: function-input}}', items: [] },
      false,
    ],
    [
      'kustomize marks its items too, and finds its functions by an annotation',
      { config: ofKustomize, items: [markedItem] },
      false,
    ],
    ['the list comes from a file', { config: 'null', items: [plainItem] }, false],
    ['the list is empty', { config: 'null', items: [] }, false],
  ])('%s', (_sentence, { config, items }, expected) => {
    const input = {
      functionConfig: parse(config),
      items: items.map((item, position) => ({ position, object: parse(item) })),
    }
    expect(orchestratorShowsResults(input)).toBe(expected)
  })
})
