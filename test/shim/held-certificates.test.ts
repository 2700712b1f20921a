import { describe, expect, test } from 'vitest'
import { certificate, controlled, list, spec } from './certificate.ts'
import { ingress, scenario } from './scenario.ts'

const unreadable = 'cert-manager.io/issuer: ca, cert-manager.io/duration: 90d'
const other = (tls: string, metadata = '') =>
  ingress({ name: 'other', annotations: unreadable, tls, metadata })
const madeFor = (source: string) => `  annotations: {ingress-shim.fn.kpt.dev/source: "${source}"}\n`
const web = ingress({ metadata: 'namespace: prod' })
const block = (secretName: string) => `{hosts: [example.com], secretName: ${secretName}}`
const inProd = (source: string) => certificate({ metadata: `  namespace: prod\n${madeFor(source)}` })

describe('a Certificate that was made for a source that is rejected today', () => {
  test.each([
    [
      'and names its Secret still: nobody else gets it',
      list(web, other(`[${block('web-tls')}]`, 'namespace: prod'), inProd('Ingress/other')),
      [],
    ],
    [
      'and names its Secret still, beside others',
      list(
        web,
        other(`[${block('other-tls')}, ${block('web-tls')}]`, 'namespace: prod'),
        inProd('Ingress/other'),
      ),
      [],
    ],
    [
      'and names another Secret today: the next one gets it',
      list(web, other(`[${block('other-tls')}]`, 'namespace: prod'), inProd('Ingress/other')),
      ['update web-tls'],
    ],
    [
      'and names a Secret of that name in another namespace: the next one gets it',
      list(web, other(`[${block('web-tls')}]`, 'namespace: dev'), inProd('Ingress/dev/other')),
      ['update web-tls'],
    ],
    [
      'with others, which shared its Secret: nobody knows what it would want today',
      list(web, other(`[${block('other-tls')}]`, 'namespace: prod'), inProd('Ingress/other, Ingress/gone')),
      [],
    ],
    [
      'for another of its Certificates: it still asks for this one itself',
      list(
        ingress({ tls: `[${block('web-tls')}, ${block('Bad')}]` }),
        certificate({ metadata: madeFor('Ingress/web'), body: spec.replace('[example.com]', '[old.com]') }),
      ),
      ['update web-tls'],
    ],
  ])('%s', (_sentence, input, changes) => {
    const rules = { 'secret-issued-twice': 'off' } as const
    expect(scenario(input, { rules }).changes).toEqual(changes)
  })
})

describe('a Certificate that has a controller', () => {
  const withUid = (uid: string, name = 'web') => ingress({ name, metadata: `uid: ${uid}` })
  const old = certificate({
    name: 'old-tls',
    metadata: controlled('Ingress', 'web'),
    body: spec.replace('web-tls', 'old-tls'),
  })

  test.each([
    [
      'is removed with the entry of that source',
      list(withUid('u1'), old),
      ['create web-tls', 'remove old-tls'],
    ],
    ['also where the source has no uid yet', list(withUid('""'), old), ['create web-tls', 'remove old-tls']],
    ['stays where the source of that name is another one', list(withUid('u2'), old), ['create web-tls']],
  ])('%s', (_sentence, input, changes) => {
    expect(scenario(input).changes).toEqual(changes)
  })

  test('belongs to that, and not to the source that our annotation names', () => {
    const first = ingress({ name: 'first', tls: '[{hosts: [first.com], secretName: web-tls}]' })
    const existing = certificate({ metadata: `${madeFor('Ingress/first')}${controlled('Ingress', 'web')}` })
    expect(scenario(list(first, ingress(), existing)).outcome.changes).toMatchObject([{ source: 1 }])
  })
})
