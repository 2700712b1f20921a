import { expect, test } from 'vitest'
import { scenario } from '../scenario.ts'
import { sourceCases } from './source-cases.ts'

const httpProxy = ({
  annotations = 'cert-manager.io/issuer: letsencrypt',
  fqdn = 'shop.example.com',
  tls = '{secretName: shop-tls}',
} = {}) => `
apiVersion: projectcontour.io/v1
kind: HTTPProxy
metadata: {name: shop, namespace: prod, annotations: {${annotations}}}
spec:
  virtualhost: {fqdn: ${fqdn}${tls === '' ? '' : `, tls: ${tls}`}}
  routes: [{services: [{name: shop, port: 80}]}]
`
const elsewhere = (annotations = 'cert-manager.io/cluster-issuer: letsencrypt') =>
  httpProxy({ annotations, tls: '{secretName: certs/wild}' })
const delegation = ({ namespace = 'certs', secretName = 'wild', targets = '[prod]', others = '' } = {}) => `
apiVersion: projectcontour.io/v1
kind: TLSCertificateDelegation
metadata: {name: wild, namespace: ${namespace}${others}}
spec: {delegations: [{secretName: ${secretName}, targetNamespaces: ${targets}}]}
`
const certificate = (kind: string, { namespace = 'prod', name = 'shop-tls', source = 'shop' } = {}) => `
apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: ${name}
  namespace: ${namespace}
  annotations:
    ingress-shim.fn.kpt.dev/source: HTTPProxy.projectcontour.io/${source}
spec:
  secretName: ${name}
  issuerRef:
    name: letsencrypt
    kind: ${kind}
    group: cert-manager.io
  dnsNames:
  - shop.example.com
  usages:
  - digital signature
  - key encipherment
`
const stream = (...documents: readonly string[]) => documents.join('\n---\n')
const secret = 'HTTPProxy/shop spec.virtualhost.tls.secretName'

