import { routeSecretUnreadable } from '../../src/checks/route-secret-unreadable.ts'
import { ruleCases, stream } from './rule-cases.ts'

const route = (metadata = 'namespace: prod', name = 'shop-tls') => `
apiVersion: route.openshift.io/v1
kind: Route
metadata: {name: shop, ${metadata}, annotations: {cert-manager.io/cluster-issuer: letsencrypt}}
spec: {host: shop.example.com, tls: {termination: edge, externalCertificate: {name: "${name}"}}}
`
const role = (rules: string, kind = 'Role', namespace = 'prod') => `
apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata: {name: reader, namespace: ${namespace}}
rules: [${rules}]
`
const binding = ({
  kind = 'RoleBinding',
  namespace = 'prod',
  roleKind = 'Role',
  role = 'reader',
  subject = '{kind: ServiceAccount, name: router, namespace: openshift-ingress}',
} = {}) => `
apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata: {name: reader, namespace: ${namespace}}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ${roleKind}, name: ${role}}
subjects: [${subject}]
`
const rule = (verbs: string, rest = 'apiGroups: [""], resources: [secrets]') => `{verbs: ${verbs}, ${rest}}`
const all = rule('[get, list, watch]')
const found = ['Route/shop spec.tls.externalCertificate.name: shop-tls']

