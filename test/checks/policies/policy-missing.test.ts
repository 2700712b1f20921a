import { expect, test } from 'vitest'
import { policyMissing } from '../../../src/checks/policy-missing.ts'
import { scenario } from '../../shim/scenario.ts'
import { ruleCases, stream } from '../rule-cases.ts'
import { asking, at, closed, policy } from './policy-cases.ts'

const found = [at('cluster-issuer', 'letsencrypt')]
const selecting = (selector: string) => stream(asking(), policy({ selector: `{${selector}}` }))
const namespace = (labels: string, name = 'prod') => `
apiVersion: v1
kind: Namespace
metadata: {name: ${name}, labels: {${labels}}}
`
const external = stream(
  asking({ 'issuer-kind': 'StepIssuer', 'issuer-group': 'step.sm', issuer: 'ca' }).replace(
    'cert-manager.io/cluster-issuer: "letsencrypt", ',
    '',
  ),
)

const rbac = (kind: string, name: string, rest: string, inNamespace = '') => `
apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata: {name: ${name}${inNamespace === '' ? '' : `, namespace: ${inNamespace}`}}
${rest}
`
const rule = ({ names = '[team]', verbs = '[use]', resources = '[certificaterequestpolicies]' } = {}) =>
  `rules: [{apiGroups: [policy.cert-manager.io], resources: ${resources}, verbs: ${verbs}${names === '' ? '' : `, resourceNames: ${names}`}}]`
const clusterRole = rbac('ClusterRole', 'use-team', rule())
const certManager = '{kind: ServiceAccount, name: cert-manager, namespace: cert-manager}'
const binding = (
  subject: string,
  { kind = 'ClusterRoleBinding', namespace = '', role = 'ClusterRole' } = {},
) =>
  rbac(
    kind,
    'use-team',
    `roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ${role}, name: use-team}\nsubjects: [${subject}]`,
    namespace,
  )
const bound = (...objects: readonly string[]) => stream(asking(), policy(), ...objects)
const another = '{kind: ServiceAccount, name: trust-manager, namespace: cert-manager}'

