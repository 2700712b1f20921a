import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { at, isFields } from '../../src/manifest/manifest.ts'
import { ingress, scenario } from './scenario.ts'

const issuer = 'cert-manager.io/issuer: ca'

/** The Certificate's spec, less what every case has. */
function specOf(annotations: string): unknown {
  const change = scenario(ingress({ annotations: `${issuer}, ${annotations}` })).outcome.changes[0]
  const spec = at(change, 'item', 'spec')
  if (!isFields(spec)) return undefined
  const { secretName: _name, issuerRef: _ref, usages: _usages, dnsNames: _names, ...rest } = spec
  return rest
}

describe('annotations that become fields of the Certificate', () => {
  test.each([
    ['common-name', 'cert-manager.io/common-name: example.com', 'commonName: example.com'],
    ['ip-sans', 'cert-manager.io/ip-sans: "10.0.0.1,::1"', 'ipAddresses: [10.0.0.1, "::1"]'],
    ['email-sans', 'cert-manager.io/email-sans: "a@x.com,b@x.com"', 'emailAddresses: [a@x.com, b@x.com]'],
    ['duration, as Go writes it', 'cert-manager.io/duration: 90m', 'duration: 1h30m0s'],
    ['renew-before', 'cert-manager.io/renew-before: 720h', 'renewBefore: 720h0m0s'],
    ['renew-before-percentage', 'cert-manager.io/renew-before-percentage: "30"', 'renewBeforePercentage: 30'],
    [
      'any renew-before-percentage, where the lifetime is not set',
      'cert-manager.io/renew-before-percentage: "100"',
      'renewBeforePercentage: 100',
    ],
    [
      'the shortest lifetime and renewal',
      'cert-manager.io/duration: 1h, cert-manager.io/renew-before: 5m',
      '{duration: 1h0m0s, renewBefore: 5m0s}',
    ],
    [
      'the highest percentage that leaves five minutes',
      'cert-manager.io/duration: 100m, cert-manager.io/renew-before-percentage: "95"',
      '{duration: 1h40m0s, renewBeforePercentage: 95}',
    ],
    [
      'a common-name of 64 bytes',
      `cert-manager.io/common-name: ${'ä'.repeat(32)}`,
      `commonName: ${'ä'.repeat(32)}`,
    ],
    ['revision-history-limit', 'cert-manager.io/revision-history-limit: "1"', 'revisionHistoryLimit: 1'],
    ['the smallest RSA key', 'cert-manager.io/private-key-size: "2048"', 'privateKey: {size: 2048}'],
    [
      'the biggest RSA key',
      'cert-manager.io/private-key-algorithm: RSA, cert-manager.io/private-key-size: "8192"',
      'privateKey: {algorithm: RSA, size: 8192}',
    ],
    [
      'a key of a fixed size, whatever size is written',
      'cert-manager.io/private-key-algorithm: Ed25519, cert-manager.io/private-key-size: "1"',
      'privateKey: {algorithm: Ed25519, size: 1}',
    ],
    [
      'a size of zero, which is none',
      'cert-manager.io/private-key-algorithm: Ed25519, cert-manager.io/private-key-size: "0"',
      'privateKey: {algorithm: Ed25519}',
    ],
    ['an encoding alone', 'cert-manager.io/private-key-encoding: PKCS8', 'privateKey: {encoding: PKCS8}'],
    [
      'a rotation policy alone',
      'cert-manager.io/private-key-rotation-policy: Never',
      'privateKey: {rotationPolicy: Never}',
    ],
    ['an empty common-name, which is none', 'cert-manager.io/common-name: ""', '{}'],
    ['an empty list of alt-names, which are none', 'cert-manager.io/alt-names: ""', '{}'],
    ['a template of nothing', "cert-manager.io/secret-template: '{}'", '{}'],
    [
      'a template with labels alone',
      `cert-manager.io/secret-template: '{"labels":{"a":"b"}}'`,
      'secretTemplate: {labels: {a: b}}',
    ],
    [
      'a template with annotations alone',
      `cert-manager.io/secret-template: '{"annotations":{"a":"b"}}'`,
      'secretTemplate: {annotations: {a: b}}',
    ],
    [
      'private-key-*',
      'cert-manager.io/private-key-algorithm: ECDSA, cert-manager.io/private-key-size: "384", cert-manager.io/private-key-encoding: PKCS8, cert-manager.io/private-key-rotation-policy: Always',
      'privateKey: {algorithm: ECDSA, encoding: PKCS8, size: 384, rotationPolicy: Always}',
    ],
    [
      'subject-*, with a comma inside quotes',
      `cert-manager.io/subject-organizations: '"Acme, Inc.",Other', cert-manager.io/subject-serialnumber: "7"`,
      'subject: {organizations: ["Acme, Inc.", Other], serialNumber: "7"}',
    ],
    [
      'secret-template',
      `cert-manager.io/secret-template: '{"labels":{"a":"b"},"annotations":{"c":"d"}}'`,
      'secretTemplate: {annotations: {c: d}, labels: {a: b}}',
    ],
    [
      'secret-template with hostile keys, which are keys like any other',
      `cert-manager.io/secret-template: '{"labels":{"constructor":"b"}}'`,
      'secretTemplate: {labels: {constructor: b}}',
    ],
  ])('%s', (_name, annotations, expected) => {
    expect(specOf(annotations)).toEqual(parse(expected))
  })

  test('alt-names follow the hosts, and usages replace the default ones', () => {
    const annotations = `${issuer}, cert-manager.io/alt-names: "b.com,c.com", cert-manager.io/usages: "server auth, client auth"`
    const change = scenario(ingress({ annotations })).outcome.changes[0]
    expect(at(change, 'item', 'spec', 'dnsNames')).toEqual(['example.com', 'b.com', 'c.com'])
    expect(at(change, 'item', 'spec', 'usages')).toEqual(['server auth', 'client auth'])
  })

  test('hosts that are IP addresses become ipAddresses, each host once', () => {
    const tls = '[{hosts: [example.com, 10.0.0.1, "::1", example.com, 010.0.0.1], secretName: web-tls}]'
    const change = scenario(ingress({ tls })).outcome.changes[0]
    expect(at(change, 'item', 'spec', 'dnsNames')).toEqual(['example.com', '010.0.0.1'])
    expect(at(change, 'item', 'spec', 'ipAddresses')).toEqual(['10.0.0.1', '::1'])
  })
})

