import { describe, expect, test } from 'vitest'
import type { Change } from '../../src/manifest/change.ts'
import { driftOf } from '../../src/shim/certificates/drift.ts'

const advice = 'Run `krm-ingress-shim write .`, or the render that you have, and commit what it changes.'
const certificate = { kind: 'Certificate', metadata: { name: 'web-tls', annotations: {} } }
const objects = new Map<number, unknown>([[1, certificate]])

function drift(change: Change, isRendered = true) {
  const renderCall = 'krm-ingress-shim write .'
  return driftOf([change], { objectAt: (position) => objects.get(position), isRendered, renderCall })
}

const create: Change = { kind: 'create', item: certificate, source: 0 }
const update: Change = {
  kind: 'update',
  position: 1,
  source: 0,
  edits: [
    { path: ['spec', 'dnsNames'], value: ['a'] },
    { path: ['metadata', 'annotations', 'example.com/a'], value: 'b' },
  ],
}

describe('what a render would change is an error', () => {
  test.each<readonly [name: string, change: Change, rule: string, position: number, message: string]>([
    [
      'on the source, where its Certificate is missing',
      create,
      'certificate-missing',
      0,
      `The Certificate web-tls that this asks for is not there. ${advice}`,
    ],
    [
      'on the source, where its Certificate is another, with the fields that differ',
      update,
      'certificate-outdated',
      0,
      `The Certificate web-tls is not what this asks for: spec.dnsNames, metadata.annotations[example.com/a] differ. ${advice}`,
    ],
    [
      'on the Certificate, where that would go',
      { kind: 'remove', position: 1 },
      'certificate-leftover',
      1,
      `No source asks for the Certificate web-tls any more, so that a render removes it. ${advice}`,
    ],
  ])('%s', (_name, change, rule, position, message) => {
    expect(drift(change)).toEqual([{ rule, severity: 'error', position, message }])
  })

  test('in one field, where nobody knows the call that renders', () => {
    const change: Change = { ...update, edits: update.edits.slice(0, 1) }
    const objectAt = (position: number) => objects.get(position)
    expect(
      driftOf([change], { objectAt, isRendered: true, renderCall: undefined }).map(({ message }) => message),
    ).toEqual([
      'The Certificate web-tls is not what this asks for: spec.dnsNames differs. Render again, and commit what that changes.',
    ])
  })

  test('also in a set that holds others', () => {
    expect(drift({ ...create, isSetRendered: true }, false)).toHaveLength(1)
  })

  test('but nothing is missing where no Certificates are kept', () => {
    expect(drift(create, false)).toEqual([])
  })
})
