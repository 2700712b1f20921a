import { expect, test } from 'vitest'
import { scenario } from '../scenario.ts'
import { sourceCases } from './source-cases.ts'

const gateway = ({
  apiVersion = 'networking.istio.io/v1',
  namespace = 'istio-system',
  annotations = 'cert-manager.io/cluster-issuer: letsencrypt',
  servers = '',
  protocol = 'HTTPS',
  hosts = '[shop.example.com]',
  tls = '{mode: SIMPLE, credentialName: shop-tls}',
} = {}) => `
apiVersion: ${apiVersion}
kind: Gateway
metadata:
  name: edge
  namespace: ${namespace}
  annotations: {${annotations}}
spec:
  selector: {istio: ingressgateway}
  servers:${servers}
  - port: {number: 443, name: https, protocol: ${protocol}}
    hosts: ${hosts}
    tls: ${tls}
`
const plain = `
  - port: {number: 80, name: http, protocol: HTTP}
    hosts: ["*"]
    tls: {httpsRedirect: true}`
const virtualService = (
  name: string,
  { namespace = 'prod', gateways = '[istio-system/edge]', hosts = '' },
) => `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: ${name}, namespace: ${namespace}}
spec: {gateways: ${gateways}, hosts: ${hosts}}
`
const deployment = ({
  kind = 'Deployment',
  namespace = 'istio-ingress',
  labels = 'istio: ingressgateway, app: gw',
} = {}) => `
apiVersion: apps/v1
kind: ${kind}
metadata: {name: gw, namespace: ${namespace}}
spec: {template: {metadata: {labels: {${labels}}}}}
`
const service = (namespace: string) => `
apiVersion: v1
kind: Service
metadata: {name: gw, namespace: ${namespace}}
spec: {selector: {istio: ingressgateway}}
`
const issuer = `
apiVersion: cert-manager.io/v1
kind: ClusterIssuer
metadata: {name: letsencrypt}
spec: {acme: {server: https://ca.example.com/dir, privateKeySecretRef: {name: key}, solvers: [{dns01: {route53: {}}}]}}
`
const certificate = ({
  namespace = 'istio-system',
  source = 'edge',
  hosts = '  - shop.example.com\n  - www.example.com',
} = {}) => `
apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: shop-tls
  namespace: ${namespace}
  annotations:
    ingress-shim.fn.kpt.dev/source: Gateway.networking.istio.io/${source}
spec:
  secretName: shop-tls
  issuerRef:
    name: letsencrypt
    kind: ClusterIssuer
    group: cert-manager.io
  dnsNames:
${hosts}
  usages:
  - digital signature
  - key encipherment
`
const stream = (...documents: readonly string[]) => documents.join('\n---\n')
const own = deployment({ namespace: 'istio-system' })
const tls = 'Gateway/edge spec.servers[0].tls'
const assumed =
  'istio-namespace-assumed Gateway/edge metadata.annotations[ingress-shim.fn.kpt.dev/secret-namespace]'
const anywhere = { secretNamespaces: ['*'] }

