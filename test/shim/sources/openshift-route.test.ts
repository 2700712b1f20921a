import { sourceCases } from './source-cases.ts'

const clusterIssuer = 'cert-manager.io/cluster-issuer: letsencrypt'

const route = ({
  annotations = clusterIssuer,
  metadata = '',
  host = 'host: shop.example.com',
  tls = 'tls: {termination: edge, externalCertificate: {name: shop-tls}}',
  status = '',
} = {}) => `
apiVersion: route.openshift.io/v1
kind: Route
metadata:
  name: shop
  namespace: prod
  ${metadata}
  annotations: {${annotations}}
spec:
  ${host}
  to: {kind: Service, name: shop}
  ${tls}
${status}
`
const external = (termination: string) =>
  `tls: {termination: ${termination}, externalCertificate: {name: shop-tls}}`

/** Somebody else has let the router in. */
const letIn = `
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: secrets, namespace: prod}
rules: [{apiGroups: [""], resources: [secrets], verbs: [get, list, watch]}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: secrets, namespace: prod}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: secrets}
subjects: [{kind: ServiceAccount, name: router, namespace: openshift-ingress}]
`
const readable = (given: Parameters<typeof route>[0] = {}) => `${route(given)}${letIn}`

sourceCases('a Route', {
  'gets a Certificate for the Secret of externalCertificate (R1)': {
    given: readable(),
    certificates: `
apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: shop-tls
  namespace: prod
  annotations:
    ingress-shim.fn.kpt.dev/source: Route.route.openshift.io/shop
spec:
  secretName: shop-tls
  issuerRef:
    name: letsencrypt
    kind: ClusterIssuer
    group: cert-manager.io
  dnsNames:
  - shop.example.com
  usages:
  - digital signature
  - key encipherment
`,
  },
  'is read with the annotations of openshift-routes, and never gets the usage client auth (R2)': {
    given: readable({
      annotations:
        'cert-manager.io/issuer-name: corp-ca, cert-manager.io/issuer-kind: ClusterIssuer, cert-manager.io/uri-sans: "spiffe://example.com/shop"',
      tls: external('reencrypt'),
    }),
    certificates: `
apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: shop-tls
  namespace: prod
  annotations:
    ingress-shim.fn.kpt.dev/source: Route.route.openshift.io/shop
spec:
  secretName: shop-tls
  issuerRef:
    name: corp-ca
    kind: ClusterIssuer
    group: cert-manager.io
  dnsNames:
  - shop.example.com
  uris:
  - spiffe://example.com/shop
  usages:
  - digital signature
  - key encipherment
`,
  },
  'without a host has one below the domain of its router (R3)': {
    given: readable({ host: 'subdomain: shop' }),
    options: { appsDomain: 'apps.example.com' },
    creates: ['prod/shop-tls: shop.apps.example.com'],
  },
  'without a host gets none where that domain is not known (R3)': {
    given: readable({ host: 'subdomain: shop' }),
    creates: [],
    finds: ['route-host-unknown Route/shop spec.host'],
  },
  'that passes TLS through gets none (R4)': {
    given: readable({ tls: 'tls: {termination: passthrough}' }),
    creates: [],
    finds: ['tls-passthrough Route/shop spec.tls.termination: "passthrough"'],
    says: [
      'This Route passes TLS through, so the pods behind it need the certificate themselves, and none is made for the Route. Remove the annotation that asks for Certificates, or use the termination edge or reencrypt.',
    ],
  },
  'for all hosts of a domain gets the wildcard, too (R5)': {
    given: readable({ host: 'host: www.acme.example.com\n  wildcardPolicy: Subdomain' }),
    creates: ['prod/shop-tls: www.acme.example.com, *.acme.example.com'],
  },
  'that names no Secret gets none, which nothing would serve (R6)': {
    given: readable({ tls: 'tls: {termination: edge}' }),
    creates: [],
    finds: ['route-certificate-unreferenced Route/shop spec.tls.externalCertificate.name -> "shop-tls"'],
  },
  'without TLS gets none': {
    given: readable({ tls: '' }),
    creates: [],
    finds: ['route-certificate-unreferenced Route/shop spec.tls.externalCertificate.name -> "shop-tls"'],
  },
  'gets one for the Secret that cert-utils-operator copies into it, which the router need not read': {
    given: route({
      annotations: `${clusterIssuer}, cert-utils-operator.redhat-cop.io/certs-from-secret: shop-tls`,
      tls: 'tls: {termination: edge}',
    }),
    creates: ['prod/shop-tls: shop.example.com'],
  },
  'that an Ingress has made is no source': {
    given: readable({ metadata: 'ownerReferences: [{kind: Ingress, name: shop, uid: "1"}]' }),
    creates: [],
  },
  'with its certificate inline gets none': {
    given: readable({ tls: 'tls: {termination: edge, certificate: PEM, key: PEM}' }),
    creates: [],
    finds: ['route-certificate-inline Route/shop spec.tls.certificate'],
    says: [
      'The certificate of this Route is written in it, so the router would serve that one whatever cert-manager issues, and no Certificate is made. Put spec.tls.externalCertificate.name in its place, or remove the annotation that asks for Certificates.',
    ],
  },
  'with a certificate both inline and external is refused by the API server': {
    given: readable({
      tls: 'tls: {termination: edge, key: PEM, externalCertificate: {name: shop-tls}}',
    }),
    creates: [],
    finds: ['malformed-resource Route/shop spec.tls.key'],
    says: [
      'The API server refuses a Route with both a certificate of its own and an externalCertificate. Remove the one that is written here, and the router takes that of the Secret.',
    ],
  },
  'that passes TLS through and has an external certificate is refused, too': {
    given: readable({ tls: external('passthrough') }),
    creates: [],
    finds: ['malformed-resource Route/shop spec.tls.externalCertificate.name: "shop-tls"'],
    says: [
      'A Route that passes TLS through has no certificate, so the API server refuses externalCertificate beside it. Remove that, or use the termination edge or reencrypt.',
    ],
  },
  'with its key inline gets none': {
    given: readable({ tls: 'tls: {termination: edge, key: PEM}' }),
    creates: [],
    finds: ['route-certificate-inline Route/shop spec.tls.key'],
  },
  'with nothing but the CA of its pods inline gets one': {
    given: readable({
      tls: 'tls: {termination: reencrypt, destinationCACertificate: PEM, externalCertificate: {name: shop-tls}}',
    }),
    creates: ['prod/shop-tls: shop.example.com'],
  },
  'gets one for the Secret that cert-utils-operator has copied into it': {
    given: route({
      annotations: `${clusterIssuer}, cert-utils-operator.redhat-cop.io/certs-from-secret: shop-tls`,
      tls: 'tls: {termination: reencrypt, certificate: PEM, key: PEM}',
    }),
    creates: ['prod/shop-tls: shop.example.com'],
  },
  'gets none for the Secret of cert-utils-operator without a termination': {
    given: route({
      annotations: `${clusterIssuer}, cert-utils-operator.redhat-cop.io/certs-from-secret: shop-tls`,
      tls: '',
    }),
    creates: [],
    finds: ['malformed-resource Route/shop spec.tls.termination -> "edge"'],
    says: [
      'A Route with TLS has the termination edge, reencrypt or passthrough, so the API server would refuse this one. Write edge where the router talks to the pods without TLS, and reencrypt where it uses TLS for that, too.',
    ],
  },
  'gets none for the Secret of cert-utils-operator where it passes TLS through': {
    given: route({
      annotations: `${clusterIssuer}, cert-utils-operator.redhat-cop.io/certs-from-secret: shop-tls`,
      tls: 'tls: {termination: passthrough}',
    }),
    creates: [],
    finds: ['tls-passthrough Route/shop spec.tls.termination: "passthrough"'],
  },
  'serves the Secret of externalCertificate where cert-utils-operator has another': {
    given: readable({
      annotations: `${clusterIssuer}, cert-utils-operator.redhat-cop.io/certs-from-secret: other-tls`,
    }),
    creates: ['prod/shop-tls: shop.example.com'],
  },
  'without a termination is refused, too': {
    given: readable({ tls: 'tls: {externalCertificate: {name: shop-tls}}' }),
    creates: [],
    finds: ['malformed-resource Route/shop spec.tls.termination -> "edge"'],
  },
  'of the wrong types is refused, too': {
    given: readable({ tls: 'tls: {termination: [edge], externalCertificate: shop-tls}' }),
    creates: [],
    finds: [
      'malformed-resource Route/shop spec.tls.externalCertificate: "shop-tls"',
      'malformed-resource Route/shop spec.tls.termination: ["edge"]',
    ],
    says: [
      'This is a string where Kubernetes expects a mapping, so the API server would refuse this resource. Fix its type.',
      'This is a list where Kubernetes expects a string, so the API server would refuse this resource. Fix its type.',
    ],
  },
  'names its issuer once': {
    given: readable({ annotations: `${clusterIssuer}, cert-manager.io/issuer-name: corp-ca` }),
    creates: [],
    finds: ['issuer-conflict Route/shop metadata.annotations[cert-manager.io/issuer-name]: "corp-ca"'],
  },
  'has the issuer of `issuer` where it has both names for it': {
    given: `${readable({ annotations: 'cert-manager.io/issuer: ca, cert-manager.io/issuer-name: other' })}
---
apiVersion: cert-manager.io/v1
kind: Issuer
metadata: {name: ca, namespace: prod}
spec: {ca: {secretName: ca}}
`,
    creates: ['prod/shop-tls: shop.example.com'],
  },
  'with a URI that is none is rejected': {
    given: readable({ annotations: `${clusterIssuer}, cert-manager.io/uri-sans: "spiffe://exa mple.com"` }),
    creates: [],
    finds: [
      'invalid-annotation Route/shop metadata.annotations[cert-manager.io/uri-sans]: "spiffe://exa mple.com"',
    ],
    says: [
      'cert-manager.io/uri-sans can\'t be read: "spiffe://exa mple.com" is not a URI: its host has a character that none can have. cert-manager issues nothing for this Route until it is corrected. Write URIs such as spiffe://example.com/shop, separated by commas without blanks.',
    ],
  },
  'of a cluster has the hosts that its routers admitted': {
    given: readable({
      host: 'wildcardPolicy: None',
      status: `status:
  ingress:
  - {host: old.example.com, conditions: [{type: Admitted, status: "False"}]}
  - {host: shop-prod.apps.example.com, conditions: [{type: Admitted, status: "True"}]}`,
    }),
    creates: ['prod/shop-tls: shop-prod.apps.example.com'],
  },
  'with its own host has no other': {
    given: readable({
      host: 'host: shop.example.com\n  subdomain: shop',
      status: 'status: {ingress: [{host: a.example.com, conditions: [{type: Admitted, status: "True"}]}]}',
    }),
    options: { appsDomain: 'apps.example.com' },
    creates: ['prod/shop-tls: shop.example.com'],
  },
  'with a subdomain has the host below the domain, whatever its routers admitted': {
    given: readable({
      host: 'subdomain: shop',
      status: 'status: {ingress: [{host: a.example.com, conditions: [{type: Admitted, status: "True"}]}]}',
    }),
    options: { appsDomain: 'apps.example.com' },
    creates: ['prod/shop-tls: shop.apps.example.com'],
  },
  'of a cluster with a subdomain has the host that its routers admitted, where the domain is not known': {
    given: readable({
      host: 'subdomain: shop',
      status: 'status: {ingress: [{host: a.example.com, conditions: [{type: Admitted, status: "True"}]}]}',
    }),
    creates: ['prod/shop-tls: a.example.com'],
  },
  'of a cluster has the host that its routers admitted, also where the domain is known': {
    given: readable({
      host: 'wildcardPolicy: None',
      status: 'status: {ingress: [{host: a.example.com, conditions: [{type: Admitted, status: "True"}]}]}',
    }),
    options: { appsDomain: 'apps.example.com' },
    creates: ['prod/shop-tls: a.example.com'],
  },
  'for all hosts of a domain needs DNS-01 at an ACME issuer': {
    given: `${readable({ host: 'host: www.acme.example.com\n  wildcardPolicy: Subdomain' })}
---
apiVersion: cert-manager.io/v1
kind: ClusterIssuer
metadata: {name: letsencrypt}
spec: {acme: {server: "https://acme-v02.api.letsencrypt.org/directory", privateKeySecretRef: {name: key}, solvers: [{http01: {ingress: {}}}]}}
`,
    creates: ['prod/shop-tls: www.acme.example.com, *.acme.example.com'],
    finds: [
      'acme-redundant-name Route/shop spec.host: "www.acme.example.com"',
      'acme-wildcard-http01 Route/shop spec.wildcardPolicy: "*.acme.example.com"',
    ],
  },
  'without an issuer name is rejected, although it has one of openshift-routes': {
    given: readable({ annotations: 'cert-manager.io/issuer: "", cert-manager.io/issuer-name: ca' }),
    creates: [],
    finds: ['issuer-undetermined Route/shop metadata.annotations[cert-manager.io/issuer]: ""'],
    says: [
      'The annotation cert-manager.io/issuer is empty, so no Certificate can be requested. Give it the name of an issuer, or remove it.',
    ],
  },
  'without a host gets none where its namespace is not known': {
    given: route({ host: 'wildcardPolicy: None' }).replace('namespace: prod', ''),
    options: { appsDomain: 'apps.example.com' },
    creates: [],
    finds: ['route-host-unknown Route/shop spec.host'],
    says: [
      'This Route has no host, and the router makes one up from its name and namespace and a domain that is not known here, so no Certificate can be made. Write spec.host, or set appsDomain in the functionConfig to that domain, and give the Route its namespace.',
    ],
  },
  'without host and subdomain has one of its name and namespace': {
    given: readable({ host: 'wildcardPolicy: None' }),
    options: { appsDomain: 'apps.example.com' },
    creates: ['prod/shop-tls: shop-prod.apps.example.com'],
  },
  'asks by an auto annotation where there is a default issuer': {
    given: readable({ annotations: 'kubernetes.io/tls-acme: "true"' }),
    options: { defaultIssuerName: 'letsencrypt' },
    creates: ['prod/shop-tls: shop.example.com'],
  },
  'asks for nothing by an auto annotation without a default issuer': {
    given: readable({ annotations: 'kubernetes.io/tls-acme: "true"' }),
    creates: [],
  },
  'is told that HTTP-01 edits Ingresses only': {
    given: readable({ annotations: `${clusterIssuer}, acme.cert-manager.io/http01-edit-in-place: "true"` }),
    creates: ['prod/shop-tls: shop.example.com'],
    finds: [
      'ignored-annotation Route/shop metadata.annotations[acme.cert-manager.io/http01-edit-in-place]: "true"',
    ],
  },
  'is told of a host that is not valid': {
    given: readable({ host: 'host: Shop.example.com' }),
    creates: ['prod/shop-tls: Shop.example.com'],
    finds: ['host-invalid Route/shop spec.host: "Shop.example.com" -> "shop.example.com"'],
  },
  'keeps the Certificate that names it while it is rejected': {
    given: `${readable({ tls: 'tls: {termination: edge}' })}
---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: {name: shop-tls, namespace: prod, annotations: {ingress-shim.fn.kpt.dev/source: Route.route.openshift.io/shop}}
spec: {secretName: shop-tls}
`,
    creates: [],
    finds: ['route-certificate-unreferenced Route/shop spec.tls.externalCertificate.name -> "shop-tls"'],
  },
})
