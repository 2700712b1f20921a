import { policyNotEvaluated } from '../../../src/checks/policy-not-evaluated.ts'
import { ruleCases, stream } from '../rule-cases.ts'
import { asking, at, closed, policy } from './policy-cases.ts'

const found = [at('cluster-issuer', 'letsencrypt')]
const plugin = policy({ name: 'rego', spec: 'plugins: {rego: {values: {a: b}}}' })
const cel = (rule: string) => policy({ dnsNames: `{validations: [{rule: ${JSON.stringify(rule)}}]}` })

ruleCases(policyNotEvaluated, {
  hits: [
    ['a plugin', stream(asking(), plugin), found],
    ['a plugin beside a policy that denies', stream(asking(), closed, plugin), found],
    [
      'a rule in CEL, for a program that gives no evaluator',
      stream(asking(), cel('self == "example.com"')),
      found,
    ],
    [
      'labels of a namespace that is not in the package',
      stream(asking(), policy({ selector: '{namespace: {matchLabels: {team: a}}}' })),
      found,
    ],
    [
      'namespaces, of a source that has none',
      stream(asking({}, { namespace: '' }), policy({ selector: '{namespace: {matchNames: ["team-*"]}}' })),
      found,
    ],
    [
      'a field of the wrong type',
      stream(asking(), policy({ allowed: 'commonName: {value: [a]}', constraints: 'maxDuration: 7' })),
      found,
    ],
    [
      'a duration that is none',
      stream(asking({ duration: '1h' }), policy({ constraints: 'maxDuration: 90d' })),
      found,
    ],
    [
      'two such policies',
      stream(asking(), plugin, policy({ spec: 'plugins: {rego: {}}' })),
      [...found, ...found],
    ],
  ],
  misses: [
    ['a plugin beside a policy that allows', stream(asking(), plugin, policy())],
    [
      'a plugin of a policy that denies anyway',
      stream(asking(), policy({ usages: '', spec: 'plugins: {rego: {}}' })),
    ],
    [
      'a plugin of a policy for another issuer',
      stream(asking(), policy({ selector: '{issuerRef: {name: ca}}', spec: 'plugins: {rego: {}}' })),
    ],
    [
      'a policy whose issuer is filled in later',
      stream(asking(), policy({ selector: '{issuerRef: {name: "${ISSUER}"}}' })),
    ],
    ['an empty mapping of plugins', stream(asking(), policy({ spec: 'plugins: {}' }))],
    [
      'a rule in CEL for what nobody asks for',
      stream(asking(), policy({ allowed: 'uris: {validations: [{rule: "false"}]}' })),
    ],
    [
      'a rule in CEL for what is filled in later',
      stream(asking({}, { tls: '[{hosts: ["${HOST}"], secretName: web-tls}]' }), cel('false')),
    ],
  ],
  reads: [
    stream(asking(), plugin),
    'Whether the Certificate web-tls is approved is only known in the cluster: the CertificateRequestPolicy rego has the plugin rego, which only approver-policy itself can ask. Look at the CertificateRequest there.',
  ],
})
