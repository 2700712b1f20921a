import { sourceCases } from './source-cases.ts'

const tcpIngress = ({
  rules = '[{host: db.example.com, port: 9443, backend: {serviceName: db, servicePort: 5432}}]',
  tls = '[{hosts: [db.example.com], secretName: db-tls}]',
} = {}) => `
apiVersion: configuration.konghq.com/v1beta1
kind: TCPIngress
metadata: {name: db, namespace: prod, annotations: {cert-manager.io/issuer: ca, kubernetes.io/ingress.class: kong}}
spec:
  rules: ${rules}
  tls: ${tls}
`

sourceCases('a TCPIngress', {
  'gets a Certificate for each Secret that its TLS blocks name': {
    given: tcpIngress(),
    certificates: `
apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: db-tls
  namespace: prod
  annotations:
    ingress-shim.fn.kpt.dev/source: TCPIngress.configuration.konghq.com/db
spec:
  secretName: db-tls
  issuerRef:
    name: ca
    kind: Issuer
    group: cert-manager.io
  dnsNames:
  - db.example.com
  usages:
  - digital signature
  - key encipherment
`,
  },
  'gets one Certificate where two TLS blocks name the same Secret': {
    given: tcpIngress({
      rules: '[{port: 9443}]',
      tls: '[{hosts: [a.example.com], secretName: db-tls}, {hosts: [b.example.com, a.example.com], secretName: db-tls}]',
    }),
    creates: ['prod/db-tls: a.example.com, b.example.com'],
  },
  'is told of a host without a certificate, and of a certificate without a host': {
    given: tcpIngress({ tls: '[{hosts: [bd.example.com], secretName: db-tls}]' }),
    creates: ['prod/db-tls: bd.example.com'],
    finds: [
      'host-not-covered TCPIngress/db spec.rules[0].host: "db.example.com"',
      'host-not-routed TCPIngress/db spec.tls[0].hosts[0]: "bd.example.com"',
    ],
  },
  'is told of a TLS block without hosts or a Secret': {
    given: tcpIngress({ rules: '[]', tls: '[{secretName: db-tls}, {hosts: [db.example.com]}]' }),
    creates: [],
    finds: [
      'tls-hosts-missing TCPIngress/db spec.tls[0].hosts',
      'tls-secret-name-missing TCPIngress/db spec.tls[1].secretName',
    ],
  },
  'is told where it asks for Certificates without a TLS block': {
    given: tcpIngress({ tls: '[]' }),
    creates: [],
    finds: ['tls-missing TCPIngress/db spec.tls'],
  },
  'is rejected where a field has the wrong type': {
    given: tcpIngress({ tls: '[{hosts: db.example.com, secretName: db-tls}]' }),
    creates: [],
    finds: ['malformed-resource TCPIngress/db spec.tls[0].hosts: "db.example.com"'],
  },
})
