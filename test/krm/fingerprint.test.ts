import { describe, expect, it } from 'vitest'
import { fingerprintsOf } from '../../src/krm/results/fingerprint.ts'
import { error, info, warning } from './formats/located.ts'

describe('the fingerprints of results', () => {
  it('never change, or every code scanning service would show all results anew', () => {
    expect(fingerprintsOf([error, warning, info, error])).toEqual([
      '2351d75d53ac43de',
      'e8192b1236d6656d',
      '5aeb3f46024b6c2e',
      'e83d3caf7d10fe4f',
    ])
  })

  it.each([
    ['rule', { tags: { rule: 'other' } }],
    ['apiVersion', { resourceRef: { apiVersion: 'v1', kind: 'Ingress', name: 'web', namespace: 'prod' } }],
    [
      'kind',
      { resourceRef: { apiVersion: 'networking.k8s.io/v1', kind: 'A', name: 'web', namespace: 'prod' } },
    ],
    ['namespace', { resourceRef: { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', name: 'web' } }],
    ['field', { field: { path: 'spec.tls[1].hosts' } }],
  ])('differ by %s', (_sentence, other) => {
    const [one, another] = fingerprintsOf([error, { ...error, result: { ...error.result, ...other } }])
    expect(one).not.toBe(another)
  })

  it.each([
    ['line', { location: { path: 'b.yaml', line: 7, isFile: true } }],
    ['message', { result: { ...error.result, message: 'It is not right.' } }],
    ['severity', { result: { ...error.result, severity: 'info' as const } }],
  ])('are the same whatever the %s', (_sentence, other) => {
    expect(fingerprintsOf([{ ...error, ...other }])).toEqual(fingerprintsOf([error]))
  })
})
