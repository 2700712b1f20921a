import type { Configs as ConfigsOfSdk, KubernetesObject } from 'kpt-functions'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { ingressShimFunc } from '../../src/kpt.ts'
import { Configs, runFnWithConfigs, TestRunner } from '../sdk.ts'

const runner = new TestRunner(ingressShimFunc)

const configs = (functionConfig: KubernetesObject | undefined, ...objects: KubernetesObject[]) =>
  new Configs(objects, functionConfig)

const ingress = (annotations: object): KubernetesObject => ({
  ...parse(`
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web, namespace: prod}
spec:
  tls: [{hosts: [example.com], secretName: web-tls}]
`),
  metadata: { name: 'web', namespace: 'prod', annotations },
})

const certificate = (issuer: string, name = 'web-tls'): KubernetesObject =>
  parse(`
apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: ${name}
  namespace: prod
  annotations: {ingress-shim.fn.kpt.dev/source: Ingress/web}
spec:
  secretName: ${name}
  issuerRef: {name: ${issuer}, kind: Issuer, group: cert-manager.io}
  dnsNames: [example.com]
  usages: [digital signature, key encipherment]
`)

describe("the function, run by the SDK's TestRunner", () => {
  const source = ingress({ 'cert-manager.io/issuer': 'ca' })

  it('adds the Certificate', () =>
    runner.assert(configs(undefined, source), configs(undefined, source, certificate('ca'))))

  it('sets the fields of a Certificate that is there', () =>
    runner.assert(
      configs(undefined, source, certificate('old')),
      configs(undefined, source, certificate('ca')),
    ))

  it('removes the Certificate of a TLS block that went, and says so', async () => {
    const list = configs(undefined, source, certificate('ca'), certificate('ca', 'old-tls'))
    await runFnWithConfigs(ingressShimFunc, list)
    expect(list.getAll()).toEqual(configs(undefined, source, certificate('ca')).getAll())
    expect(list.getResults()).toMatchObject([
      { severity: 'info', resourceRef: { name: 'old-tls' }, tags: { rule: 'certificate-removed' } },
    ])
  })

  it('changes nothing the second time', () =>
    runner.assert(configs(undefined, source, certificate('ca')), 'unchanged'))

  it('reads its settings from the functionConfig', () => {
    const auto = ingress({ 'kubernetes.io/tls-acme': 'true' })
    const config = parse(`
apiVersion: fn.kpt.dev/v1alpha1
kind: IngressShim
metadata: {name: shim}
spec: {defaultIssuerName: default}
`)
    return runner.assert(configs(config, auto), configs(config, auto, certificate('default')))
  })
})

describe('the day by which the function judges', () => {
  const issuer = parse(`
apiVersion: cert-manager.io/v1
kind: ClusterIssuer
metadata: {name: letsencrypt}
spec: {acme: {server: "https://acme-v02.api.letsencrypt.org/directory", profile: tlsclient}}
`)
  const rulesOn = async (today: unknown) => {
    const config = {
      apiVersion: 'fn.kpt.dev/v1alpha1',
      kind: 'IngressShim',
      metadata: { name: 'shim' },
      spec: { today },
    }
    const list = configs(today === undefined ? undefined : config, issuer)
    await runFnWithConfigs(ingressShimFunc, list)
    return list.getResults().map(({ tags }) => tags?.rule)
  }

  it.each([
    ['a date', '2026-07-08', ['acme-profile-unknown']],
    ['the day before', '2026-07-07', []],
    ["what the SDK's reader makes of a date without quotes", new Date('2026-07-07'), []],
    ['by default the day of the run', undefined, ['acme-profile-unknown']],
  ])('is that of its functionConfig: %s', async (_sentence, today, rules) => {
    expect(await rulesOn(today)).toEqual(rules)
  })
})

describe("the results of the function, in the SDK's spelling", () => {
  const resultsOf = async (input: ConfigsOfSdk) => {
    await runFnWithConfigs(ingressShimFunc, input)
    return input.getResults()
  }

  it('have suggestedValue for proposedValue', async () => {
    const config = parse('{apiVersion: v1, kind: ConfigMap, metadata: {name: shim}, data: {prun: "false"}}')
    expect(await resultsOf(configs(config))).toEqual([
      {
        severity: 'error',
        message: 'This is not a known setting, so it would do nothing. Did you mean prune?',
        resourceRef: { apiVersion: 'v1', kind: 'ConfigMap', namespace: '', name: 'shim' },
        field: { path: 'data.prun', currentValue: 'prun', suggestedValue: 'prune' },
        tags: { rule: 'function-config-invalid' },
      },
    ])
  })

  it('have warn for warning', async () => {
    const source = {
      ...ingress({ 'cert-manager.io/issuer': 'ca' }),
      spec: { tls: [{ hosts: ['example.com'] }] },
    }
    expect(await resultsOf(configs(undefined, source))).toMatchObject([
      { severity: 'warn', tags: { rule: 'tls-secret-name-missing' } },
    ])
  })
})

it('has a usage for the help of the SDK', () => {
  expect(ingressShimFunc.usage).toContain('kind: IngressShim')
})
