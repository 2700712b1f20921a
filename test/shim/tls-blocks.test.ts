import { describe, expect, test } from 'vitest'
import { ingress, scenario } from './scenario.ts'

describe('TLS blocks of an Ingress', () => {
  test.each([
    [
      'each gives a Certificate',
      '[{hosts: [example.com], secretName: a}, {hosts: [example.com], secretName: b}]',
      ['create a', 'create b'],
      [],
    ],
    [
      'one without hosts is skipped, and the others count',
      '[{secretName: a}, {hosts: [example.com], secretName: b}]',
      ['create b'],
      ['warning tls-hosts-missing spec.tls[0].hosts'],
    ],
    [
      'one without secretName is skipped, and the others count',
      '[{hosts: [example.com]}, {hosts: [example.com], secretName: b}]',
      ['create b'],
      ['warning tls-secret-name-missing spec.tls[0].secretName'],
    ],
    [
      'an empty one is skipped for both reasons',
      '[null, {hosts: [example.com], secretName: b}]',
      ['create b'],
      [
        'warning tls-hosts-missing spec.tls[0].hosts',
        'warning tls-secret-name-missing spec.tls[0].secretName',
      ],
    ],
    [
      'two with one secretName reject the whole Ingress',
      '[{hosts: [example.com], secretName: a}, {hosts: [example.com], secretName: b}, {hosts: [example.com], secretName: a}]',
      [],
      ['error duplicate-secret-name spec.tls[2].secretName'],
    ],
    [
      'two without a secretName reject it as well',
      '[{hosts: [example.com]}, {hosts: [example.com]}, {hosts: [example.com], secretName: b}]',
      [],
      [
        'error duplicate-secret-name spec.tls[1].secretName',
        'warning tls-secret-name-missing spec.tls[0].secretName',
        'warning tls-secret-name-missing spec.tls[1].secretName',
      ],
    ],
  ])('%s', (_name, tls, changes, findings) => {
    const result = scenario(ingress({ tls }))
    expect({ changes: result.changes, findings: result.findings }).toEqual({ changes, findings })
  })
})
