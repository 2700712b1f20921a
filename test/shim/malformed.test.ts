import { describe, expect, test } from 'vitest'
import { ingress, scenario } from './scenario.ts'

const issuer = 'cert-manager.io/issuer: ca'

describe('fields of the wrong type: one error each, nothing generated', () => {
  test.each([
    [
      'metadata is a list',
      ingress().replace(/metadata:[\s\S]*?spec:/, 'metadata: []\nspec:'),
      ['error malformed-resource metadata'],
    ],
    [
      'metadata has no name',
      ingress().replace('name: web', 'generateName: web-'),
      ['error malformed-resource metadata.name'],
    ],
    [
      'annotations are a list',
      ingress().replace(`{${issuer}}`, `[${issuer}]`),
      ['error malformed-resource metadata.annotations'],
    ],
    ['labels are a text', ingress({ metadata: 'labels: app' }), ['error malformed-resource metadata.labels']],
    [
      'a label is a number',
      ingress({ metadata: 'labels: {version: 1}' }),
      ['error malformed-resource metadata.labels[version]'],
    ],
    [
      'namespace is a number',
      ingress({ metadata: 'namespace: 7' }),
      ['error malformed-resource metadata.namespace'],
    ],
    ['spec is a list', ingress().replace(/spec:[\s\S]*/, 'spec: []'), ['error malformed-resource spec']],
    [
      'tls is a mapping',
      ingress({ tls: '{hosts: [example.com], secretName: web-tls}' }),
      ['error malformed-resource spec.tls'],
    ],
    ['a TLS block is a text', ingress({ tls: '[example.com]' }), ['error malformed-resource spec.tls[0]']],
    [
      'hosts are a text',
      ingress({ tls: '[{hosts: example.com, secretName: web-tls}]' }),
      ['error malformed-resource spec.tls[0].hosts'],
    ],
    [
      'a host is a number',
      ingress({ tls: '[{hosts: [1.5], secretName: web-tls}]' }),
      ['error malformed-resource spec.tls[0].hosts[0]'],
    ],
    [
      'secretName is a list',
      ingress({ tls: '[{hosts: [example.com], secretName: [web-tls]}]' }),
      ['error malformed-resource spec.tls[0].secretName'],
    ],
  ])('%s', (_name, input, expected) => {
    const { findings, changes } = scenario(input)
    expect(changes).toEqual([])
    expect(findings.filter((finding) => finding.startsWith('error'))).toEqual(expected)
  })

  test('the other problems of the source are reported with them', () => {
    const { findings } = scenario(
      ingress({
        annotations: `${issuer}, cert-manager.io/duration: 90d`,
        tls: '[{hosts: [example.com], secretName: 5}]',
      }),
    )
    expect(findings).toContain('error malformed-resource spec.tls[0].secretName')
    expect(findings).toContain('error invalid-annotation metadata.annotations[cert-manager.io/duration]')
  })
})

describe('annotation values that are no strings', () => {
  test.each([
    ['an issuer that is a number', 'cert-manager.io/issuer: 5', 'cert-manager.io/issuer', 5, '5'],
    [
      'an auto annotation that is the number 1',
      'kubernetes.io/tls-acme: 1',
      'kubernetes.io/tls-acme',
      1,
      '1',
    ],
    [
      'a boolean that lacks its quotes',
      'kubernetes.io/tls-acme: true',
      'kubernetes.io/tls-acme',
      true,
      'true',
    ],
    [
      'a number that lacks its quotes',
      `${issuer}, cert-manager.io/revision-history-limit: 3`,
      'cert-manager.io/revision-history-limit',
      3,
      '3',
    ],
    [
      'a list',
      `${issuer}, cert-manager.io/alt-names: [a.com]`,
      'cert-manager.io/alt-names',
      ['a.com'],
      undefined,
    ],
  ])('%s', (_name, annotations, key, currentValue, proposedValue) => {
    const { outcome } = scenario(ingress({ annotations }), { defaultIssuerName: 'le' })
    expect(outcome.changes).toEqual([])
    expect(outcome.findings.map(({ rule, field }) => ({ rule, field }))).toEqual([
      {
        rule: 'annotation-not-string',
        field: {
          path: `metadata.annotations[${key}]`,
          currentValue,
          ...(proposedValue && { proposedValue }),
        },
      },
    ])
  })

  test('the message says that quotes are missing', () => {
    const { messages } = scenario(ingress({ annotations: 'kubernetes.io/tls-acme: true' }), {
      defaultIssuerName: 'le',
    })
    expect(messages).toEqual([
      'The value of the annotation kubernetes.io/tls-acme is a boolean, but Kubernetes accepts strings only and would refuse this resource. Write it in quotes: "true".',
    ])
  })

  test('an empty value counts as an empty string, as it does for the API server', () => {
    expect(scenario(ingress({ annotations: `${issuer}, example.com/empty:` })).findings).toEqual([])
  })

  test('hostile keys are annotations and labels like any other', () => {
    const { changes, certificates } = scenario(
      ingress({
        annotations: `${issuer}, __proto__: x, constructor: y, toString: z`,
        metadata: 'labels: {__proto__: a, constructor: b}',
      }),
      { extraCertificateAnnotations: ['__proto__', 'constructor', 'hasOwnProperty'] },
    )
    expect(changes).toEqual(['create web-tls'])
    expect(certificates).toContain('    __proto__: a\n    constructor: b\n')
    expect(certificates).toContain('    __proto__: x\n    constructor: y\n')
    expect(certificates).not.toContain('hasOwnProperty')
  })
})

describe('items that are no Kubernetes objects', () => {
  test.each([['null'], ['a text'], ['[1, 2]'], ['7'], ['{kind: Ingress}'], ['{apiVersion: 1, kind: 2}']])(
    '%s changes nothing',
    (item) => {
      expect(scenario(item).changes).toEqual([])
    },
  )
})
