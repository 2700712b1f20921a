import { describe, expect, test } from 'vitest'
import { list } from '../certificate.ts'
import { ingress, scenario } from '../scenario.ts'

const gateway = `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: web, namespace: prod, annotations: {cert-manager.io/issuer: ca}}
spec: {listeners: [{name: l, protocol: HTTPS, hostname: a.com, tls: {certificateRefs: [{name: web-tls}]}}]}
`
const twice = (document: string, source = ingress()) => list(source, document, document)
const plain = (type: string, name = 'web-tls', more = '') =>
  `{apiVersion: ${type}, metadata: {name: ${name}${more}}}`
const route = (
  parentRefs: string,
  { type = 'gateway.networking.k8s.io/v1, kind: HTTPRoute', namespace = 'prod' } = {},
) =>
  `{apiVersion: ${type}, metadata: {name: r, namespace: ${namespace}}, spec: {hostnames: [a.com], parentRefs: ${parentRefs}}}`

describe('what is said of a resource that is there twice', () => {
  test.each([
    [
      'a source',
      list(ingress(), ingress()),
      [
        'The Ingress web is here already (item 1 of the list). Only one of the two can be applied, so neither is used or changed here. Remove one of them, or give it another name or namespace.',
      ],
    ],
    [
      'a Secret that a source names',
      twice(plain('v1, kind: Secret')),
      [
        'The Secret web-tls is here already (item 2 of the list). Only one of the two can be applied, so neither is used or changed here. Remove one of them, or give it another name or namespace.',
      ],
    ],
    ['a Secret that no source names', twice(plain('v1, kind: Secret', 'other')), []],
    ['a Secret of another namespace', twice(plain('v1, kind: Secret', 'web-tls', ', namespace: other')), []],
    ['something else of that name', twice(plain('v1, kind: ConfigMap')), []],
    ['a Secret of another group', twice(plain('example.com/v1, kind: Secret')), []],
    [
      'an issuer',
      twice(plain('cert-manager.io/v1, kind: Issuer', 'other')),
      [
        'The Issuer other is here already (item 2 of the list). Only one of the two can be applied, so neither is used or changed here. Remove one of them, or give it another name or namespace.',
      ],
    ],
    [
      'a route of a source',
      twice(route('[{name: web}]'), gateway),
      [
        'The HTTPRoute r is here already (item 2 of the list). Only one of the two can be applied, and where a Certificate has its hosts from it, those of both count. Remove one of them, or give it another name or namespace.',
      ],
    ],
    [
      'a route of a source in another namespace',
      twice(route('[{name: web, namespace: prod}]', { namespace: 'dev' }), gateway),
      [
        'The HTTPRoute r is here already (item 2 of the list). Only one of the two can be applied, and where a Certificate has its hosts from it, those of both count. Remove one of them, or give it another name or namespace.',
      ],
    ],
    ['a route of another parent', twice(route('[{name: other}]'), gateway), []],
    ['a route of a parent of another namespace', twice(route('[{name: web, namespace: dev}]'), gateway), []],
    ['a route of a parent of another kind', twice(route('[{name: web, kind: ListenerSet}]'), gateway), []],
    ['a route whose parents are no list', twice(route('{name: web}'), gateway), []],
    [
      'something of another group with such a parent',
      twice(route('[{name: web}]', { type: 'example.com/v1, kind: HTTPRoute' }), gateway),
      [],
    ],
  ])('%s', (_sentence, input, messages) => {
    expect(scenario(input).messages).toEqual(messages)
  })
})