sourceCases('an HTTPProxy', {
  'gets a Certificate for its host (C1)': {
    given: httpProxy(),
    certificates: certificate('Issuer'),
  },
  'gets the default issuer by an auto annotation (C2)': {
    given: httpProxy({ annotations: 'kubernetes.io/tls-acme: "true"' }),
    options: { defaultIssuerName: 'letsencrypt', defaultIssuerKind: 'ClusterIssuer' },
    certificates: certificate('ClusterIssuer'),
  },
  'is no source by an auto annotation without a default issuer': {
    given: httpProxy({ annotations: 'kubernetes.io/tls-acme: "true"' }),
    creates: [],
  },
  'gets none where it passes TLS through (C3)': {
    given: httpProxy({ tls: '{passthrough: true}' }),
    creates: [],
    finds: ['tls-passthrough HTTPProxy/shop spec.virtualhost.tls.passthrough: true'],
    says: [
      'This HTTPProxy passes TLS through to its backend, which has the certificate, so none is made here. Remove the annotation that asks for Certificates, or let Contour terminate TLS with a secretName.',
    ],
  },
  'is rejected where it passes TLS through and names a Secret, which Contour refuses': {
    given: httpProxy({ tls: '{passthrough: true, secretName: shop-tls}' }),
    creates: [],
    finds: ['malformed-resource HTTPProxy/shop spec.virtualhost.tls.passthrough: true'],
    says: [
      'passthrough cannot be combined with secretName, so Contour refuses this HTTPProxy. Remove one of the two: with passthrough, the backend has the certificate.',
    ],
  },
  'gets none in another namespace, and needs a delegation there (C4)': {
    given: elsewhere(),
    creates: [],
    finds: [`delegation-missing ${secret}: "certs/wild"`, `secret-elsewhere ${secret}: "certs/wild"`],
  },
  'gets one in another namespace that is allowed and delegates (C5)': {
    given: stream(elsewhere(), delegation()),
    options: { secretNamespaces: ['certs'] },
    certificates: certificate('ClusterIssuer', { namespace: 'certs', name: 'wild', source: 'prod/shop' }),
  },
  'gets one in another namespace that is allowed, also while the delegation is missing': {
    given: elsewhere(),
    options: { secretNamespaces: ['certs'] },
    creates: ['certs/wild: shop.example.com'],
    finds: [`delegation-missing ${secret}: "certs/wild"`],
    says: [
      'The Secret wild is in the namespace certs, and no TLSCertificateDelegation there lets prod use it, so Contour refuses this HTTPProxy. Add one to certs with that secretName and prod among its targetNamespaces.',
    ],
  },
  'is told to annotate the root where it is included (C6)': {
    given: httpProxy().replace(/ {2}virtualhost: .*\n/, ''),
    creates: [],
    finds: ['tls-missing HTTPProxy/shop spec.virtualhost'],
    says: [
      'This HTTPProxy asks for Certificates but has no TLS configuration, so nothing will ever be issued for it. Where another HTTPProxy includes this one, annotate that one: only an HTTPProxy with a virtualhost has TLS.',
    ],
  },
  'may name its own namespace': {
    given: httpProxy({ tls: '{secretName: prod/shop-tls}' }),
    certificates: certificate('Issuer'),
  },
  'is left to contour-plus, or to nobody, where it says so': {
    given: httpProxy({
      annotations: 'cert-manager.io/issuer: ca, contour-plus.cybozu.com/exclude: "true"',
    }),
    creates: [],
  },
  'is told where it asks for Certificates without TLS': {
    given: httpProxy({ tls: '' }),
    creates: [],
    finds: ['tls-missing HTTPProxy/shop spec.virtualhost.tls'],
  },
  'is told where it names no Secret': {
    given: httpProxy({ tls: '{}' }),
    creates: [],
    finds: [`tls-secret-name-missing ${secret}`],
    says: [
      'This TLS configuration has no secretName, so Contour refuses this HTTPProxy, and it gets no Certificate. Name the Secret that the Certificate is to be stored in.',
    ],
  },
  'is told once of a host that the API server refuses': {
    given: httpProxy({ fqdn: 'Shop.example.com' }),
    creates: ['prod/shop-tls: Shop.example.com'],
    finds: ['host-invalid HTTPProxy/shop spec.virtualhost.fqdn: "Shop.example.com" -> "shop.example.com"'],
  },
  'is rejected with both kinds of issuer, of which contour-plus would take one': {
    given: httpProxy({ annotations: 'cert-manager.io/issuer: a, cert-manager.io/cluster-issuer: b' }),
    creates: [],
    finds: ['issuer-conflict HTTPProxy/shop metadata.annotations[cert-manager.io/issuer]: "a"'],
    says: [
      "cert-manager.io/issuer cannot be combined with cert-manager.io/cluster-issuer: cert-manager can't tell which issuer is meant and issues nothing; contour-plus would take the ClusterIssuer. Remove one of the two.",
    ],
  },
  'shares its Secret with another one for the same host': {
    given: stream(httpProxy(), httpProxy().replace('name: shop,', 'name: cart,')),
    creates: ['prod/shop-tls: shop.example.com'],
  },
  'does not share its Secret with one for another host': {
    given: stream(httpProxy(), httpProxy({ fqdn: 'cart.example.com' }).replace('name: shop,', 'name: cart,')),
    creates: ['prod/shop-tls: shop.example.com'],
    finds: ['secret-shared HTTPProxy/cart spec.virtualhost.tls.secretName: "shop-tls"'],
  },
  'is told where it neither names a Secret nor passes TLS through, which Contour refuses': {
    given: httpProxy({ tls: '{passthrough: false, secretName: ""}' }),
    creates: [],
    finds: [`tls-secret-name-missing ${secret}`],
  },
  'has no common name unless one is annotated, since 64 bytes are few': {
    given: httpProxy({ fqdn: `${'a'.repeat(60)}.example.com` }),
    creates: [`prod/shop-tls: ${'a'.repeat(60)}.example.com`],
  },
  'is rejected where a field has the wrong type': {
    given: httpProxy({ fqdn: '[shop.example.com]', tls: '{secretName: 1, passthrough: "yes"}' }),
    creates: [],
    finds: [
      'malformed-resource HTTPProxy/shop spec.virtualhost.fqdn: ["shop.example.com"]',
      `malformed-resource ${secret}: 1`,
      'malformed-resource HTTPProxy/shop spec.virtualhost.tls.passthrough: "yes"',
    ],
    says: [
      'This is a list where Kubernetes expects a string, so the API server would refuse this resource. Fix its type.',
      'This is a number where Kubernetes expects a string, so the API server would refuse this resource. Fix its type.',
      'This is a string where Kubernetes expects true or false, so the API server would refuse this resource. Fix its type.',
    ],
  },
  'is rejected without a host': {
    given: httpProxy({ fqdn: '""' }),
    creates: [],
    finds: ['malformed-resource HTTPProxy/shop spec.virtualhost.fqdn: ""'],
    says: [
      'This is empty where Kubernetes expects a host, so the API server would refuse this resource. Fill it in.',
    ],
  },
  'serves the host of an Ingress whose TLS block has it': {
    given: stream(
      httpProxy({ annotations: '' }),
      `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web, namespace: prod, annotations: {cert-manager.io/issuer: ca}}
spec: {rules: [{host: example.com}], tls: [{hosts: [example.com, shop.example.com], secretName: web-tls}]}`,
    ),
    creates: ['prod/web-tls: example.com, shop.example.com'],
  },
})

