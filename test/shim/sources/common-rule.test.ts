import { sourceCases } from './source-cases.ts'

const apisixTls = ({ name = 'shop', namespace = 'prod', secret = 'shop-tls', annotations = '' } = {}) => `
apiVersion: apisix.apache.org/v2
kind: ApisixTls
metadata: {name: ${name}, namespace: ${namespace}, annotations: {cert-manager.io/issuer: ca${annotations}}}
spec: {hosts: [shop.example.com], secret: {name: ${secret}, namespace: certs}}
`
const issuerIn = (namespace: string) => `
apiVersion: cert-manager.io/v1
kind: Issuer
metadata: {name: ca, namespace: ${namespace}}
spec: {ca: {secretName: ca}}
`
const certificate = ({
  source = 'ApisixTls.apisix.apache.org/prod/shop',
  name = 'shop-tls',
  owner = '',
} = {}) => `
apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: ${name}
  namespace: certs
  ${owner === '' ? `annotations: {ingress-shim.fn.kpt.dev/source: ${source}}` : `ownerReferences: [${owner}]`}
spec:
  secretName: ${name}
  issuerRef: {name: ca, kind: Issuer, group: cert-manager.io}
  dnsNames: [shop.example.com]
  usages: [digital signature, key encipherment]
`
const stream = (...documents: readonly string[]) => documents.join('\n---\n')
const options = { secretNamespaces: ['certs'] }

sourceCases('a Certificate outside the namespace of its source', {
  'is left alone by a second run': {
    given: stream(apisixTls(), certificate()),
    options,
    creates: [],
  },
  'is updated where the source asks for something else': {
    given: stream(apisixTls({ annotations: ', cert-manager.io/duration: 2160h' }), certificate()),
    options,
    creates: ['update shop-tls'],
  },
  'is created in any namespace where all are allowed': {
    given: apisixTls(),
    options: { secretNamespaces: ['*'] },
    creates: ['certs/shop-tls: shop.example.com'],
  },
  'needs an Issuer in its own namespace': {
    given: stream(apisixTls(), issuerIn('prod')),
    options,
    creates: ['certs/shop-tls: shop.example.com'],
    finds: ['issuer-elsewhere ApisixTls/shop metadata.annotations[cert-manager.io/issuer]: "ca"'],
  },
  'finds an Issuer in its own namespace': {
    given: stream(apisixTls(), issuerIn('certs')),
    options,
    creates: ['certs/shop-tls: shop.example.com'],
  },
  'does not take the Secret of that Issuer': {
    given: stream(apisixTls({ secret: 'ca' }), issuerIn('certs')),
    options,
    creates: ['certs/ca: shop.example.com'],
    finds: ['issuer-secret-overwritten ApisixTls/shop spec.secret.name: "ca"'],
  },
  'is kept while its source is rejected': {
    given: stream(apisixTls({ annotations: ', cert-manager.io/duration: 90d' }), certificate()),
    options,
    creates: [],
    finds: [
      'invalid-annotation ApisixTls/shop metadata.annotations[cert-manager.io/duration]: "90d" -> "2160h"',
    ],
    says: [
      'cert-manager.io/duration can\'t be read: "90d" has an unknown unit "d"; Go durations use h, m and s. cert-manager issues nothing for this ApisixTls until it is corrected. Write it in hours, minutes and seconds, such as 2160h for 90 days.',
    ],
  },
  'is kept while its source names the Secret, although nothing is allowed there any more': {
    given: stream(apisixTls(), certificate()),
    creates: [],
    finds: [
      'secret-elsewhere ApisixTls/shop spec.secret.name: "shop-tls"',
      'certificate-kept ApisixTls/shop spec.secret.name: "shop-tls"',
    ],
    says: [
      'The Secret shop-tls is in the namespace certs, and Certificates are only created in the namespace of their source unless others are allowed. Write a Certificate shop-tls for shop.example.com in certs, or allow it with secretNamespaces: [certs] in the functionConfig.',
      "This ApisixTls names the Secret shop-tls without asking for a certificate. The Certificate shop-tls, generated when a source did ask, is kept so that this certificate doesn't expire, but nothing updates it any more. Add cert-manager.io/cluster-issuer or cert-manager.io/issuer here to have it managed again, or delete that Certificate.",
    ],
  },
  'is removed when its source names another Secret': {
    given: stream(apisixTls({ secret: 'new-tls' }), certificate()),
    options,
    creates: ['certs/new-tls: shop.example.com', 'remove shop-tls'],
    finds: ['certificate-removed Certificate/shop-tls'],
  },
  'goes to the first of two sources in different namespaces': {
    given: stream(
      apisixTls({ annotations: ', cert-manager.io/duration: 2160h' }),
      apisixTls({ namespace: 'dev' }),
    ),
    options,
    creates: ['certs/shop-tls: shop.example.com'],
    finds: ['secret-shared ApisixTls/shop spec.secret.name: "shop-tls"'],
    says: [
      'The Secret shop-tls will hold the certificate of ApisixTls.apisix.apache.org/prod/shop, which asks for other contents, so this ApisixTls would silently be served that one. Take the issuer annotation off this one if that certificate is meant for both, or use another secretName here.',
    ],
  },
  "is somebody else's where a resource of its own namespace controls it": {
    given: stream(
      apisixTls(),
      certificate({
        owner: '{apiVersion: apisix.apache.org/v2, kind: ApisixTls, name: shop, controller: true}',
      }),
    ),
    options,
    creates: [],
    finds: ['certificate-not-ours ApisixTls/shop spec.secret.name: "shop-tls"'],
    says: [
      'A Certificate shop-tls that was not made for this ApisixTls already exists and is left alone. It covers all hosts that are wanted here. Take the issuer annotation off this one to serve with that certificate, or use another secretName here.',
    ],
  },
})

const routeGroup = (tls = '[{hosts: [example.com], secretName: web-tls}]') => `
apiVersion: zalando.org/v1
kind: RouteGroup
metadata: {name: web, namespace: certs}
spec: {hosts: [example.com], tls: ${tls}}
`

sourceCases('a kind beside those of cert-manager', {
  'keeps a Certificate alive by naming its Secret, annotated or not': {
    given: stream(routeGroup(), certificate({ name: 'web-tls', source: 'Ingress/web' })),
    creates: [],
    finds: ['certificate-kept RouteGroup/web spec.tls[0].secretName: "web-tls"'],
  },
  'is there for a Certificate that nothing needs any more': {
    given: stream(routeGroup('[]'), certificate({ name: 'web-tls', source: 'RouteGroup.zalando.org/web' })),
    creates: ['remove web-tls'],
    finds: ['certificate-removed Certificate/web-tls'],
  },
  'is no source twice in one directory': {
    given: stream(apisixTls(), apisixTls()),
    options,
    creates: [],
    finds: ['duplicate-resource ApisixTls/shop metadata.name: "shop"'],
    says: [
      'The ApisixTls shop is here already (item 1 of the list). Only one of the two can be applied, so neither is used or changed here. Remove one of them, or give it another name or namespace.',
    ],
  },
  'can be switched off': {
    given: apisixTls({ annotations: ', cert-manager.io/usage: x' }),
    options: { ...options, sources: ['Ingress'] },
    creates: [],
  },
  'is told of a version that it does not have': {
    given: apisixTls().replace('apisix.apache.org/v2', 'apisix.apache.org/v1'),
    creates: [],
    finds: ['source-not-served ApisixTls/shop metadata.annotations[cert-manager.io/issuer]: "ca"'],
  },
})