sourceCases('a Gateway of Istio', {
  'gets a Certificate for the hosts of its servers, in its namespace while nothing else is known (I1)': {
    given: gateway({ servers: plain, hosts: '["prod/shop.example.com", "*/www.example.com"]' }),
    certificates: certificate(),
    finds: [assumed],
  },
  'is left alone by a second run': {
    given: stream(gateway(), own, certificate({ hosts: '  - shop.example.com' })),
    creates: [],
  },
  'gets the hosts of the VirtualServices that bind to it (I2)': {
    given: stream(
      gateway({ hosts: '["*"]' }),
      own,
      virtualService('shop', { hosts: '[shop.example.com, "*"]' }),
      virtualService('other', { gateways: '[istio-system/edge2]', hosts: '[other.example.com]' }),
    ),
    creates: ['istio-system/shop-tls: shop.example.com'],
  },
  'gets those that its wildcards have and do not cover (I3)': {
    given: stream(
      gateway({ hosts: '["*.example.com"]' }),
      own,
      virtualService('shop', { hosts: '[a.example.com, a.b.example.com, x.example.org]' }),
    ),
    creates: ['istio-system/shop-tls: *.example.com, a.b.example.com'],
  },
  'gets none without a mode, which Istio takes for PASSTHROUGH (I4)': {
    given: stream(gateway({ tls: '{credentialName: shop-tls}' }), own),
    creates: [],
    finds: [`istio-tls-mode-missing ${tls}.mode -> "SIMPLE"`],
    says: [
      'This server names a certificate and no mode, and Istio takes that for PASSTHROUGH: it would ignore the certificate, so none is made. Write the mode SIMPLE, or MUTUAL where clients have certificates too.',
    ],
  },
  'gets its Certificate in the namespace of its pods (I5)': {
    given: stream(gateway({ namespace: 'prod' }), deployment()),
    options: { secretNamespaces: ['istio-ingress'] },
    certificates: certificate({
      namespace: 'istio-ingress',
      source: 'prod/edge',
      hosts: '  - shop.example.com',
    }),
  },
  'gets none in the namespace of its pods without the permission (I5)': {
    given: stream(gateway({ namespace: 'prod' }), deployment()),
    creates: [],
    finds: [`secret-elsewhere ${tls}.credentialName: "shop-tls"`],
  },
  'gets two Certificates for a pair, and needs a CA for its clients (I6)': {
    given: stream(gateway({ tls: '{mode: MUTUAL, credentialNames: [shop-rsa, shop-ecdsa]}' }), own, issuer),
    creates: ['istio-system/shop-rsa: shop.example.com', 'istio-system/shop-ecdsa: shop.example.com'],
    finds: [`istio-client-ca-missing ${tls}.caCertCredentialName`],
  },
})

sourceCases('which Gateways of Istio are sources', {
  'those of v1beta1': {
    given: stream(gateway({ apiVersion: 'networking.istio.io/v1beta1' }), own),
    creates: ['istio-system/shop-tls: shop.example.com'],
  },
  'those of v1alpha3': {
    given: stream(gateway({ apiVersion: 'networking.istio.io/v1alpha3' }), own),
    creates: ['istio-system/shop-tls: shop.example.com'],
  },
  'not those with an auto annotation': {
    given: stream(gateway({ annotations: 'kubernetes.io/tls-acme: "true"' }), own),
    options: { defaultIssuerName: 'letsencrypt' },
    creates: [],
    finds: ['ignored-annotation Gateway/edge metadata.annotations[kubernetes.io/tls-acme]: "true"'],
    says: [
      'cert-manager does not read kubernetes.io/tls-acme from this Gateway, so it has no effect. Name the issuer with cert-manager.io/cluster-issuer or cert-manager.io/issuer instead.',
    ],
  },
  'those beside one of Gateway API with the same name': {
    given: stream(
      gateway(),
      own,
      `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: edge, namespace: istio-system, annotations: {cert-manager.io/cluster-issuer: letsencrypt}}
spec: {listeners: [{name: https, port: 443, protocol: HTTPS, hostname: a.example.com, tls: {certificateRefs: [{name: a-tls}]}}]}`,
    ),
    creates: ['istio-system/shop-tls: shop.example.com', 'istio-system/a-tls: a.example.com'],
  },
})