sourceCases('a Certificate that another controller made for an HTTPProxy', {
  'is ours by an ownerReference': {
    given: stream(
      httpProxy(),
      certificate('Issuer').replace(
        /annotations:\n.*/,
        'ownerReferences: [{apiVersion: projectcontour.io/v1, kind: HTTPProxy, name: shop, uid: u, controller: true}]',
      ),
    ),
    creates: [],
  },
  'is ours by the annotation of contour-plus, in another namespace': {
    given: stream(
      elsewhere(),
      delegation(),
      certificate('ClusterIssuer', { namespace: 'certs', name: 'wild' }).replace(
        /ingress-shim.*/,
        'contour-plus.cybozu.com/owned-by: prod/shop',
      ),
    ),
    options: { secretNamespaces: ['certs'] },
    creates: [],
  },
  'is not ours by the name of another HTTPProxy': {
    given: stream(
      elsewhere(),
      delegation(),
      certificate('ClusterIssuer', { namespace: 'certs', name: 'wild' }).replace(
        /ingress-shim.*/,
        'contour-plus.cybozu.com/owned-by: dev/shop',
      ),
    ),
    options: { secretNamespaces: ['certs'] },
    creates: [],
    finds: [`certificate-not-ours ${secret}: "certs/wild"`],
  },
})

const allowed = { secretNamespaces: ['certs'] }
const created = ['certs/wild: shop.example.com']
const missing = [`delegation-missing ${secret}: "certs/wild"`]

sourceCases('a TLSCertificateDelegation', {
  'may let in all namespaces': {
    given: stream(elsewhere(), delegation({ targets: '["*"]' })),
    options: allowed,
    creates: created,
  },
  'does not let in all namespaces beside others': {
    given: stream(elsewhere(), delegation({ targets: '["*", dev]' })),
    options: allowed,
    creates: created,
    finds: missing,
  },
  'has to name the namespace': {
    given: stream(elsewhere(), delegation({ targets: '[dev]' })),
    options: allowed,
    creates: created,
    finds: missing,
  },
  'has to name the Secret': {
    given: stream(elsewhere(), delegation({ secretName: 'tame' })),
    options: allowed,
    creates: created,
    finds: missing,
  },
  'has to be in the namespace of the Secret': {
    given: stream(elsewhere(), delegation({ namespace: 'prod' })),
    options: allowed,
    creates: created,
    finds: missing,
  },
  'has to reach the cluster': {
    given: stream(
      elsewhere(),
      delegation({ others: ', annotations: {config.kubernetes.io/local-config: "true"}' }),
    ),
    options: allowed,
    creates: created,
    finds: missing,
  },
  'has to be of that kind and group': {
    given: stream(
      elsewhere(),
      delegation().replace('kind: TLSCertificateDelegation', 'kind: Delegation'),
      delegation().replace('projectcontour.io/v1', 'example.com/v1'),
    ),
    options: allowed,
    creates: created,
    finds: missing,
  },
  'may be one of several, of which others cannot be read': {
    given: stream(
      elsewhere(),
      delegation({ secretName: '7' }),
      delegation({ targets: 'prod' }),
      delegation({ targets: '[dev]' }),
      delegation(),
    ),
    options: allowed,
    creates: created,
  },
  'is taken to let in a resource without a namespace': {
    given: stream(elsewhere().replace('namespace: prod, ', ''), delegation({ targets: '[dev]' })),
    options: allowed,
    creates: created,
  },
  'is missing for a resource without a namespace': {
    given: elsewhere().replace('namespace: prod, ', ''),
    options: allowed,
    creates: created,
    finds: missing,
    says: [
      'The Secret wild is in the namespace certs, and no TLSCertificateDelegation there lets the namespace of this one use it, so Contour refuses this HTTPProxy. Add one to certs with that secretName and the namespace of this one among its targetNamespaces.',
    ],
  },
  'is not asked for while a placeholder hides a name': {
    given: httpProxy({ tls: '{secretName: "${CERTS}/wild"}' }),
    options: { secretNamespaces: ['*'] },
    creates: ['${CERTS}/wild: shop.example.com'],
  },
})

test('what contour-plus would do about two issuers is said', () => {
  const both = 'cert-manager.io/issuer: a, cert-manager.io/cluster-issuer: b'
  expect(scenario(httpProxy({ annotations: both })).messages).toEqual([
    expect.stringContaining('issues nothing; contour-plus would take the ClusterIssuer.'),
  ])
})

test('a delegation that is missing is an error, and a Secret elsewhere an info', () => {
  expect(scenario(elsewhere()).findings).toEqual([
    'error delegation-missing spec.virtualhost.tls.secretName',
    'info secret-elsewhere spec.virtualhost.tls.secretName',
  ])
})

test('an HTTPProxy without a virtualhost is told where the annotation belongs', () => {
  const included = httpProxy().replace(/ {2}virtualhost: .*\n/, '')
  expect(scenario(included).messages).toEqual([expect.stringContaining('annotate that one')])
})