ruleCases(routeSecretUnreadable, {
  hits: [
    ['a Secret that no Role lets the router read', route(), found],
    ['one whose Role nobody binds', stream(route(), role(all)), found],
    ['one of which the router may only get', stream(route(), role(rule('[get]')), binding()), found],
    [
      'one whose Role is for another Secret',
      stream(
        route(),
        role(rule('["*"]', 'apiGroups: [""], resources: [secrets], resourceNames: [x]')),
        binding(),
      ),
      found,
    ],
    [
      'one whose Role is for ConfigMaps',
      stream(route(), role(rule('["*"]', 'apiGroups: [""], resources: [configmaps]')), binding()),
      found,
    ],
    [
      'one that another service account may read',
      stream(
        route(),
        role(all),
        binding({ subject: '{kind: ServiceAccount, name: router, namespace: prod}' }),
      ),
      found,
    ],
    [
      'one whose Role is bound in another namespace',
      stream(route(), role(all, 'Role', 'dev'), binding({ namespace: 'dev' })),
      found,
    ],
    [
      'one that a service account of that name in the namespace of the binding may read',
      stream(route(), role(all), binding({ subject: '{kind: ServiceAccount, name: router}' })),
      found,
    ],
    [
      'one that another user may read',
      stream(
        route(),
        role(all),
        binding({ subject: '{kind: User, name: "system:serviceaccount:openshift-ingress:other"}' }),
      ),
      found,
    ],
    [
      'one that the service accounts of another namespace may read',
      stream(route(), role(all), binding({ subject: '{kind: Group, name: "system:serviceaccounts:prod"}' })),
      found,
    ],
    [
      'one that a group may read whose name only ends like theirs',
      stream(route(), role(all), binding({ subject: '{kind: Group, name: "x:system:serviceaccounts"}' })),
      found,
    ],
    [
      'one that a group may read whose name only begins like theirs',
      stream(
        route(),
        role(all),
        binding({ subject: '{kind: Group, name: "system:serviceaccounts:openshift-ingress:router:x"}' }),
      ),
      found,
    ],
    [
      'one whose Role never reaches a cluster, nor its binding',
      stream(
        route(),
        role(all).replace(
          'namespace: prod',
          'namespace: prod, annotations: {config.kubernetes.io/local-config: "true"}',
        ),
        binding().replace(
          'namespace: prod',
          'namespace: prod, annotations: {config.kubernetes.io/local-config: "true"}',
        ),
      ),
      found,
    ],
    [
      'one whose Role and binding are of another project',
      stream(
        route(),
        role(all).replace('rbac.authorization.k8s.io', 'example.com'),
        binding().replace('rbac.authorization.k8s.io', 'example.com'),
      ),
      found,
    ],
    [
      'one whose Role is for another API group',
      stream(route(), role(rule('["*"]', 'apiGroups: [apps], resources: [secrets]')), binding()),
      found,
    ],
    [
      'one whose Role has no rules',
      stream(route(), role('').replace('rules: []', 'rules: none'), binding()),
      found,
    ],
    [
      'one whose binding has no subjects',
      stream(route(), role(all), binding({ subject: '' }).replace('subjects: []', 'subjects: none')),
      found,
    ],
    [
      'one whose Role of that name is in another namespace than its binding',
      stream(
        route(),
        role(all, 'Role', 'prod'),
        role(rule('[get]'), 'Role', 'dev'),
        binding({ namespace: 'dev' }),
      ),
      found,
    ],
    [
      'a Role and binding that stand in the way of ours',
      stream(route(), role(rule('[get]')).replace('reader', 'shop-tls-router')),
      found,
      { routerAccess: true },
    ],
  ],
  misses: [
    ['one that a Role lets the router read', stream(route(), role(all), binding())],
    [
      'one for which two rules do together',
      stream(route(), role(`${rule('[get, list]')}, ${rule('[watch]')}`), binding()),
    ],
    [
      'one that a ClusterRole lets it read',
      stream(route(), role(all, 'ClusterRole'), binding({ roleKind: 'ClusterRole' })),
    ],
    [
      'one that a ClusterRole lets it read everywhere',
      stream(
        route(),
        role(rule('["*"]', 'apiGroups: ["*"], resources: ["*"]'), 'ClusterRole'),
        binding({ kind: 'ClusterRoleBinding', roleKind: 'ClusterRole' }),
      ),
    ],
    [
      'a role that the cluster has',
      stream(route(), binding({ roleKind: 'ClusterRole', role: 'view-secrets' })),
    ],
    [
      'a binding to all service accounts of its namespace',
      stream(
        route(),
        role(all),
        binding({ subject: '{kind: Group, name: "system:serviceaccounts:openshift-ingress"}' }),
      ),
    ],
    [
      'a binding to all service accounts',
      stream(route(), role(all), binding({ subject: '{kind: Group, name: "system:serviceaccounts"}' })),
    ],
    [
      'a binding to the user that it is',
      stream(
        route(),
        role(all),
        binding({ subject: '{kind: User, name: "system:serviceaccount:openshift-ingress:router"}' }),
      ),
    ],
    [
      'one that its Role names',
      stream(
        route(),
        role(rule('["*"]', 'apiGroups: [""], resources: [secrets], resourceNames: [x, shop-tls]')),
        binding(),
      ),
    ],
    [
      'one that everybody may read',
      stream(route(), role(all), binding({ subject: '{kind: Group, name: "system:authenticated"}' })),
    ],
    [
      'one that two bindings let it read',
      stream(
        route(),
        role(rule('[get]')).replace('name: reader', 'name: getter'),
        binding({ role: 'getter' }),
        role(rule('[list, watch]')),
        binding(),
      ),
    ],
    ['a Role that the cluster has', stream(route(), binding({ role: 'other' }))],
    ['one whose namespace is filled in later', route('namespace: "${NAMESPACE}"')],
    ['what is generated', route(), { routerAccess: true }],
    [
      'what was generated and changed since, which is written again',
      stream(
        route(),
        role(rule('[get]')).replace(
          'name: reader',
          'name: shop-tls-router, annotations: {ingress-shim.fn.kpt.dev/source: Route.route.openshift.io/shop}',
        ),
      ),
      { routerAccess: true },
    ],
    ['a Secret whose name is filled in later', route('namespace: prod', '${SECRET}')],
  ],
  reads: [
    route(),
    'The service account router of openshift-ingress has to get, list and watch the Secret shop-tls, or the API server refuses this Route; no Role and RoleBinding here allow that. Set routerAccess: true in the functionConfig, and both are generated.',
  ],
  alsoReads: [
    [
      stream(route(), role(rule('[get]')).replace('reader', 'shop-tls-router')),
      "The service account router of openshift-ingress has to get, list and watch the Secret shop-tls, or the API server refuses this Route; no Role and RoleBinding here allow that. The Role shop-tls-router here is somebody else's and doesn't let it, so none is generated: rename that, or add the rule to it.",
      { routerAccess: true },
    ],
  ],
})
