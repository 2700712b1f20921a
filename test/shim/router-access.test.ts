import { describe, expect, test } from 'vitest'
import { scenario } from './scenario.ts'
import { sourceCases } from './sources/source-cases.ts'

const route = ({
  name = 'shop',
  annotations = 'cert-manager.io/cluster-issuer: letsencrypt',
  labels = '',
  secret = 'shop-tls',
  tls = '{termination: edge, externalCertificate: {name: SECRET}}',
} = {}) => `
apiVersion: route.openshift.io/v1
kind: Route
metadata: {name: ${name}, namespace: prod, labels: {${labels}}, annotations: {${annotations}}}
spec: {host: ${name}.example.com, tls: ${tls.replace('SECRET', secret)}}
`
const source = 'ingress-shim.fn.kpt.dev/source: Route.route.openshift.io/shop'
const certificate = `
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: {name: shop-tls, namespace: prod, annotations: {${source}}}
spec:
  secretName: shop-tls
  issuerRef: {name: letsencrypt, kind: ClusterIssuer, group: cert-manager.io}
  dnsNames: [shop.example.com]
  usages: [digital signature, key encipherment]
`
const role = ({
  name = 'shop-tls-router',
  annotations = source,
  verbs = '[get, list, watch]',
  more = '',
} = {}) => `
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: ${name}, namespace: prod, annotations: {${annotations}}}
rules: [{apiGroups: [""], resources: [secrets], resourceNames: [shop-tls], verbs: ${verbs}}]
${more}
`
const binding = ({ name = 'shop-tls-router', annotations = source, reference = 'shop-tls-router' } = {}) => `
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: ${name}, namespace: prod, annotations: {${annotations}}}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: ${reference}}
subjects: [{kind: ServiceAccount, name: router, namespace: openshift-ingress}]
`
const list = (...documents: readonly string[]) => documents.join('---')
const options = { routerAccess: true }
const removed = (kind: string, name = 'shop-tls-router') => `certificate-removed ${kind}/${name}`

sourceCases('the access of the router', {
  'is a Role and a RoleBinding for the Secret, with the labels of the Route': {
    given: list(certificate, route({ labels: 'app: shop' })).replace(
      'shop-tls, namespace: prod,',
      'shop-tls, namespace: prod, labels: {app: shop},',
    ),
    options,
    certificates: `
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: shop-tls-router
  namespace: prod
  labels:
    app: shop
  annotations:
    ingress-shim.fn.kpt.dev/source: Route.route.openshift.io/shop
rules:
- apiGroups:
  - ""
  resources:
  - secrets
  resourceNames:
  - shop-tls
  verbs:
  - get
  - list
  - watch
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: shop-tls-router
  namespace: prod
  labels:
    app: shop
  annotations:
    ingress-shim.fn.kpt.dev/source: Route.route.openshift.io/shop
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: shop-tls-router
subjects:
- kind: ServiceAccount
  name: router
  namespace: openshift-ingress
`,
  },
  'stays as it is where nothing is to change': {
    given: list(route(), certificate, role(), binding()),
    options,
    creates: [],
  },
  'is not made unless that is asked for': {
    given: list(route(), certificate),
    creates: [],
    finds: ['route-secret-unreadable Route/shop spec.tls.externalCertificate.name: "shop-tls"'],
  },
  'is there once for two Routes of one Secret': {
    given: list(certificate, route(), route({ name: 'other' }).replace('other.example', 'shop.example')),
    options,
    creates: ['Role prod/shop-tls-router', 'RoleBinding prod/shop-tls-router'],
  },
  'is updated where it differs': {
    given: list(route(), certificate, role({ verbs: '[get]' }), binding({ reference: 'other' })),
    options,
    creates: ['update shop-tls-router', 'update shop-tls-router'],
  },
  'is known again although kustomize has renamed it': {
    given: list(
      route(),
      certificate,
      role({ name: 'dev-shop-tls-router' }),
      binding({ name: 'dev-shop-tls-router', reference: 'dev-shop-tls-router' }),
    ),
    options,
    creates: [],
  },
  'is made where only one half of it is left': {
    given: list(route(), certificate, role({ name: 'dev-shop-tls-router' })),
    options,
    creates: ['RoleBinding prod/shop-tls-router'],
  },
  'leaves alone what is somebody else’s, which is said where that lets nobody in': {
    given: list(route(), certificate, role({ annotations: '', verbs: '[get]' })),
    options,
    creates: [],
    finds: ['route-secret-unreadable Route/shop spec.tls.externalCertificate.name: "shop-tls"'],
  },
  'leaves alone what is somebody else’s and lets the router in': {
    given: list(route(), certificate, role({ annotations: '' }), binding({ annotations: '' })),
    options,
    creates: [],
  },
  'is removed with the Certificate once no Route names the Secret': {
    given: list(route({ name: 'other', annotations: '', secret: 'x' }), certificate, role(), binding()),
    options,
    creates: ['remove shop-tls', 'remove shop-tls-router', 'remove shop-tls-router'],
    finds: ['certificate-removed Certificate/shop-tls', removed('Role'), removed('RoleBinding')],
  },
  'is removed under another name, too': {
    given: list(
      route({ name: 'other', annotations: '', secret: 'x' }),
      role({ name: 'dev-r' }),
      binding({ name: 'dev-b', reference: 'dev-r' }),
    ),
    creates: ['remove dev-r', 'remove dev-b'],
    finds: [removed('Role', 'dev-r'), removed('RoleBinding', 'dev-b')],
    says: [
      'This Role is removed: it was generated so that a router could read the Secret shop-tls, and nothing here names that any more. To keep such resources, set prune: false in the functionConfig.',
      'This RoleBinding is removed: it was generated so that a router could read the Secret shop-tls, and nothing here names that any more. To keep such resources, set prune: false in the functionConfig.',
    ],
  },
  'stays without prune': {
    given: list(route({ name: 'other', annotations: '', secret: 'x' }), role(), binding()),
    options: { routerAccess: true, prune: false },
    creates: [],
  },
  'stays where the setting is off and the Route still needs it': {
    given: list(route(), certificate, role({ verbs: '[get, list, watch, patch]' }), binding()),
    creates: [],
  },
  'stays where the Route asks for nothing any more, but names the Secret': {
    given: list(route({ annotations: '' }), role(), binding()),
    options,
    creates: [],
  },
  'stays while its Route is rejected': {
    given: list(route({ tls: '{termination: edge}' }), certificate, role(), binding()),
    options,
    creates: [],
    finds: ['route-certificate-unreferenced Route/shop spec.tls.externalCertificate.name -> "shop-tls"'],
    says: [
      'This Route asks for a Certificate and names no Secret, so the router would serve its default certificate whatever cert-manager issues. Name the Secret in spec.tls.externalCertificate.name, with the termination edge or reencrypt.',
    ],
  },
  'stays where there is nothing that could be a source': {
    given: list(role(), binding()),
    options,
    creates: [],
  },
})

describe('the access of the router', () => {
  test('says in a sentence why it is removed', () => {
    const { messages } = scenario(list(route({ name: 'other', annotations: '', secret: 'x' }), role()))
    expect(messages).toEqual([
      'This Role is removed: it was generated so that a router could read the Secret shop-tls, and nothing here names that any more. To keep such resources, set prune: false in the functionConfig.',
    ])
  })
})
