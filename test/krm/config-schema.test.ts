import Ajv from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { functionConfigSchema, ingressShimFunction } from '../../src/function.ts'
import { optionTypes } from '../../src/shim/options.ts'

const shim = (spec: string) =>
  `{apiVersion: fn.kpt.dev/v1alpha1, kind: IngressShim, metadata: {name: x}, spec: ${spec}}`
const configMap = (data: string) => `{apiVersion: v1, kind: ConfigMap, data: ${data}}`
const controller = (rest: string) =>
  `{apiVersion: controller.config.cert-manager.io/v1alpha1, kind: ControllerConfiguration, ${rest}}`

/** Values of every type of setting and of none. */
const values = [
  'a',
  'routes',
  '""',
  '"true"',
  'true',
  '7',
  'null',
  '2026-11-24',
  '2026-11-31',
  '2026-11-24T10:00:00Z',
  '[]',
  '[a, b]',
  '[1]',
  '[null]',
  '[Ingress, Gateway]',
  '[Ingres]',
  '[[a]]',
  '{}',
  '[{a: b}]',
  '[{namespaces: [a]}, {}]',
  '[{namespaces: a}]',
  '[{domains: [7]}]',
  '{host-not-covered: "off"}',
  '{host-not-covered: false}',
  '{host-not-covred: error}',
  '{host-invalid: warn}',
  'merge',
  '[{namespaces: [a], name: b}]',
  '[{namespaces: ["team-*"], name: b, kind: c, group: d}, {namespaces: [], name: e}]',
  '[{namespaces: a, name: b}]',
  '[{namespaces: [""], name: b}]',
  '[{namespaces: [a], name: ""}]',
  '[{namespaces: [a], name: 7}]',
  '[{namespaces: [a], name: b, kind: null}]',
  '[{namespaces: [a]}]',
  '[{namespaces: [a], name: b, kidn: c}]',
  '[{from: {}, to: {}}]',
  '[{from: {name: a, kind: b, group: c}, to: {name: d}}]',
  '[{from: {nam: a}, to: {}}]',
  '[{from: {}, to: {name: ""}}]',
  '[{from: a, to: {}}]',
  '[{from: {}}]',
]
const settings = [...Object.keys(optionTypes), 'resources', 'unknown', 'toString']
const texts = [
  '',
  'a',
  'routes',
  'routes ',
  'true',
  'false',
  'yes',
  '2026-11-24',
  '2027-02-29',
  ' a , b,',
  ' Ingress , Gateway,',
  'Ingress Gateway',
  'HTTPProxy.projectcontour.io',
  'RouteGroup-zalando-org',
  'host-invalid=error',
  ' host-invalid = error ,, tls-missing=off,',
  'host-invalid',
  'host-invalid=',
  '=error',
  'host-invalid=warn',
  'host-invlid=error',
  ',',
  'host-invalid=error tls-missing=off',
  'first',
  '[]',
  ' [ ] ',
  '{}',
  '{"namespaces": ["a"]}',
]

const corpus = [
  ...settings.flatMap((name) => values.map((value) => shim(`{${name}: ${value}}`))),
  ...settings.flatMap((name) => texts.map((text) => configMap(JSON.stringify({ [name]: text })))),
  ...['error', 'warning', 'info', 'off', 'on', ''].map((level) =>
    configMap(JSON.stringify({ 'host-invalid': level })),
  ),
  ...['null', '{}', '[]', 'a', '7', '{prune: true}', '{prune: null}', '{prune: 7}'].flatMap((section) => [
    shim(section),
    configMap(section),
  ]),
  ...['defaultIssuerName: a', 'defaultIssuerName: 7', 'extraProtocols: [a]', 'unknown: a'].flatMap(
    (field) => [controller(`ingressShimConfig: {${field}}`), controller(`gatewayAPI: {${field}}`)],
  ),
  controller('gatewayAPI: {enabled: true, enableListenerSet: 7}'),
  controller('ingressShimConfig: null'),
  controller('ingressShimConfig: []'),
  controller('logging: {verbosity: 2}'),
  '{apiVersion: fn.kpt.dev/v1alpha1, kind: IngressShim}',
  '{apiVersion: fn.kpt.dev/v1alpha1, kind: IngressShim, metadata: 7}',
  '{apiVersion: fn.kpt.dev/v1alpha1, kind: IngressShim, prune: true}',
  '{apiVersion: fn.kpt.dev/v1, kind: IngressShim}',
  '{apiVersion: v1, kind: ConfigMap, metadata: {name: x}, immutable: true}',
  '{apiVersion: v1, kind: Secret}',
  '{apiVersion: v1}',
  '{kind: IngressShim}',
  'a',
  '[]',
  '7',
]

const configs = corpus.map((text) => [text, parse(text)] as const)

/** Each functionConfig of the corpus, and whether it is accepted. */
function judgements(accepts: (config: unknown) => boolean): readonly string[] {
  return configs.map(([text, config]) => `${text} is ${accepts(config) ? 'accepted' : 'refused'}`)
}

describe('the JSON Schema of the functionConfig', () => {
  it('accepts what the function accepts, which is some of the corpus and not the rest', () => {
    const validate = new Ajv({ allowUnionTypes: true }).compile(functionConfigSchema())
    const bySchema = judgements((config) => validate(config))
    expect(bySchema).toEqual(
      judgements((config) => !('problems' in ingressShimFunction.configure(config, ''))),
    )
    const accepted = bySchema.filter((judgement) => judgement.endsWith('accepted')).length
    expect(accepted).toBeGreaterThan(50)
    expect(corpus.length - accepted).toBeGreaterThan(50)
  })

  it('says what it is, and what every setting does', () => {
    const schema = functionConfigSchema()
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'IngressShim: the functionConfig of a KRM function',
      type: 'object',
    })
    expect(JSON.stringify(schema)).toContain('"description":"Whether Certificates that no source')
  })
})
