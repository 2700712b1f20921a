import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { Report } from '../../src/manifest/report.ts'
import type { Problem } from '../../src/manifest/rule.ts'
import { hasKnownIdentity, readResource } from '../../src/shim/resource.ts'
import { identitiesOfSources, identityOf, isIssuer } from '../../src/shim/sets/identity.ts'

const template = 'This is a template that nobody has rendered'
const read = (text: string, problem?: string) => {
  const problems: Problem[] = []
  const manifest = { object: parse(text), position: 0, ...(problem !== undefined && { problem }) }
  return { resource: readResource(manifest, new Report(0, problems)), problems }
}

describe('what is said of an item', () => {
  test.each<readonly [sentence: string, text: string, problem: string | undefined, said: readonly string[]]>([
    [
      'that is a text',
      'web',
      undefined,
      ['malformed-resource undefined This is a string where Kubernetes expects a mapping'],
    ],
    [
      'without metadata',
      '{}',
      undefined,
      ['malformed-resource metadata This is empty where Kubernetes expects a mapping with a name'],
    ],
    [
      'without a name',
      '{metadata: {}}',
      undefined,
      ['malformed-resource metadata.name This is empty where Kubernetes expects a string'],
    ],
    [
      'whose name is a template',
      '{metadata: {name: "{{ .Release.Name }}"}}',
      undefined,
      [`template-not-rendered metadata.name ${template}`],
    ],
    [
      'whose namespace is a number',
      '{metadata: {name: a, namespace: 7}}',
      undefined,
      ['malformed-resource metadata.namespace This is a number where Kubernetes expects a string'],
    ],
    [
      'whose labels are a list',
      '{metadata: {name: a, labels: []}}',
      undefined,
      ['malformed-resource metadata.labels This is a list where Kubernetes expects a mapping'],
    ],
    [
      'that YAML leaves unclear',
      '{metadata: {name: a}}',
      'the key spec is there twice',
      [
        "malformed-resource undefined This resource can't be relied on: the key spec is there twice. Nothing is generated from it",
      ],
    ],
    [
      'that YAML leaves unclear because of a template',
      '{metadata: {name: a}, spec: {{ .Values.spec }}}',
      'a key is a mapping',
      [`template-not-rendered spec ${template}`],
    ],
  ])('%s', (_sentence, text, problem, said) => {
    const found = read(text, problem).problems
    expect(
      found.map(({ rule, field, message }) => `${rule.id} ${field?.path} ${message.split(', ')[0]}`),
    ).toEqual(said)
  })
})

test.each([
  ['{name: a}', { name: 'a', namespace: '', known: true }],
  ['{name: a, namespace: b}', { name: 'a', namespace: 'b', known: true }],
  ['{name: a, namespace: null}', { name: 'a', namespace: '', known: true }],
  ['{name: a, namespace: 7}', { name: 'a', namespace: '', known: false }],
  ['{name: a, namespace: "{{ b }}"}', { name: 'a', namespace: '{{ b }}', known: false }],
  ['{name: "{{ a }}"}', { name: '{{ a }}', namespace: '', known: false }],
])('of the metadata %s is known: %j', (metadata, expected) => {
  const { resource } = read(`{apiVersion: 1, kind: [2], metadata: ${metadata}}`)
  expect(
    resource && { name: resource.name, namespace: resource.namespace, known: hasKnownIdentity(resource) },
  ).toEqual(expected)
  expect(resource).toMatchObject({ apiVersion: '', kind: '', directory: '', file: undefined })
})

describe('what tells a resource from others', () => {
  test.each([
    ['networking.k8s.io/v1', 'Ingress', 'Ingress/prod/a'],
    ['extensions/v1beta1', 'Ingress', 'Ingress/prod/a'],
    ['traefik.io/v1alpha1', 'IngressRoute', 'IngressRoute.traefik.io/prod/a'],
    ['cert-manager.io/v1', 'Issuer', 'Issuer.cert-manager.io/prod/a'],
    ['cert-manager.io/v1', 'ClusterIssuer', 'ClusterIssuer.cert-manager.io//a'],
    ['v1', 'Secret', 'Secret./prod/a'],
  ])('%s %s', (apiVersion, kind, expected) => {
    expect(identityOf({ apiVersion, kind, namespace: 'prod', name: 'a' })).toBe(expected)
  })

  test.each([
    [
      '{name: c, namespace: prod, annotations: {ingress-shim.fn.kpt.dev/source: Ingress/a}}',
      ['Ingress/prod/a'],
    ],
    ['{name: c, annotations: {ingress-shim.fn.kpt.dev/source: Ingress/a}}', ['Ingress//a']],
    [
      '{name: c, namespace: prod, annotations: {ingress-shim.fn.kpt.dev/source: "Ingress/a,HTTPProxy.projectcontour.io/dev/b"}}',
      ['Ingress/prod/a', 'HTTPProxy.projectcontour.io/dev/b'],
    ],
    ['{name: c}', []],
    ['{name: c, annotations: {ingress-shim.fn.kpt.dev/source: 7}}', []],
  ])('the sources of %s', (metadata, expected) => {
    expect(identitiesOfSources(parse(`{metadata: ${metadata}}`))).toEqual(expected)
  })

  test.each([
    ['Issuer', true],
    ['ClusterIssuer', true],
    ['AWSPCAIssuer', true],
    ['IssuerPolicy', false],
  ])('%s is an issuer: %s', (kind, expected) => {
    const { resource } = read(`{kind: ${kind}, metadata: {name: a}}`)
    expect(resource && isIssuer(resource)).toBe(expected)
  })
})