sourceCases('the pods of a Gateway of Istio', {
  'count as a DaemonSet': {
    given: stream(gateway({ namespace: 'prod' }), deployment({ kind: 'DaemonSet' })),
    options: anywhere,
    creates: ['istio-ingress/shop-tls: shop.example.com'],
  },
  'count as a StatefulSet': {
    given: stream(gateway({ namespace: 'prod' }), deployment({ kind: 'StatefulSet' })),
    options: anywhere,
    creates: ['istio-ingress/shop-tls: shop.example.com'],
  },
  'need the Issuer in their own namespace': {
    given: stream(
      gateway({ namespace: 'prod', annotations: 'cert-manager.io/issuer: ca' }),
      deployment(),
      '{apiVersion: cert-manager.io/v1, kind: Issuer, metadata: {name: ca, namespace: prod}, spec: {selfSigned: {}}}',
    ),
    options: anywhere,
    creates: ['istio-ingress/shop-tls: shop.example.com'],
    finds: ['issuer-elsewhere Gateway/edge metadata.annotations[cert-manager.io/issuer]: "ca"'],
  },
  'count by the Service that selects them': {
    given: stream(gateway({ namespace: 'prod' }), service('istio-ingress')),
    options: anywhere,
    creates: ['istio-ingress/shop-tls: shop.example.com'],
  },
  'count where they have all labels of the selector': {
    given: stream(gateway(), deployment({ labels: 'istio: egressgateway' })),
    creates: ['istio-system/shop-tls: shop.example.com'],
    finds: [assumed],
  },
  'may be there several times in one namespace': {
    given: stream(gateway({ namespace: 'prod' }), deployment(), service('istio-ingress')),
    options: anywhere,
    creates: ['istio-ingress/shop-tls: shop.example.com'],
  },
  'may be in two namespaces where an annotation says which': {
    given: stream(
      gateway({
        annotations:
          'cert-manager.io/cluster-issuer: letsencrypt, ingress-shim.fn.kpt.dev/secret-namespace: istio-ingress',
      }),
      deployment(),
      service('istio-system'),
    ),
    options: anywhere,
    creates: ['istio-ingress/shop-tls: shop.example.com'],
  },
  'cannot be in two namespaces': {
    given: stream(gateway(), deployment(), service('istio-system')),
    creates: [],
    finds: ['istio-namespace-ambiguous Gateway/edge spec.selector'],
    says: [
      'Istio reads the Secrets of a Gateway from the namespace of its pods, and the selector of this one has pods in istio-ingress and istio-system, so nobody can tell where the Certificate belongs. Name the namespace in the annotation ingress-shim.fn.kpt.dev/secret-namespace, or make the selector more precise.',
    ],
  },
  'are where an annotation says': {
    given: stream(
      gateway({
        annotations:
          'cert-manager.io/cluster-issuer: letsencrypt, ingress-shim.fn.kpt.dev/secret-namespace: edge',
      }),
      deployment(),
    ),
    options: anywhere,
    creates: ['edge/shop-tls: shop.example.com'],
  },
  'are not where no namespace can be': {
    given: stream(gateway({ tls: '{mode: SIMPLE, credentialName: "kubernetes://Certs_X/shop-tls"}' }), own),
    options: anywhere,
    creates: [],
    finds: [`certificate-rejected ${tls}.credentialName: "kubernetes://Certs_X/shop-tls"`],
    says: [
      'cert-manager would refuse the Certificate shop-tls, so it is not written. "Certs_X" is not a valid name for a namespace. Use lower-case letters, digits and "-", 63 characters at most, with a letter or digit at both ends.',
    ],
  },
  'say nothing where the credential names its namespace': {
    given: stream(
      gateway({ tls: '{mode: SIMPLE, credentialName: "kubernetes-gateway://certs/shop-tls"}' }),
      deployment(),
      service('istio-system'),
    ),
    options: anywhere,
    creates: ['certs/shop-tls: shop.example.com'],
  },
})

const twice = virtualService('shop', { hosts: '[a.example.com]' })

sourceCases('a VirtualService of a Gateway of Istio', {
  'that is there twice is told, and costs no Certificate': {
    given: stream(gateway({ hosts: '["*"]' }), own, twice, twice),
    creates: ['istio-system/shop-tls: a.example.com'],
    finds: ['duplicate-resource VirtualService/shop metadata.name: "shop"'],
  },
  'that is there twice is told where the Gateway has no namespace yet': {
    given: stream(gateway({ namespace: '""', hosts: '["*"]' }), twice, twice),
    creates: ['/shop-tls: a.example.com'],
    finds: [assumed, 'duplicate-resource VirtualService/shop metadata.name: "shop"'],
    says: [
      "Istio reads the Secrets of a Gateway from the namespace of its pods, which are not in this package: they are taken to run in the namespace of the Gateway. If they don't, name theirs in the annotation ingress-shim.fn.kpt.dev/secret-namespace.",
      'The VirtualService shop is here already (item 2 of the list). Only one of the two can be applied, and where a Certificate has its hosts from it, those of both count. Remove one of them, or give it another name or namespace.',
    ],
  },
  'of another Gateway may be there twice': {
    given: stream(
      gateway(),
      own,
      ...[1, 2].map(() => virtualService('shop', { gateways: '[other]', hosts: '[a.example.com]' })),
    ),
    creates: ['istio-system/shop-tls: shop.example.com'],
  },
  'adds nothing to a server for one of its hosts': {
    given: stream(gateway(), own, virtualService('all', { hosts: '["*.example.com"]' })),
    creates: ['istio-system/shop-tls: shop.example.com'],
  },
  'adds nothing to a server for a wildcard below its own': {
    given: stream(
      gateway({ hosts: '["*.shop.example.com"]' }),
      own,
      virtualService('all', { hosts: '["*.example.com"]' }),
    ),
    creates: ['istio-system/shop-tls: *.shop.example.com'],
  },
  'that never reaches the cluster adds nothing': {
    given: stream(
      gateway({ hosts: '["*"]' }),
      own,
      twice.replace('name: shop,', 'name: shop, annotations: {config.kubernetes.io/local-config: "true"},'),
    ),
    creates: [],
    finds: ['tls-hosts-missing Gateway/edge spec.servers[0].hosts'],
    says: [
      'This server has no host of its own, and no VirtualService here gives it one, so it is skipped and gets no Certificate. List its hosts, or put the VirtualServices of this Gateway into the package.',
    ],
  },
})

