import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { Report } from '../../../src/manifest/report.ts'
import { readResource } from '../../../src/shim/resource.ts'
import { allowedListenersOf, gateway } from '../../../src/shim/sources/kinds/gateway-api/gateway.ts'

describe('a Gateway takes ListenerSets', () => {
  test.each([
    ['of no namespace by default', '{}', { from: 'None', selector: undefined, passes: false }],
    [
      'of no namespace where it says so',
      '{allowedListeners: {namespaces: {from: None}}}',
      { from: 'None', selector: undefined, passes: false },
    ],
    [
      'of its own namespace',
      '{allowedListeners: {namespaces: {from: Same}}}',
      { from: 'Same', selector: undefined, passes: true },
    ],
    [
      'of namespaces with some labels',
      '{allowedListeners: {namespaces: {from: Selector, selector: {matchLabels: {a: b}}}}}',
      { from: 'Selector', selector: { matchLabels: { a: 'b' } }, passes: true },
    ],
    [
      'of no namespace where that is of a wrong type',
      '{allowedListeners: {namespaces: {from: 1}}}',
      { from: 'None', selector: undefined, passes: false },
    ],
  ])('%s', (_sentence, spec, expected) => {
    const object = parse(
      `{apiVersion: gateway.networking.k8s.io/v1, kind: Gateway, metadata: {name: web}, spec: ${spec}}`,
    )
    const resource = readResource({ object, position: 0 }, new Report(0, []))
    const answer = resource && { ...allowedListenersOf(resource), passes: gateway.passesIssuerOn?.(resource) }
    expect(answer).toEqual(expected)
  })
})
