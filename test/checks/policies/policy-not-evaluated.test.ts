import { policyNotEvaluated } from '../../../src/checks/policy-not-evaluated.ts'
import { ruleCases, stream } from '../rule-cases.ts'
import { asking, at, closed, policy } from './policy-cases.ts'

const found = [at('cluster-issuer', 'letsencrypt')]
const plugin = policy({ name: 'rego', spec: 'plugins: {rego: {values: {a: b}}}' })
const saying = (why: string) =>
  `Whether the Certificate web-tls is approved is only known in the cluster: the CertificateRequestPolicy team ${why}. Look at the CertificateRequest there.`
/** Fields of the wrong type, each with a policy that has one. */
const unreadable: readonly (readonly [path: string, parts: Record<string, string>])[] = [
  ['spec.allowed.commonName', { allowed: 'commonName: a' }],
  ['spec.allowed.commonName.value', { allowed: 'commonName: {value: 5}' }],
  ['spec.allowed.commonName.value', { allowed: 'commonName: {value: ["*"]}' }],
  ['spec.allowed.commonName.required', { allowed: 'commonName: {required: "yes"}' }],
  ['spec.allowed.dnsNames.values', { dnsNames: '{values: [example.com, 5]}' }],
  ['spec.allowed.dnsNames.validations', { dnsNames: '{values: ["*"], validations: {}}' }],
  ['spec.allowed.usages', { usages: '["*", 5]' }],
  ['spec.constraints.minDuration', { constraints: 'minDuration: 1 day' }],
  ['spec.constraints.privateKey.algorithm', { constraints: 'privateKey: {algorithm: 5}' }],
  ['spec.constraints.privateKey.minSize', { constraints: 'privateKey: {minSize: 1.5}' }],
  ['spec.constraints.privateKey.maxSize', { constraints: 'privateKey: {maxSize: "4096"}' }],
  ['spec.selector.issuerRef.name', { selector: '{issuerRef: {name: 5}}' }],
  ['spec.selector.namespace.matchNames', { selector: '{namespace: {matchNames: prod}}' }],
  ['spec.selector.namespace.matchLabels', { selector: '{namespace: {matchLabels: [a]}}' }],
  ['spec.plugins', { spec: 'plugins: [rego]' }],
]
const inDev = policy({ selector: '{namespace: {matchNames: [dev]}}' })
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
    [
      'limits that are filled in later',
      stream(
        asking({ duration: '24h' }),
        policy({
          constraints:
            'maxDuration: "${MAX}", privateKey: {algorithm: "${ALGORITHM}", minSize: "${MIN}", maxSize: "${MAX}"}',
        }),
      ),
    ],
    [
      'fields that are null, which are as none',
      stream(
        asking(),
        policy({ allowed: 'commonName: null', constraints: 'maxDuration: null', spec: 'plugins: null' }),
      ),
    ],
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
  alsoReads: [
    ...unreadable.map(
      ([path, parts]) =>
        [stream(asking(), policy(parts)), saying(`has a field ${path} that can't be read`)] as const,
    ),
    [stream(asking(), cel('self')), saying("has the rule self, which can't be evaluated here")],
    [
      stream(asking(), policy({ spec: 'plugins: {rego: {}, opa: {}}' })),
      saying('has the plugin rego, opa, which only approver-policy itself can ask'),
    ],
    [
      stream(asking({}, { namespace: '' }), inDev),
      saying('goes by namespaces, and that of the source is only set when it is applied'),
    ],
    [
      stream(asking(), policy({ selector: '{namespace: {matchLabels: {team: a}}}' })),
      saying('goes by labels of the namespace prod, which is not in the package'),
    ],
  ],
})