ruleCases(policyMissing, {
  hits: [
    ['another issuer', selecting('issuerRef: {name: ca}'), found],
    ['another kind of issuer', selecting('issuerRef: {name: "*", kind: Issuer}'), found],
    ['another group of issuer', selecting('issuerRef: {group: step.sm}'), found],
    [
      'an external issuer',
      stream(external, policy({ selector: '{issuerRef: {group: cert-manager.io}}' })),
      [at('issuer', 'ca')],
    ],
    ['another namespace', selecting('namespace: {matchNames: [dev, "team-*"]}'), found],
    [
      'the issuer in another namespace',
      selecting('issuerRef: {name: letsencrypt}, namespace: {matchNames: [dev]}'),
      found,
    ],
    [
      'a namespace without the label',
      stream(asking(), namespace('team: b'), policy({ selector: '{namespace: {matchLabels: {team: a}}}' })),
      found,
    ],
    [
      'a namespace of another name, by its label',
      selecting('namespace: {matchLabels: {kubernetes.io/metadata.name: dev}}'),
      found,
    ],
    [
      'a namespace by labels and a name that it has not',
      selecting('namespace: {matchLabels: {team: a}, matchNames: [dev]}'),
      found,
    ],
    ['a policy that somebody else may use', bound(clusterRole, binding(another)), found],
    ...[
      '{kind: User, name: cert-manager}',
      '{kind: User, name: "system:serviceaccount:cm:trust-manager"}',
      '{kind: Group, name: "system:masters"}',
      '{kind: ServiceAccount, name: cert-manager-cainjector, namespace: cert-manager}',
      '{kind: ServiceAccount, name: 5}',
    ].map(
      (subject) => [`a policy that ${subject} may use`, bound(clusterRole, binding(subject)), found] as const,
    ),
    [
      'a policy in a role with further rules',
      bound(
        rbac(
          'ClusterRole',
          'use-team',
          rule().replace('rules: [', 'rules: [{apiGroups: [apps], resources: ["*"], verbs: ["*"]}, '),
        ),
        binding(another),
      ),
      found,
    ],
    [
      'one of two policies that somebody else may use, where the other is for another issuer',
      bound(clusterRole, binding(another), policy({ name: 'b', selector: '{issuerRef: {name: ca}}' })),
      found,
    ],
    [
      'a policy that cert-manager may use in another namespace',
      bound(clusterRole, binding(certManager, { kind: 'RoleBinding', namespace: 'dev' })),
      found,
    ],
    [
      'all policies, which somebody else may use',
      bound(rbac('ClusterRole', 'use-team', rule({ names: '' })), binding(another)),
      found,
    ],
    [
      'a Role of another namespace',
      bound(
        rbac('Role', 'use-team', rule(), 'dev'),
        binding(certManager, { kind: 'RoleBinding', namespace: 'dev', role: 'Role' }),
      ),
      found,
    ],
    [
      'a source with several Certificates, once',
      stream(
        asking({}, { tls: '[{hosts: [example.com], secretName: a}, {hosts: [example.com], secretName: b}]' }),
        policy({ selector: '{issuerRef: {name: ca}}' }),
      ),
      found,
    ],
  ],
  misses: [
    ['a list without policies', asking()],
    ['every issuer', selecting('issuerRef: {}')],
    ['an empty selector', selecting('')],
    [
      'the issuer by a glob',
      selecting('issuerRef: {name: "lets*", kind: "Cluster*", group: "cert-manager.*"}'),
    ],
    ['the namespace by a glob', selecting('namespace: {matchNames: [dev, "pro*"]}')],
    [
      'the namespace by its label',
      stream(asking(), namespace('team: a'), policy({ selector: '{namespace: {matchLabels: {team: a}}}' })),
    ],
    [
      'the namespace by the label that has its name',
      selecting('namespace: {matchLabels: {kubernetes.io/metadata.name: prod}}'),
    ],
    ['labels of a namespace that is not in the package', selecting('namespace: {matchLabels: {team: a}}')],
    [
      'an Issuer without a kind or group, which are the defaults',
      stream(
        asking({ 'issuer-kind': '', 'issuer-group': '', issuer: 'ca' }).replace(
          'cert-manager.io/cluster-issuer: "letsencrypt", ',
          '',
        ),
        policy({ selector: '{issuerRef: {name: ca, kind: Issuer, group: cert-manager.io}}' }),
      ),
    ],
    ['a policy that denies, which another rule says', stream(asking(), closed)],
    [
      'one of several policies that is for it',
      stream(asking(), policy(), policy({ name: 'b', selector: '{issuerRef: {name: ca}}' })),
    ],
    ['a policy that cert-manager may use', bound(clusterRole, binding(certManager))],
    [
      'the same by its user',
      bound(clusterRole, binding('{kind: User, name: "system:serviceaccount:cm:cert-manager"}')),
    ],
    ['the same by a group', bound(clusterRole, binding('{kind: Group, name: "system:authenticated"}'))],
    [
      'another release of the chart',
      bound(clusterRole, binding('{kind: ServiceAccount, name: my-cert-manager, namespace: x}')),
    ],
    [
      'a policy that cert-manager may use in this namespace',
      bound(clusterRole, binding(certManager, { kind: 'RoleBinding', namespace: 'prod' })),
    ],
    [
      'a Role of this namespace',
      bound(
        rbac('Role', 'use-team', rule(), 'prod'),
        binding(certManager, { kind: 'RoleBinding', namespace: 'prod', role: 'Role' }),
      ),
    ],
    [
      'a role for all policies',
      bound(rbac('ClusterRole', 'use-team', rule({ names: '' })), binding(certManager)),
    ],
    [
      'a role for everything',
      bound(
        rbac('ClusterRole', 'use-team', 'rules: [{apiGroups: ["*"], resources: ["*"], verbs: ["*"]}]'),
        binding(certManager),
      ),
    ],
    [
      'a role for everything that somebody else has',
      bound(
        rbac('ClusterRole', 'use-team', 'rules: [{apiGroups: ["*"], resources: ["*"], verbs: ["*"]}]'),
        binding(another),
      ),
    ],
    [
      'somebody else who may read the policy',
      bound(rbac('ClusterRole', 'use-team', rule({ verbs: '[get]' })), binding(another)),
    ],
    [
      'somebody else who may use another policy',
      bound(rbac('ClusterRole', 'use-team', rule({ names: '[other]' })), binding(another)),
    ],
    ...['serviceaccounts', 'serviceaccounts:cert-manager'].map(
      (group) =>
        [
          `a policy that all of system:${group} may use`,
          bound(clusterRole, binding(`{kind: Group, name: "system:${group}"}`)),
        ] as const,
    ),
    [
      'a policy that cert-manager and somebody else may use',
      bound(clusterRole, binding(`${another}, ${certManager}`)),
    ],
    [
      'a policy that a role of another project is for',
      bound(
        clusterRole.replace('rbac.authorization.k8s.io', 'example.com'),
        binding(another).replace('rbac.authorization.k8s.io/v1', 'example.com/v1'),
      ),
    ],
    [
      'a role whose rules are no list',
      bound(rbac('ClusterRole', 'use-team', 'rules: none'), binding(another)),
    ],
    ['a role that nobody in the package is bound to', bound(clusterRole)],
    ['a binding to a role that is not in the package', bound(binding(another))],
    [
      'a source without a namespace',
      stream(
        asking({}, { namespace: '' }),
        policy(),
        clusterRole,
        binding(certManager, { kind: 'RoleBinding', namespace: 'dev' }),
      ),
    ],
    [
      'an issuer that is filled in later',
      stream(asking({ 'cluster-issuer': '${ISSUER}' }), policy({ selector: '{issuerRef: {name: ca}}' })),
    ],
    ['a policy whose issuer is', selecting('issuerRef: {name: "${ISSUER}"}')],
    ['a policy whose namespace is', selecting('namespace: {matchNames: ["${NS}"]}')],
    [
      'a binding whose namespace is',
      bound(clusterRole, binding(certManager, { kind: 'RoleBinding', namespace: '"${NS}"' })),
    ],
  ],
  reads: [
    selecting('issuerRef: {name: ca}'),
    'No CertificateRequestPolicy of the package is for the ClusterIssuer letsencrypt in the namespace prod, so approver-policy leaves its Certificates pending forever unless the cluster has one. Add a policy, or a selector to one that is there.',
  ],
  alsoReads: [
    [
      bound(clusterRole, binding(another)),
      'cert-manager may not use the CertificateRequestPolicy team in the namespace prod, so approver-policy leaves its Certificates pending forever. Bind a role with the verb "use" on it to cert-manager\'s service account there.',
    ],
    [
      stream(
        asking(),
        policy(),
        policy({ name: 'a' }),
        rbac('ClusterRole', 'use-team', rule({ names: '[a, team]' })),
        binding(another),
      ),
      'cert-manager may not use the CertificateRequestPolicy a, team in the namespace prod, so approver-policy leaves its Certificates pending forever. Bind a role with the verb "use" on it to cert-manager\'s service account there.',
    ],
    [
      stream(asking({}, { namespace: '' }), policy({ selector: '{issuerRef: {name: ca}}' })),
      'No CertificateRequestPolicy of the package is for the ClusterIssuer letsencrypt, so approver-policy leaves its Certificates pending forever unless the cluster has one. Add a policy, or a selector to one that is there.',
    ],
  ],
})

test('the Certificate is written all the same', () => {
  expect(scenario(bound(clusterRole, binding(another))).changes).toEqual(['create web-tls'])
})
