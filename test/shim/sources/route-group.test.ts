import { sourceCases } from './source-cases.ts'

const routeGroup = ({
  annotations = 'cert-manager.io/cluster-issuer: letsencrypt',
  hosts = '[shop.example.com, www.example.com]',
  tls = '[{hosts: [shop.example.com, www.example.com], secretName: shop-tls}]',
} = {}) => `
apiVersion: zalando.org/v1
kind: RouteGroup
metadata: {name: shop, namespace: prod, labels: {app: shop}, annotations: {${annotations}}}
spec:
  hosts: ${hosts}
  backends: [{name: shop, type: service, serviceName: shop, servicePort: 80}]
  tls: ${tls}
`

sourceCases('a RouteGroup', {
  'gets a Certificate for each Secret that its TLS blocks name': {
    given: routeGroup(),
    certificates: `
apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: shop-tls
  namespace: prod
  labels:
    app: shop
  annotations:
    ingress-shim.fn.kpt.dev/source: RouteGroup.zalando.org/shop
spec:
  secretName: shop-tls
  issuerRef:
    name: letsencrypt
    kind: ClusterIssuer
    group: cert-manager.io
  dnsNames:
  - shop.example.com
  - www.example.com
  usages:
  - digital signature
  - key encipherment
`,
  },
  'gets one Certificate where two TLS blocks name the same Secret': {
    given: routeGroup({
      tls: '[{hosts: [www.example.com], secretName: shop-tls}, {hosts: [shop.example.com, www.example.com], secretName: shop-tls}]',
    }),
    creates: ['prod/shop-tls: www.example.com, shop.example.com'],
  },
  'is served a certificate for the hosts that it routes, and for no others': {
    given: routeGroup({ hosts: '[shop.example.com]' }),
    creates: ['prod/shop-tls: shop.example.com'],
    finds: ['host-not-routed RouteGroup/shop spec.tls[0].hosts[1]: "www.example.com"'],
  },
  'gets no Certificate for a TLS block with hosts that it does not route': {
    given: routeGroup({ hosts: '[example.com]' }),
    creates: [],
    finds: [
      'tls-hosts-missing RouteGroup/shop spec.tls[0].hosts',
      'host-not-covered RouteGroup/shop spec.hosts[0]: "example.com"',
      'host-not-routed RouteGroup/shop spec.tls[0].hosts[0]: "shop.example.com"',
      'host-not-routed RouteGroup/shop spec.tls[0].hosts[1]: "www.example.com"',
    ],
    says: [
      'No host of this TLS block is among spec.hosts, so Skipper skips it, and it gets no Certificate. Add its hosts to spec.hosts.',
      'No TLS block of this RouteGroup covers example.com, so browsers get another certificate there, or none. Add the host to the TLS block that it belongs to, or switch this rule off if you want plain HTTP.',
      "No route of this RouteGroup is for shop.example.com, so its controller doesn't serve that host with this certificate, and the host is left out of it. Check its spelling, add it to the hosts of this RouteGroup, or remove it from the TLS block.",
      "No route of this RouteGroup is for www.example.com, so its controller doesn't serve that host with this certificate, and the host is left out of it. Check its spelling, add it to the hosts of this RouteGroup, or remove it from the TLS block.",
    ],
  },
  'is told of a host that no TLS block covers': {
    given: routeGroup({ tls: '[{hosts: [shop.example.com], secretName: shop-tls}]' }),
    creates: ['prod/shop-tls: shop.example.com'],
    finds: ['host-not-covered RouteGroup/shop spec.hosts[1]: "www.example.com"'],
  },
  'is told of a TLS block without hosts or a Secret': {
    given: routeGroup({ tls: '[{secretName: shop-tls}, {hosts: [shop.example.com, www.example.com]}]' }),
    creates: [],
    finds: [
      'tls-hosts-missing RouteGroup/shop spec.tls[0].hosts',
      'tls-secret-name-missing RouteGroup/shop spec.tls[1].secretName',
    ],
    says: [
      'This TLS block has no hosts, so it is skipped and gets no Certificate. List the hosts that the Certificate is for.',
      'This TLS block has no secretName, so it is skipped and gets no Certificate. Name the Secret that the Certificate is to be stored in.',
    ],
  },
  'is told where it asks for Certificates without a TLS block': {
    given: routeGroup({ tls: '[]' }),
    creates: [],
    finds: ['tls-missing RouteGroup/shop spec.tls'],
  },
  'is rejected where a field has the wrong type': {
    given: routeGroup({ hosts: 'shop.example.com', tls: '[{hosts: [1], secretName: [shop-tls]}]' }),
    creates: [],
    finds: [
      'malformed-resource RouteGroup/shop spec.hosts: "shop.example.com"',
      'malformed-resource RouteGroup/shop spec.tls[0].secretName: ["shop-tls"]',
      'malformed-resource RouteGroup/shop spec.tls[0].hosts[0]: 1',
    ],
  },
  'is no source without an issuer annotation': {
    given: routeGroup({ annotations: '' }),
    creates: [],
  },
  'does not read auto annotations, which Skipper has nothing to do with': {
    given: routeGroup({ annotations: 'kubernetes.io/tls-acme: "true"' }),
    creates: [],
    finds: ['ignored-annotation RouteGroup/shop metadata.annotations[kubernetes.io/tls-acme]: "true"'],
    options: { defaultIssuerName: 'letsencrypt' },
  },
  'may not be edited by HTTP-01, but can choose its Ingress class': {
    given: routeGroup({
      annotations:
        'cert-manager.io/issuer: le, acme.cert-manager.io/http01-edit-in-place: "true", acme.cert-manager.io/http01-ingress-class: skipper',
    }),
    certificates: `
apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: shop-tls
  namespace: prod
  labels:
    app: shop
  annotations:
    ingress-shim.fn.kpt.dev/source: RouteGroup.zalando.org/shop
    acme.cert-manager.io/http01-override-ingress-class: skipper
spec:
  secretName: shop-tls
  issuerRef:
    name: le
    kind: Issuer
    group: cert-manager.io
  dnsNames:
  - shop.example.com
  - www.example.com
  usages:
  - digital signature
  - key encipherment
`,
    finds: [
      'ignored-annotation RouteGroup/shop metadata.annotations[acme.cert-manager.io/http01-edit-in-place]: "true"',
    ],
  },
})
