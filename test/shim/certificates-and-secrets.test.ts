import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { certificate, controlled, list, ours, quiet, spec } from './certificate.ts'
import { ingress, scenario } from './scenario.ts'

describe('each Certificate serves one Secret only', () => {
  const stores = (name: string, secretName: string, metadata = ours) =>
    certificate({ name, metadata, body: spec.replace('web-tls', secretName) })
  const wants = (...secrets: string[]) =>
    ingress({ tls: `[${secrets.map((name) => `{hosts: [example.com], secretName: ${name}}`)}]` })

  test.each([
    [
      'one that stores a Secret serves it, whatever its name',
      list(wants('a', 'b'), stores('a', 'b')),
      ['create a-2'],
    ],
    ['the order of the TLS blocks does not matter', list(wants('b', 'a'), stores('a', 'b')), ['create a-2']],
    [
      'two that store the Secret of each other serve these',
      list(wants('a', 'b'), stores('a', 'b'), stores('b', 'a')),
      [],
    ],
    [
      'one that stores a Secret that nobody names is found by its name',
      list(wants('a'), stores('a', 'b')),
      ['update a'],
    ],
    [
      'not while a resource names the Secret that it stores',
      list(
        wants('a'),
        ingress({ name: 'x', annotations: 'x: y', tls: '[{secretName: b}]' }),
        stores('a', 'b'),
      ),
      ['create a-2'],
    ],
    [
      'a name that another Secret wants, or another Certificate has, is not given away',
      list(wants('a', 'b', 'a-2'), stores('a', 'b'), stores('a-3', 'z', '')),
      ['create a-4', 'create a-2'],
    ],
    [
      'one that only its controller makes ours is found by name alone',
      list(wants('a', 'b'), stores('a', 'b', controlled('Ingress', 'web'))),
      ['update a', 'create b'],
    ],
    [
      'one of somebody else is not taken for its Secret',
      list(wants('a'), stores('b', 'a', '')),
      ['create a'],
    ],
    [
      'one that can not be relied on keeps its Secret',
      list(wants('a'), 'apiVersion: cert-manager.io/v1\nkind: Certificate\nmetadata: {name: a}\nspec: []'),
      [],
    ],
  ])('%s', (_name, input, changes) => {
    expect(scenario(input, quiet).changes).toEqual(changes)
  })

  test('a name that was given away is the same in the next run', () => {
    const first = scenario(list(wants('a', 'b'), stores('a', 'b')))
    expect(parse(first.certificates.split('---\n')[1] ?? '')).toMatchObject({
      metadata: { name: 'a-2' },
      spec: { secretName: 'a' },
    })
    expect(scenario(list(wants('a', 'b'), first.certificates)).changes).toEqual([])
  })
})

describe('two sources that want one Secret', () => {
  const first = ingress({ name: 'first' })

  test('share it silently where they ask for the same', () => {
    const { changes, findings } = scenario(list(first, ingress({ name: 'second' })))
    expect({ changes, findings }).toEqual({ changes: ['create web-tls'], findings: [] })
  })

  test('share it silently where only the order of their hosts differs', () => {
    const hosts = (...names: string[]) => `[{hosts: [${names}], secretName: web-tls}]`
    const { changes, findings } = scenario(
      list(
        ingress({ name: 'first', tls: hosts('a.com', 'b.com', '10.0.0.1') }),
        ingress({ name: 'second', tls: hosts('10.0.0.1', 'b.com', 'a.com', 'a.com') }),
      ),
      { rules: { 'host-not-routed': 'off', 'host-not-covered': 'off', 'host-invalid': 'off' } },
    )
    expect({ changes, findings }).toEqual({ changes: ['create web-tls'], findings: [] })
  })

  test.each([
    ['other hosts', ingress({ name: 'second', tls: '[{hosts: [a.example.com], secretName: web-tls}]' })],
    ['another issuer', ingress({ name: 'second', annotations: 'cert-manager.io/issuer: other' })],
  ])('the first gets it, and one that asks for %s gets an error that names the first', (_name, second) => {
    const { changes, outcome } = scenario(list(first, second))
    expect(changes).toEqual(['create web-tls'])
    const shared = outcome.findings.filter(({ rule }) => rule === 'secret-shared')
    expect(shared.map(({ position, field }) => [position, field?.path])).toEqual([
      [1, 'spec.tls[0].secretName'],
    ])
    expect(shared[0]?.message).toContain('Ingress/first')
  })

  test('the one whose Certificate admission refuses leaves the Secret to the other', () => {
    const refused = ingress({
      name: 'first',
      annotations: 'cert-manager.io/issuer: ca, cert-manager.io/duration: 1m',
    })
    const { certificates } = scenario(list(refused, ingress({ name: 'second' })))
    expect(parse(certificates).metadata.annotations).toEqual({
      'ingress-shim.fn.kpt.dev/source': 'Ingress/second',
    })
  })

  test('a Certificate of a source that is wrong today is not handed to another', () => {
    const wrong = ingress({ annotations: 'cert-manager.io/issuer: ca, cert-manager.io/duration: 90d' })
    const other = ingress({ name: 'other', tls: '[{hosts: [a.example.com], secretName: web-tls}]' })
    expect(scenario(list(wrong, other, certificate({ metadata: ours }))).changes).toEqual([])
  })
})
