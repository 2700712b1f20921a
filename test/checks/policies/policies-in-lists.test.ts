import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { ingressShimFunction } from '../../../src/function.ts'
import { ingressShimLoading, wanted } from '../../../src/ingress-shim.ts'
import { readInput } from '../../../src/krm/list/read.ts'
import { libraryLoaders } from '../../../src/libraries.ts'
import { at } from '../../../src/manifest/manifest.ts'
import { defaultOptions } from '../../../src/shim/options.ts'
import { stream } from '../rule-cases.ts'
import { asking, policy } from './policy-cases.ts'

const others = ['v1 Namespace', 'rbac.authorization.k8s.io/v1 ClusterRole', 'v1 Service'].map((type) => {
  const [apiVersion, kind] = type.split(' ')
  return `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: a}\n`
})

async function read(...documents: readonly string[]) {
  const { items } = await readInput(new TextEncoder().encode(stream(...documents)), wanted)
  return items
}

const kinds = async (...documents: readonly string[]) =>
  (await read(...documents)).map(({ object }) => at(object, 'kind'))

describe('a list', () => {
  test('without policies is read without what only matters beside them', async () => {
    expect(await kinds(asking(), ...others)).toEqual(['Ingress'])
  })

  test('with policies is read with Namespaces and RBAC', async () => {
    expect(await kinds(asking(), ...others, policy())).toEqual([
      'Ingress',
      'Namespace',
      'ClusterRole',
      'CertificateRequestPolicy',
    ])
  })

  test('with a rule in CEL is judged by it', async () => {
    const rules = policy({ dnsNames: '{validations: [{rule: "self.endsWith(cr.namespace)"}]}' })
    const configured = ingressShimFunction.configure(undefined, '')
    if ('problems' in configured) throw new Error('no settings can be wrong')
    const { findings } = await configured.run(await read(asking(), rules))
    expect(findings.map(({ rule }) => rule)).toEqual(['policy-denied'])
  })
})

test.each([
  ['a rule in CEL', policy({ dnsNames: '{validations: [{rule: "true"}]}' }), 1],
  [
    'a rule in CEL for a subject',
    policy({ allowed: 'subject: {organizations: {validations: [{rule: "true"}]}}' }),
    1,
  ],
  ['values alone', policy(), 0],
  [
    'a rule, of another group',
    policy({ dnsNames: '{validations: [{rule: "true"}]}' }).replace(
      'policy.cert-manager.io',
      'policy.example.com',
    ),
    0,
  ],
])('CEL is loaded for a policy with %s', async (_what, document, times) => {
  const manifests = [asking(), document].map((text, position) => ({ object: parse(text), position }))
  let loaded = 0
  const evaluateCel = () => {
    loaded += 1
    return libraryLoaders.evaluateCel()
  }
  await ingressShimLoading(manifests, defaultOptions, { ...libraryLoaders, evaluateCel })
  expect(loaded).toBe(times)
})

test('each Certificate gets one result, however many policies deny it', async () => {
  const list = (count: number) =>
    Array.from({ length: count }, (_, index) => asking({}, { name: `web-${index}` })).concat(
      Array.from({ length: 20 }, (_, index) =>
        policy({
          name: `p${index}`,
          selector: `{namespace: {matchNames: ["team-${index}-*", prod]}}`,
          usages: '',
        }),
      ),
    )
  const configured = ingressShimFunction.configure(undefined, '')
  if ('problems' in configured) throw new Error('no settings can be wrong')
  const { findings } = await configured.run(await read(...list(300)))
  expect(findings.filter(({ rule }) => rule === 'policy-denied')).toHaveLength(300)
})
