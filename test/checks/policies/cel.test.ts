import { describe, expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { celEvaluator } from '../../../src/checks/facts/policies/cel.ts'
import type { EvaluateCel } from '../../../src/checks/facts/policies/validations.ts'
import { ingressShim } from '../../../src/ingress-shim.ts'
import { defaultOptions } from '../../../src/shim/options.ts'
import { stream } from '../rule-cases.ts'
import { asking, policy } from './policy-cases.ts'

const request = { namespace: 'prod', name: 'web-tls-1' }
const evaluate = celEvaluator()

describe('a rule in CEL about a value', () => {
  test.each([
    ["self.endsWith('.prod.svc')", 'web.prod.svc', true],
    ["self.endsWith('.' + cr.namespace + '.svc')", 'web.prod.svc', true],
    ["self.endsWith('.' + cr.namespace + '.svc')", 'web.dev.svc', false],
    ["cr.name.startsWith('web-')", 'a', true],
    ["self in ['a', 'b']", 'b', true],
    ["self.matches('^[a-z]+[.]prod$')", 'web.prod', true],
    ["self.matches('^(?:a|b)$')", 'c', false],
    ["self.split('.').size() == 3", 'a.b.c', true],
    ["self.split('.').all(part, part.size() < 4)", 'abcd.b', false],
    ['size(self) < 24', 'a', true],
    ["self.lowerAscii() == 'ab' && self.upperAscii() == 'AB'", 'aB', true],
    ["self.substring(1, 2) == 'b' && self.indexOf('c') == 2 && self.lastIndexOf('a') == 0", 'abc', true],
    ["self.trim() == 'a'", ' a ', true],
    ["['a', self].join('-') == 'a-b'", 'b', true],
    ["self.charAt(0) == 'a' && self.charAt(3) == ''", 'abc', true],
    ["self.reverse() == 'cba'", 'abc', true],
    ["self.replace('a', '$&') == '$&b$&'", 'aba', true],
    ["self.replace('a', 'c', 1) == 'cba' && self.replace('a', 'c', 0) == self", 'aba', true],
    ["self.replace('a', 'c', -1) == 'cbc'", 'aba', true],
    ["cr.username == 'a' || true", 'a', true],
  ])('%s of %s is %s', (rule, self, expected) => {
    expect(evaluate(rule, self, request)).toBe(expected)
  })
})

describe('a rule in CEL is not evaluated where', () => {
  test.each([
    ['it can’t be read', 'self =='],
    ['it is empty', ''],
    ['it gives something else than true or false', 'self'],
    ['it asks for who requests, which only the cluster knows', "cr.username == 'a'"],
    ['it asks whether that is a service account', 'isServiceAccount(cr.username)'],
    ['it asks for something that is not there', "other == 'a'"],
    ['it fails', "self.charAt(9) == 'a'"],
    ['it adds what can’t be added', 'self + 1 == self'],
    ['it formats', "'%s'.format([self]) == 'a'"],
    ['a regular expression can’t be read', "self.matches('(')"],
    ['RE2 reads a regular expression otherwise', String.raw`self.matches(r'\Aabc\z')`],
    ['RE2 would refuse a regular expression', "self.matches('(?=a)')"],
  ])('%s', (_sentence, rule) => {
    expect(evaluate(rule, 'abc', request)).toBeUndefined()
  })

  test('the namespace or the name of the request is not known', () => {
    expect(evaluate("cr.namespace == 'a'", 'a', {})).toBeUndefined()
    expect(evaluate("cr.name == 'a'", 'a', {})).toBeUndefined()
  })
})

describe('a policy with rules in CEL', () => {
  test.each([
    ['allows what passes', "self.endsWith('.com')", []],
    ['denies what doesn’t pass', "self.endsWith('.org')", ['policy-denied spec.tls[0].hosts[0]']],
    [
      'says that it was not evaluated',
      'isServiceAccount(cr.username)',
      ['policy-not-evaluated metadata.annotations[cert-manager.io/cluster-issuer]'],
    ],
  ])('%s', (_sentence, rule, expected) => {
    const rules = policy({ dnsNames: `{validations: [{rule: ${JSON.stringify(rule)}}]}` })
    expect(findings(stream(asking(), rules)).map(({ rule, field }) => `${rule} ${field?.path}`)).toEqual(
      expected,
    )
  })

  test('its values count as well', () => {
    const both = policy({ dnsNames: '{values: ["*.org"], validations: [{rule: "true"}]}' })
    expect(findings(stream(asking(), both)).map(({ rule }) => rule)).toEqual(['policy-denied'])
  })

  test('its message says why, or else the rule', () => {
    const spoken = policy({
      dnsNames:
        '{validations: [{rule: "false", message: "only on Mondays"}, {rule: "self == cr.namespace"}]}',
    })
    expect(findings(stream(asking(), spoken))[0]?.message).toContain(
      'CertificateRequestPolicy team: spec.allowed.dnsNames does not allow example.com (only on Mondays); spec.allowed.dnsNames does not allow example.com (self == cr.namespace).',
    )
  })

  test('a Certificate whose name cert-manager would cut short has a request of an unknown name', () => {
    const rules = policy({ dnsNames: `{validations: [{rule: "cr.name.size() < 99"}]}` })
    const named = (name: string) => asking({}, { tls: `[{hosts: [example.com], secretName: ${name}}]` })
    expect(findings(stream(named('a'.repeat(52)), rules))).toEqual([])
    expect(findings(stream(named('a'.repeat(53)), rules)).map(({ rule }) => rule)).toEqual([
      'policy-not-evaluated',
    ])
  })
})

function findings(text: string, cel: EvaluateCel = evaluate) {
  const manifests = parseAllDocuments(text).map((document, position) => ({
    object: document.toJS(),
    position,
  }))
  return ingressShim(manifests, defaultOptions, { evaluateCel: cel }).findings
}
