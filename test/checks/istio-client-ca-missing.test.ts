import { istioClientCaMissing } from '../../src/checks/istio-client-ca-missing.ts'
import { issuer, ruleCases, stream } from './rule-cases.ts'

const edge = ({
  protocol = 'HTTPS',
  tls = '{mode: MUTUAL, credentialName: shop-tls}',
  annotations = 'cert-manager.io/cluster-issuer: letsencrypt',
} = {}) => `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata:
  name: edge
  namespace: prod
  annotations: {${annotations}, ingress-shim.fn.kpt.dev/secret-namespace: prod}
spec:
  servers:
  - port: {number: 8443, name: plain, protocol: HTTPS}
    hosts: [www.example.com]
    tls: {mode: SIMPLE, credentialName: www-tls}
  - port: {number: 443, name: https, protocol: ${protocol}}
    hosts: [shop.example.com]
    tls: ${tls}
`
const secret = (name: string, namespace = 'prod') => `
apiVersion: v1
kind: Secret
metadata: {name: ${name}, namespace: ${namespace}}
data: {cacert: LS0tLS1CRUdJTg==}
`
const certificate = (secretName: string) => `
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: {name: clients, namespace: prod}
spec: {secretName: ${secretName}, isCA: true, commonName: clients, issuerRef: {name: ca}}
`
const found = 'Gateway/edge spec.servers[1].tls.caCertCredentialName'

ruleCases(istioClientCaMissing, {
  hits: [
    ['the mode MUTUAL without a CA', stream(edge(), issuer()), [found]],
    [
      'the mode OPTIONAL_MUTUAL without a CA',
      stream(edge({ tls: '{mode: OPTIONAL_MUTUAL, credentialName: shop-tls}' }), issuer()),
      [found],
    ],
    [
      'a pair of certificates, once, for their clients are the same',
      stream(edge({ tls: '{mode: MUTUAL, credentialNames: [shop-rsa, shop-ecdsa]}' }), issuer()),
      [found],
    ],
    [
      'a CA whose Secret is in another namespace',
      stream(edge(), issuer(), secret('shop-tls-cacert', 'certs')),
      [found],
    ],
  ],
  misses: [
    ['the mode SIMPLE', stream(edge({ tls: '{mode: SIMPLE, credentialName: shop-tls}' }), issuer())],
    [
      'a CA that the server names',
      stream(edge({ tls: '{mode: MUTUAL, credentialName: shop-tls, caCertCredentialName: ca}' }), issuer()),
    ],
    ['a CA in the Secret beside', stream(edge(), issuer(), secret('shop-tls-cacert'))],
    ['a CA that a Certificate puts there', stream(edge(), issuer(), certificate('shop-tls-cacert'))],
    ['an issuer that puts its CA into the Secret', stream(edge(), issuer({ spec: 'ca: {secretName: ca}' }))],
    ['an issuer that is not in the package', edge()],
    [
      'a Secret whose name is filled in later',
      stream(edge({ tls: '{mode: MUTUAL, credentialName: "${SECRET}"}' }), issuer()),
    ],
    ['a server without TLS', stream(edge({ protocol: 'HTTP' }), issuer())],
  ],
  reads: [
    stream(edge(), issuer()),
    'With the mode MUTUAL, clients have to show a certificate, and the Secret shop-tls has no CA to check it with, since ClusterIssuer letsencrypt is an ACME issuer. Put the CA of your clients into a Secret shop-tls-cacert, or name its Secret in caCertCredentialName.',
  ],
})
