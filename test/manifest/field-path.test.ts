import { expect, test } from 'vitest'
import { fieldPath } from '../../src/manifest/field-path.ts'

test.each([
  [['spec', 'dnsNames'], 'spec.dnsNames'],
  [['spec', 'tls', '0', 'hosts'], 'spec.tls[0].hosts'],
  [['metadata', 'annotations', 'cert-manager.io/issuer'], 'metadata.annotations[cert-manager.io/issuer]'],
  [['metadata', 'labels', 'app'], 'metadata.labels[app]'],
  [['spec', 'tls', '-'], 'spec.tls[-]'],
  [['labels'], 'labels'],
  [['0'], '[0]'],
  [[], ''],
])('%j is written %o', (steps, expected) => {
  expect(fieldPath(steps)).toBe(expected)
})
