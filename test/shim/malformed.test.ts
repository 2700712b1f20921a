import { describe, expect, test } from 'vitest'
import { ingress, scenario } from './scenario.ts'

const issuer = 'cert-manager.io/issuer: ca'

describe('fields of the wrong type: one error each, nothing generated', () => {
  test.each([
    ['the name is empty', ingress({ name: '""' }), ['error malformed-resource metadata.name']],
    [
      'the name is none that Kubernetes takes',
      ingress({ name: 'myShop' }),
      ['error malformed-resource metadata.name'],
    ],
    [
      'the namespace is none that Kubernetes takes',
      ingress({ metadata: 'namespace: team.a' }),
      ['error malformed-resource metadata.namespace'],
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
    expect(findings.filter((finding) => !finding.startsWith('info'))).toEqual(expected)
  })

  test.each([
    [
      'a mapping',
      ingress({ tls: '{}' }),
      'This is a mapping where Kubernetes expects a list, so the API server would refuse this resource. Fix its type.',
    ],
    [
      'nothing',
      ingress({ name: '""' }),
      'This is empty where Kubernetes expects a string, so the API server would refuse this resource. Fill it in.',
    ],
    [
      'a name',
      ingress({ name: 'myShop' }),
      '"myShop" is not a name that Kubernetes accepts here, so the API server would refuse this resource. Use lower-case letters, digits, "-" and ".", 253 characters at most, with a letter or digit at both ends.',
    ],
  ])('the message says what is there and what belongs there: %s', (_name, input, message) => {
    expect(scenario(input).messages).toEqual([message])
  })

  test('a name in capital letters is proposed in small ones', () => {
    expect(scenario(ingress({ name: 'myShop' })).outcome.findings[0]?.field?.proposedValue).toBe('myshop')
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

describe('a resource that asks for nothing has no result, whatever its shape', () => {
  test.each([
    ['no metadata', ingress().replace(/metadata:[\s\S]*?spec:/, 'spec:')],
    ['metadata of the wrong type', ingress().replace(/metadata:[\s\S]*?spec:/, 'metadata: []\nspec:')],
    ['no name', ingress({ name: '', annotations: '' })],
    ['annotations of the wrong type', ingress().replace(`{${issuer}}`, '[a, b]')],
    ['TLS blocks of the wrong type', ingress({ annotations: 'a: b', tls: 'example.com' })],
    ['a name that Kubernetes refuses', ingress({ name: 'myShop', annotations: '' })],
  ])('%s', (_name, input) => {
    expect(scenario(input)).toMatchObject({ findings: [], changes: [] })
  })

  test('one that can not be named and asks for a Certificate has one', () => {
    expect(scenario(ingress({ name: '' })).findings).toEqual(['error malformed-resource metadata.name'])
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