describe('annotations that become annotations of the Certificate', () => {
  test.each([
    [
      'http01-edit-in-place',
      'acme.cert-manager.io/http01-edit-in-place: "true"',
      '{acme.cert-manager.io/http01-override-ingress-name: web, cert-manager.io/issue-temporary-certificate: "true"}',
    ],
    ['http01-edit-in-place of another value', 'acme.cert-manager.io/http01-edit-in-place: "True"', '{}'],
    [
      'http01-ingress-class',
      'acme.cert-manager.io/http01-ingress-class: nginx',
      '{acme.cert-manager.io/http01-override-ingress-class: nginx}',
    ],
    [
      'http01-ingress-ingressclassname',
      'acme.cert-manager.io/http01-ingress-ingressclassname: nginx',
      '{acme.cert-manager.io/http01-override-ingress-ingressclassname: nginx}',
    ],
    [
      'empty classes, which are none',
      'acme.cert-manager.io/http01-ingress-class: "", acme.cert-manager.io/http01-ingress-ingressclassname: ""',
      '{}',
    ],
  ])('%s', (_name, annotations, expected) => {
    const change = scenario(ingress({ annotations: `${issuer}, ${annotations}` })).outcome.changes[0]
    expect(at(change, 'item', 'metadata', 'annotations')).toEqual({
      'ingress-shim.fn.kpt.dev/source': 'Ingress/web',
      ...parse(expected),
    })
  })
})
