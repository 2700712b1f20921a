import { sourceCases } from './source-cases.ts'

const apisixTls = ({
  issuer = 'cert-manager.io/cluster-issuer: letsencrypt',
  hosts = '[shop.example.com, "*.shop.example.com"]',
  secret = '{name: shop-tls, namespace: prod}',
} = {}) => `
apiVersion: apisix.apache.org/v2
kind: ApisixTls
metadata: {name: shop, namespace: prod, annotations: {${issuer}}}
spec:
  hosts: ${hosts}
  secret: ${secret}
`

sourceCases('an ApisixTls', {
  'gets a Certificate for its hosts': {
    given: apisixTls(),
    certificates: `
apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: shop-tls
  namespace: prod
  annotations:
    ingress-shim.fn.kpt.dev/source: ApisixTls.apisix.apache.org/shop
spec:
  secretName: shop-tls
  issuerRef:
    name: letsencrypt
    kind: ClusterIssuer
    group: cert-manager.io
  dnsNames:
  - shop.example.com
  - "*.shop.example.com"
  usages:
  - digital signature
  - key encipherment
`,
  },
  'gets none in another namespace unless that is allowed': {
    given: apisixTls({ secret: '{name: shop-tls, namespace: certs}' }),
    creates: [],
    finds: ['secret-elsewhere ApisixTls/shop spec.secret.name: "shop-tls"'],
  },
  'gets one in another namespace that is allowed, which names its own': {
    given: apisixTls({ secret: '{name: shop-tls, namespace: certs}' }),
    options: { secretNamespaces: ['certs'] },
    certificates: `
apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: shop-tls
  namespace: certs
  annotations:
    ingress-shim.fn.kpt.dev/source: ApisixTls.apisix.apache.org/prod/shop
spec:
  secretName: shop-tls
  issuerRef:
    name: letsencrypt
    kind: ClusterIssuer
    group: cert-manager.io
  dnsNames:
  - shop.example.com
  - "*.shop.example.com"
  usages:
  - digital signature
  - key encipherment
`,
  },
  'is told of a wildcard without a dot, which APISIX takes and no certificate can have': {
    given: apisixTls({ hosts: '["*foo.com"]' }),
    creates: ['prod/shop-tls: *foo.com'],
    finds: ['host-invalid ApisixTls/shop spec.hosts[0]: "*foo.com"'],
  },
  'has each host once, and addresses apart from names': {
    given: apisixTls({ hosts: '[shop.example.com, 192.0.2.1, shop.example.com, 192.0.2.1]' }),
    creates: ['prod/shop-tls: shop.example.com, 192.0.2.1'],
  },
  'is told that it has no hosts': {
    given: apisixTls({ hosts: '[]' }),
    creates: [],
    finds: ['tls-hosts-missing ApisixTls/shop spec.hosts'],
    says: [
      'This ApisixTls has no hosts, so it gets no Certificate. List the hosts that the Certificate is for.',
    ],
  },
  'is rejected without a Secret and its namespace, which the API server asks for': {
    given: apisixTls({ secret: '{}' }),
    creates: [],
    finds: [
      'malformed-resource ApisixTls/shop spec.secret.name',
      'malformed-resource ApisixTls/shop spec.secret.namespace',
    ],
    says: [
      'This is empty where Kubernetes expects the name of a Secret, so the API server would refuse this resource. Fill it in.',
      'This is empty where Kubernetes expects the namespace of a Secret, so the API server would refuse this resource. Fill it in.',
    ],
  },
  'is rejected where a field has the wrong type': {
    given: apisixTls({ hosts: 'shop.example.com', secret: '{name: 1, namespace: [prod]}' }),
    creates: [],
    finds: [
      'malformed-resource ApisixTls/shop spec.hosts: "shop.example.com"',
      'malformed-resource ApisixTls/shop spec.secret.name: 1',
      'malformed-resource ApisixTls/shop spec.secret.namespace: ["prod"]',
    ],
  },
})