const created = ['istio-system/shop-tls: shop.example.com']

sourceCases('a server of a Gateway of Istio', {
  'may name its Secret as a URL': {
    given: stream(gateway({ tls: '{mode: SIMPLE, credentialName: "kubernetes://shop-tls"}' }), own),
    creates: created,
  },
  'wants none for a credential that is no Secret': {
    given: stream(gateway({ tls: '{mode: SIMPLE, credentialName: "builtin://"}' }), own),
    creates: [],
    finds: [`info listener-skipped ${tls}`],
  },
  'wants none for a credential that is invalid on purpose': {
    given: stream(gateway({ tls: '{mode: SIMPLE, credentialName: "invalid://x"}' }), own),
    creates: [],
    finds: [`info listener-skipped ${tls}`],
  },
  'wants none for a credential in a ConfigMap': {
    given: stream(gateway({ tls: '{mode: SIMPLE, credentialName: "configmap://certs/x"}' }), own),
    creates: [],
    finds: [`info listener-skipped ${tls}`],
  },
  'may name the namespace of its Secret in the URL': {
    given: stream(gateway({ tls: '{mode: SIMPLE, credentialName: "kubernetes://certs/shop-tls"}' }), own),
    options: anywhere,
    creates: ['certs/shop-tls: shop.example.com'],
  },
  'wants none for certificates in files that are listed': {
    given: stream(
      gateway({ tls: '{mode: SIMPLE, tlsCertificates: [{serverCertificate: /a.pem, privateKey: /b.pem}]}' }),
      own,
    ),
    creates: [],
    finds: [`info listener-skipped ${tls}`],
  },
  'serves its certificate where clients may have one': {
    given: stream(gateway({ tls: '{mode: OPTIONAL_MUTUAL, credentialName: shop-tls}' }), own),
    creates: created,
  },
  'serves its certificate where clients have one': {
    given: stream(gateway({ tls: '{mode: MUTUAL, credentialName: shop-tls}' }), own),
    creates: created,
  },
  'wants none for files': {
    given: stream(gateway({ tls: '{mode: SIMPLE, serverCertificate: /a.pem, privateKey: /b.pem}' }), own),
    creates: [],
    finds: [`info listener-skipped ${tls}`],
  },
  'is told where it names no certificate': {
    given: stream(gateway({ tls: '{mode: SIMPLE}' }), own),
    creates: [],
    finds: [`tls-secret-name-missing ${tls}.credentialName`],
    says: [
      'This server has no credentialName, so Istio refuses the Gateway, and it gets no Certificate. Name the Secret that the Certificate is to be stored in.',
    ],
  },
  'is told where it has no TLS at all, which Istio refuses': {
    given: stream(gateway({ tls: '' }), own),
    creates: [],
    finds: ['tls-secret-name-missing Gateway/edge spec.servers[0].tls'],
    says: [
      'This server has no tls, so Istio refuses the Gateway, and it gets no Certificate. Write the mode SIMPLE, and name the Secret that the Certificate is to be stored in as credentialName.',
    ],
  },
  'may have its protocol in any case': {
    given: stream(gateway({ protocol: 'tls' }), own),
    creates: created,
  },
  'serves no certificate with another protocol': {
    given: stream(gateway({ protocol: 'HTTP' }), own),
    creates: [],
    finds: ['info listener-skipped Gateway/edge spec.servers[0].port.protocol'],
    says: [
      'This server names a certificate, but Istio only serves one with the protocol HTTPS or TLS, so it gets no Certificate. Use one of these protocols, or remove the credential.',
    ],
  },
  'passes TLS through': {
    given: stream(gateway({ tls: '{mode: PASSTHROUGH, credentialName: shop-tls}' }), own),
    creates: [],
    finds: [`tls-passthrough ${tls}.mode: "PASSTHROUGH"`],
    says: [
      'This server passes TLS through to what is behind it, which has the certificate, and Istio ignores the one that is named here, so none is made. Where Istio is to terminate TLS, use the mode SIMPLE and a credentialName.',
    ],
  },
  'passes TLS through without a mode and a certificate': {
    given: stream(gateway({ tls: '{minProtocolVersion: TLSV1_2}' }), own),
    creates: [],
    finds: [`tls-passthrough ${tls}.mode`],
  },
  'passes TLS through to hosts of the mesh': {
    given: stream(gateway({ tls: '{mode: AUTO_PASSTHROUGH}' }), own),
    creates: [],
    finds: [`tls-passthrough ${tls}.mode: "AUTO_PASSTHROUGH"`],
  },
  'may have the certificates of the mesh': {
    given: stream(gateway({ tls: '{mode: ISTIO_MUTUAL}' }), own),
    creates: [],
  },
  'is refused with ISTIO_MUTUAL and two credentials': {
    given: stream(gateway({ tls: '{mode: ISTIO_MUTUAL, credentialNames: [a, b]}' }), own),
    creates: [],
    finds: [`malformed-resource ${tls}.mode: "ISTIO_MUTUAL"`],
    says: [
      'With ISTIO_MUTUAL, Istio uses certificates of its own, and refuses a Gateway that names one beside it. Remove the credential, or use the mode SIMPLE or MUTUAL.',
    ],
  },
  'is refused with ISTIO_MUTUAL and a credential': {
    given: stream(gateway({ tls: '{mode: ISTIO_MUTUAL, credentialName: shop-tls}' }), own),
    creates: [],
    finds: [`malformed-resource ${tls}.mode: "ISTIO_MUTUAL"`],
  },
  'is refused with a mode that Istio does not have': {
    given: stream(gateway({ tls: '{mode: simple, credentialName: shop-tls}' }), own),
    creates: [],
    finds: [`malformed-resource ${tls}.mode: "simple" -> "SIMPLE"`],
    says: [
      'Istio has no mode simple of TLS, so the API server would refuse this Gateway. Use one of SIMPLE, MUTUAL, OPTIONAL_MUTUAL, PASSTHROUGH, AUTO_PASSTHROUGH, ISTIO_MUTUAL.',
    ],
  },
  'adds its hosts to those of another with the same Secret': {
    given: stream(
      gateway({
        servers: `
  - {port: {number: 8443, name: a, protocol: HTTPS}, hosts: [a.example.com], tls: {mode: SIMPLE, credentialName: shop-tls}}`,
      }),
      own,
    ),
    creates: ['istio-system/shop-tls: a.example.com, shop.example.com'],
  },
  'has each host once, whatever names it': {
    given: stream(
      gateway({ hosts: '[shop.example.com, "prod/shop.example.com", "*"]' }),
      own,
      virtualService('shop', { hosts: '[shop.example.com]' }),
    ),
    creates: created,
  },
  'needs a host': {
    given: stream(gateway({ hosts: '["*"]' }), own),
    creates: [],
    finds: ['tls-hosts-missing Gateway/edge spec.servers[0].hosts'],
  },
  'takes the VirtualServices of its namespaces alone': {
    given: stream(
      gateway({ hosts: '["prod/*"]' }),
      own,
      virtualService('a', { hosts: '[a.example.com]' }),
      virtualService('b', { namespace: 'dev', hosts: '[b.example.com]' }),
    ),
    creates: ['istio-system/shop-tls: a.example.com'],
  },
  'takes no names of the mesh, nor those without a dot': {
    given: stream(
      gateway({ hosts: '["./*"]' }),
      own,
      virtualService('a', {
        namespace: 'istio-system',
        gateways: '[mesh, edge]',
        hosts: '[a, a.example.com]',
      }),
      virtualService('b', { namespace: 'istio-system', gateways: '[mesh]', hosts: '[b.example.com]' }),
    ),
    creates: ['istio-system/shop-tls: a.example.com'],
  },
  'is told of a host that no server with TLS has': {
    given: stream(gateway({ servers: plain.replace('"*"', 'shop.example.com, www.example.com') }), own),
    creates: created,
    finds: ['host-not-covered Gateway/edge spec.servers[0].hosts[1]: "www.example.com"'],
    says: [
      'No TLS server of this Gateway covers www.example.com, so browsers get another certificate there, or none. Add the host to the TLS server that it belongs to, or switch this rule off if you want plain HTTP.',
    ],
  },
  'has a pair with the key algorithms that its names end in': {
    given: stream(gateway({ tls: '{mode: SIMPLE, credentialNames: [shop-rsa, shop-ecdsa]}' }), own),
    certificates: ['rsa', 'ecdsa']
      .map((algorithm) =>
        certificate({ hosts: '  - shop.example.com' })
          .replaceAll('shop-tls', `shop-${algorithm}`)
          .trim()
          .concat(`\n  privateKey:\n    algorithm: ${algorithm.toUpperCase()}\n`),
      )
      .join('---\n'),
  },
  'has a pair that is alike with an annotated algorithm': {
    given: stream(
      gateway({
        annotations:
          'cert-manager.io/cluster-issuer: letsencrypt, cert-manager.io/private-key-algorithm: ECDSA',
        tls: '{mode: SIMPLE, credentialNames: [shop-rsa, shop-ecdsa]}',
      }),
      own,
    ),
    creates: ['istio-system/shop-rsa: shop.example.com', 'istio-system/shop-ecdsa: shop.example.com'],
    finds: [`credential-names-alike ${tls}.credentialNames`],
    says: [
      'Both certificates of this server get a key of the same algorithm, and Istio wants one RSA and one ECDSA, so that every client gets the one that it can use. Remove the annotations for the key, and let the names end in -rsa and -ecdsa.',
    ],
  },
  'has a pair that is alike without names that tell': {
    given: stream(gateway({ tls: '{mode: SIMPLE, credentialNames: [a, b]}' }), own),
    creates: ['istio-system/a: shop.example.com', 'istio-system/b: shop.example.com'],
    finds: [`credential-names-alike ${tls}.credentialNames`],
    says: [
      'Both certificates of this server get a key of the same algorithm, and Istio wants one RSA and one ECDSA, so that every client gets the one that it can use. Let their names end in -rsa and -ecdsa, and each gets a key of that algorithm.',
    ],
  },
  'has the CA of its clients in a Secret beside its own': {
    given: stream(
      gateway({ tls: '{mode: MUTUAL, credentialName: shop-tls}' }),
      own,
      issuer,
      '{apiVersion: v1, kind: Secret, metadata: {name: shop-tls-cacert, namespace: istio-system}, data: {cacert: eA==}}',
    ),
    creates: created,
  },
  'is rejected where a field has the wrong type': {
    given: stream(gateway({ hosts: '[1]', tls: '{mode: 1, credentialName: [a]}' }), own),
    creates: [],
    finds: [
      `malformed-resource Gateway/edge spec.servers[0].hosts[0]: 1`,
      `malformed-resource ${tls}.credentialName: ["a"]`,
      `malformed-resource ${tls}.mode: 1`,
    ],
  },
})

test('of a VirtualService that is there twice, the hosts of both count, and that is said', () => {
  const second = twice.replace('a.example.com', 'b.example.com')
  const { certificates, messages } = scenario(stream(gateway({ hosts: '["*"]' }), own, twice, second))
  expect(certificates).toContain('    - a.example.com\n    - b.example.com\n')
  expect(messages).toEqual([
    'The VirtualService shop is here already (item 3 of the list). Only one of the two can be applied, and where a Certificate has its hosts from it, those of both count. Remove one of them, or give it another name or namespace.',
  ])
})
