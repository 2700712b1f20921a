import { readingCases } from '../reading.ts'

readingCases(['networking.istio.io/v1', 'Gateway'], {
  'with a server': {
    spec: '{servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: [a.com], tls: {mode: SIMPLE, credentialName: web-tls}}]}',
    annotations: 'cert-manager.io/issuer: ca, ingress-shim.fn.kpt.dev/secret-namespace: prod',
    reads: [
      '1 × TLS server in spec.servers',
      'names a.com',
      'names the Secret prod/web-tls (spec.servers[0].tls.credentialName)',
      'wants the Secret prod/web-tls (spec.servers[0].tls.credentialName) for a.com (spec.servers[0].hosts[0])',
      'routes a.com (spec.servers[0].hosts[0])',
      'routes all other hosts',
    ],
  },
  'with hosts of a namespace': {
    spec: '{servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: [prod/a.com, ./b.com, "*/c.com"], tls: {mode: SIMPLE, credentialName: web-tls}}]}',
    annotations: 'cert-manager.io/issuer: ca, ingress-shim.fn.kpt.dev/secret-namespace: prod',
    reads: [
      '1 × TLS server in spec.servers',
      'names a.com, b.com, c.com',
      'names the Secret prod/web-tls (spec.servers[0].tls.credentialName)',
      'wants the Secret prod/web-tls (spec.servers[0].tls.credentialName) for a.com (spec.servers[0].hosts[0]: prod/a.com), b.com (spec.servers[0].hosts[1]: ./b.com), c.com (spec.servers[0].hosts[2]: */c.com)',
      'routes a.com (spec.servers[0].hosts[0]: prod/a.com)',
      'routes b.com (spec.servers[0].hosts[1]: ./b.com)',
      'routes c.com (spec.servers[0].hosts[2]: */c.com)',
      'routes all other hosts',
    ],
  },
  'with two Secrets of different keys': {
    spec: '{servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: [a.com], tls: {mode: SIMPLE, credentialNames: [web-rsa, web-ecdsa]}}]}',
    annotations: 'cert-manager.io/issuer: ca, ingress-shim.fn.kpt.dev/secret-namespace: prod',
    reads: [
      '1 × TLS server in spec.servers',
      'names a.com',
      'names the Secret prod/web-rsa (spec.servers[0].tls.credentialNames[0])',
      'names the Secret prod/web-ecdsa (spec.servers[0].tls.credentialNames[1])',
      'wants the Secret prod/web-rsa (spec.servers[0].tls.credentialNames[0]) for a.com (spec.servers[0].hosts[0]), with a key of RSA',
      'wants the Secret prod/web-ecdsa (spec.servers[0].tls.credentialNames[1]) for a.com (spec.servers[0].hosts[0]), with a key of ECDSA',
      'routes a.com (spec.servers[0].hosts[0])',
      'routes all other hosts',
    ],
  },
  'with two Secrets whose names say nothing': {
    spec: '{servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: [a.com], tls: {mode: SIMPLE, credentialNames: [one, two]}}]}',
    annotations: 'cert-manager.io/issuer: ca, ingress-shim.fn.kpt.dev/secret-namespace: prod',
    reads: [
      '1 × TLS server in spec.servers',
      'names a.com',
      'names the Secret prod/one (spec.servers[0].tls.credentialNames[0])',
      'names the Secret prod/two (spec.servers[0].tls.credentialNames[1])',
      'wants the Secret prod/one (spec.servers[0].tls.credentialNames[0]) for a.com (spec.servers[0].hosts[0])',
      'wants the Secret prod/two (spec.servers[0].tls.credentialNames[1]) for a.com (spec.servers[0].hosts[0])',
      'routes a.com (spec.servers[0].hosts[0])',
      'routes all other hosts',
      'info credential-names-alike spec.servers[0].tls.credentialNames',
    ],
  },
  'with two Secrets of which one name says something': {
    spec: '{servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: [a.com], tls: {mode: SIMPLE, credentialNames: [one, web-ecdsa]}}]}',
    annotations: 'cert-manager.io/issuer: ca, ingress-shim.fn.kpt.dev/secret-namespace: prod',
    reads: [
      '1 × TLS server in spec.servers',
      'names a.com',
      'names the Secret prod/one (spec.servers[0].tls.credentialNames[0])',
      'names the Secret prod/web-ecdsa (spec.servers[0].tls.credentialNames[1])',
      'wants the Secret prod/one (spec.servers[0].tls.credentialNames[0]) for a.com (spec.servers[0].hosts[0])',
      'wants the Secret prod/web-ecdsa (spec.servers[0].tls.credentialNames[1]) for a.com (spec.servers[0].hosts[0]), with a key of ECDSA',
      'routes a.com (spec.servers[0].hosts[0])',
      'routes all other hosts',
    ],
  },
  'with two Secrets whose keys are annotated': {
    spec: '{servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: [a.com], tls: {mode: SIMPLE, credentialNames: [web-rsa, web-ecdsa]}}]}',
    annotations:
      'cert-manager.io/issuer: ca, ingress-shim.fn.kpt.dev/secret-namespace: prod, cert-manager.io/private-key-algorithm: RSA',
    reads: [
      '1 × TLS server in spec.servers',
      'names a.com',
      'names the Secret prod/web-rsa (spec.servers[0].tls.credentialNames[0])',
      'names the Secret prod/web-ecdsa (spec.servers[0].tls.credentialNames[1])',
      'wants the Secret prod/web-rsa (spec.servers[0].tls.credentialNames[0]) for a.com (spec.servers[0].hosts[0])',
      'wants the Secret prod/web-ecdsa (spec.servers[0].tls.credentialNames[1]) for a.com (spec.servers[0].hosts[0])',
      'routes a.com (spec.servers[0].hosts[0])',
      'routes all other hosts',
      'info credential-names-alike spec.servers[0].tls.credentialNames',
    ],
  },
  'with two Secrets whose size of keys is annotated': {
    spec: '{servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: [a.com], tls: {mode: SIMPLE, credentialNames: [web-rsa, web-ecdsa]}}]}',
    annotations:
      'cert-manager.io/issuer: ca, ingress-shim.fn.kpt.dev/secret-namespace: prod, cert-manager.io/private-key-size: "4096"',
    reads: [
      '1 × TLS server in spec.servers',
      'names a.com',
      'names the Secret prod/web-rsa (spec.servers[0].tls.credentialNames[0])',
      'names the Secret prod/web-ecdsa (spec.servers[0].tls.credentialNames[1])',
      'wants the Secret prod/web-rsa (spec.servers[0].tls.credentialNames[0]) for a.com (spec.servers[0].hosts[0])',
      'wants the Secret prod/web-ecdsa (spec.servers[0].tls.credentialNames[1]) for a.com (spec.servers[0].hosts[0])',
      'routes a.com (spec.servers[0].hosts[0])',
      'routes all other hosts',
      'info credential-names-alike spec.servers[0].tls.credentialNames',
    ],
  },
  'with a Secret of another namespace': {
    spec: '{servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: [a.com], tls: {mode: SIMPLE, credentialName: certs/web-tls}}]}',
    annotations: 'cert-manager.io/issuer: ca, ingress-shim.fn.kpt.dev/secret-namespace: prod',
    reads: [
      '1 × TLS server in spec.servers',
      'names a.com',
      'names the Secret certs/web-tls (spec.servers[0].tls.credentialName: certs/web-tls)',
      'routes a.com (spec.servers[0].hosts[0])',
      'routes all other hosts',
      'info secret-elsewhere spec.servers[0].tls.credentialName: "certs/web-tls"',
    ],
  },
  'with a Secret as a URL': {
    spec: '{servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: [a.com], tls: {mode: SIMPLE, credentialName: "kubernetes://web-tls"}}]}',
    annotations: 'cert-manager.io/issuer: ca, ingress-shim.fn.kpt.dev/secret-namespace: prod',
    reads: [
      '1 × TLS server in spec.servers',
      'names a.com',
      'names the Secret prod/web-tls (spec.servers[0].tls.credentialName: kubernetes://web-tls)',
      'wants the Secret prod/web-tls (spec.servers[0].tls.credentialName: kubernetes://web-tls) for a.com (spec.servers[0].hosts[0])',
      'routes a.com (spec.servers[0].hosts[0])',
      'routes all other hosts',
    ],
  },
  'with a Secret as the URL of gateways': {
    spec: '{servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: [a.com], tls: {mode: SIMPLE, credentialName: "kubernetes-gateway://certs/web-tls"}}]}',
    annotations: 'cert-manager.io/issuer: ca, ingress-shim.fn.kpt.dev/secret-namespace: prod',
    reads: [
      '1 × TLS server in spec.servers',
      'names a.com',
      'names the Secret certs/web-tls (spec.servers[0].tls.credentialName: kubernetes-gateway://certs/web-tls)',
      'routes a.com (spec.servers[0].hosts[0])',
      'routes all other hosts',
      'info secret-elsewhere spec.servers[0].tls.credentialName: "kubernetes-gateway://certs/web-tls"',
    ],
  },
  'with a certificate of another kind': {
    spec: '{servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: [a.com], tls: {mode: SIMPLE, credentialName: "configmap://web-tls"}}]}',
    annotations: 'cert-manager.io/issuer: ca, ingress-shim.fn.kpt.dev/secret-namespace: prod',
    reads: [
      '1 × TLS server in spec.servers',
      'names a.com',
      'routes a.com (spec.servers[0].hosts[0])',
      'routes all other hosts',
      'info listener-skipped spec.servers[0].tls',
    ],
  },
  'with a Secret without a name': {
    spec: '{servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: [a.com], tls: {mode: SIMPLE, credentialName: "certs/"}}]}',
    annotations: 'cert-manager.io/issuer: ca, ingress-shim.fn.kpt.dev/secret-namespace: prod',
    reads: [
      '1 × TLS server in spec.servers',
      'names a.com',
      'routes a.com (spec.servers[0].hosts[0])',
      'routes all other hosts',
      'info listener-skipped spec.servers[0].tls',
    ],
  },
  'with a file in place of a Secret': {
    spec: '{servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: [a.com], tls: {mode: SIMPLE, serverCertificate: /a.pem}}]}',
    annotations: 'cert-manager.io/issuer: ca, ingress-shim.fn.kpt.dev/secret-namespace: prod',
    reads: [
      '1 × TLS server in spec.servers',
      'names a.com',
      'routes a.com (spec.servers[0].hosts[0])',
      'routes all other hosts',
      'info listener-skipped spec.servers[0].tls',
    ],
  },
  'with an empty file name': {
    spec: '{servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: [a.com], tls: {mode: SIMPLE, serverCertificate: "", privateKey: ""}}]}',
    annotations: 'cert-manager.io/issuer: ca, ingress-shim.fn.kpt.dev/secret-namespace: prod',
    reads: [
      '1 × TLS server in spec.servers',
      'names a.com',
      'routes a.com (spec.servers[0].hosts[0])',
      'routes all other hosts',
      'warning tls-secret-name-missing spec.servers[0].tls.credentialName',
    ],
  },
  'without a Secret': {
    spec: '{servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: [a.com], tls: {mode: SIMPLE}}]}',
    annotations: 'cert-manager.io/issuer: ca, ingress-shim.fn.kpt.dev/secret-namespace: prod',
    reads: [
      '1 × TLS server in spec.servers',
      'names a.com',
      'routes a.com (spec.servers[0].hosts[0])',
      'routes all other hosts',
      'warning tls-secret-name-missing spec.servers[0].tls.credentialName',
    ],
  },
  'without tls': {
    spec: '{servers: [{port: {protocol: HTTPS}, hosts: [a.com]}]}',
    annotations: 'cert-manager.io/issuer: ca, ingress-shim.fn.kpt.dev/secret-namespace: prod',
    reads: [
      '1 × TLS server in spec.servers',
      'names a.com',
      'routes a.com (spec.servers[0].hosts[0])',
      'routes all other hosts',
      'warning tls-secret-name-missing spec.servers[0].tls',
    ],
  },
  'without a mode': {
    spec: '{servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: [a.com], tls: {credentialName: web-tls}}]}',
    annotations: 'cert-manager.io/issuer: ca, ingress-shim.fn.kpt.dev/secret-namespace: prod',
    reads: [
      '1 × TLS server in spec.servers',
      'names a.com',
      'names the Secret prod/web-tls (spec.servers[0].tls.credentialName)',
      'routes a.com (spec.servers[0].hosts[0])',
      'routes all other hosts',
      'warning istio-tls-mode-missing spec.servers[0].tls.mode -> "SIMPLE"',
    ],
  },
  'without a mode and a Secret': {
    spec: '{servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: [a.com], tls: {}}]}',
    annotations: 'cert-manager.io/issuer: ca, ingress-shim.fn.kpt.dev/secret-namespace: prod',
    reads: [
      '1 × TLS server in spec.servers',
      'names a.com',
      'routes a.com (spec.servers[0].hosts[0])',
      'routes all other hosts',
      'info tls-passthrough spec.servers[0].tls.mode',
    ],
  },
  'where TLS is passed through': {
    spec: '{servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: [a.com], tls: {mode: PASSTHROUGH, credentialName: web-tls}}]}',
    annotations: 'cert-manager.io/issuer: ca, ingress-shim.fn.kpt.dev/secret-namespace: prod',
    reads: [
      '1 × TLS server in spec.servers',
      'names a.com',
      'names the Secret prod/web-tls (spec.servers[0].tls.credentialName)',
      'routes a.com (spec.servers[0].hosts[0])',
      'routes all other hosts',
      'info tls-passthrough spec.servers[0].tls.mode: "PASSTHROUGH"',
    ],
  },
  'with the certificates of the mesh': {
    spec: '{servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: [a.com], tls: {mode: ISTIO_MUTUAL}}]}',
    annotations: 'cert-manager.io/issuer: ca, ingress-shim.fn.kpt.dev/secret-namespace: prod',
    reads: [
      '1 × TLS server in spec.servers',
      'names a.com',
      'routes a.com (spec.servers[0].hosts[0])',
      'routes all other hosts',
    ],
  },
  'with the certificates of the mesh and a Secret': {
    spec: '{servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: [a.com], tls: {mode: ISTIO_MUTUAL, credentialName: web-tls}}]}',
    annotations: 'cert-manager.io/issuer: ca, ingress-shim.fn.kpt.dev/secret-namespace: prod',
    reads: [
      '1 × TLS server in spec.servers',
      'names a.com',
      'names the Secret prod/web-tls (spec.servers[0].tls.credentialName)',
      'routes a.com (spec.servers[0].hosts[0])',
      'routes all other hosts',
      'error malformed-resource spec.servers[0].tls.mode: "ISTIO_MUTUAL"',
    ],
  },
  'with a mode in lower case': {
    spec: '{servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: [a.com], tls: {mode: simple, credentialName: web-tls}}]}',
    annotations: 'cert-manager.io/issuer: ca, ingress-shim.fn.kpt.dev/secret-namespace: prod',
    reads: [
      '1 × TLS server in spec.servers',
      'names a.com',
      'names the Secret prod/web-tls (spec.servers[0].tls.credentialName)',
      'routes a.com (spec.servers[0].hosts[0])',
      'routes all other hosts',
      'error malformed-resource spec.servers[0].tls.mode: "simple" -> "SIMPLE"',
    ],
  },
  'with a mode that nobody knows': {
    spec: '{servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: [a.com], tls: {mode: TWOFOLD, credentialName: web-tls}}]}',
    annotations: 'cert-manager.io/issuer: ca, ingress-shim.fn.kpt.dev/secret-namespace: prod',
    reads: [
      '1 × TLS server in spec.servers',
      'names a.com',
      'names the Secret prod/web-tls (spec.servers[0].tls.credentialName)',
      'routes a.com (spec.servers[0].hosts[0])',
      'routes all other hosts',
      'error malformed-resource spec.servers[0].tls.mode: "TWOFOLD"',
    ],
  },
  'with a placeholder for the mode': {
    spec: '{servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: [a.com], tls: {mode: "${MODE}", credentialName: web-tls}}]}',
    annotations: 'cert-manager.io/issuer: ca, ingress-shim.fn.kpt.dev/secret-namespace: prod',
    reads: [
      '1 × TLS server in spec.servers',
      'names a.com',
      'names the Secret prod/web-tls (spec.servers[0].tls.credentialName)',
      'wants the Secret prod/web-tls (spec.servers[0].tls.credentialName) for a.com (spec.servers[0].hosts[0])',
      'routes a.com (spec.servers[0].hosts[0])',
      'routes all other hosts',
    ],
  },
  'with clients that have certificates': {
    spec: '{servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: [a.com], tls: {mode: MUTUAL, credentialName: web-tls}}]}',
    annotations: 'cert-manager.io/issuer: ca, ingress-shim.fn.kpt.dev/secret-namespace: prod',
    reads: [
      '1 × TLS server in spec.servers',
      'names a.com',
      'names the Secret prod/web-tls (spec.servers[0].tls.credentialName)',
      'wants the Secret prod/web-tls (spec.servers[0].tls.credentialName) for a.com (spec.servers[0].hosts[0])',
      'routes a.com (spec.servers[0].hosts[0])',
      'routes all other hosts',
    ],
  },
  'with a protocol in lower case': {
    spec: '{servers: [{port: {protocol: https}, hosts: [a.com], tls: {mode: SIMPLE, credentialName: web-tls}}]}',
    annotations: 'cert-manager.io/issuer: ca, ingress-shim.fn.kpt.dev/secret-namespace: prod',
    reads: [
      '1 × TLS server in spec.servers',
      'names a.com',
      'names the Secret prod/web-tls (spec.servers[0].tls.credentialName)',
      'wants the Secret prod/web-tls (spec.servers[0].tls.credentialName) for a.com (spec.servers[0].hosts[0])',
      'routes a.com (spec.servers[0].hosts[0])',
      'routes all other hosts',
    ],
  },
  'with a protocol without TLS': {
    spec: '{servers: [{port: {protocol: HTTP}, hosts: [a.com], tls: {mode: SIMPLE, credentialName: web-tls}}]}',
    annotations: 'cert-manager.io/issuer: ca, ingress-shim.fn.kpt.dev/secret-namespace: prod',
    reads: [
      '1 × TLS server in spec.servers',
      'names a.com',
      'names the Secret prod/web-tls (spec.servers[0].tls.credentialName)',
      'routes a.com (spec.servers[0].hosts[0])',
      'routes all other hosts',
      'info listener-skipped spec.servers[0].port.protocol',
    ],
  },
  'with a protocol without TLS, and no Secret': {
    spec: '{servers: [{port: {protocol: HTTP}, hosts: [a.com], tls: {httpsRedirect: true}}]}',
    annotations: 'cert-manager.io/issuer: ca, ingress-shim.fn.kpt.dev/secret-namespace: prod',
    reads: [
      '0 × TLS server in spec.servers',
      'routes a.com (spec.servers[0].hosts[0])',
      'routes all other hosts',
    ],
  },
  'with two servers that share a Secret': {
    spec: '{servers: [{port: {protocol: HTTPS}, hosts: [a.com], tls: {mode: SIMPLE, credentialName: s}}, {port: {protocol: TLS}, hosts: [b.com], tls: {mode: SIMPLE, credentialName: s}}]}',
    annotations: 'cert-manager.io/issuer: ca, ingress-shim.fn.kpt.dev/secret-namespace: prod',
    reads: [
      '2 × TLS server in spec.servers',
      'names a.com, b.com',
      'names the Secret prod/s (spec.servers[0].tls.credentialName)',
      'names the Secret prod/s (spec.servers[1].tls.credentialName)',
      'wants the Secret prod/s (spec.servers[0].tls.credentialName) for a.com (spec.servers[0].hosts[0]), b.com (spec.servers[1].hosts[0])',
      'routes a.com (spec.servers[0].hosts[0])',
      'routes b.com (spec.servers[1].hosts[0])',
      'routes all other hosts',
    ],
  },
  'with numbers': {
    spec: '{servers: [{port: {protocol: 1}, hosts: [2], tls: {mode: 3, credentialName: 4, credentialNames: [5]}}]}',
    annotations: 'cert-manager.io/issuer: ca, ingress-shim.fn.kpt.dev/secret-namespace: prod',
    reads: [
      '0 × TLS server in spec.servers',
      'routes all other hosts',
      'error malformed-resource spec.servers[0].port.protocol: 1',
      'error malformed-resource spec.servers[0].hosts[0]: 2',
      'error malformed-resource spec.servers[0].tls.credentialName: 4',
      'error malformed-resource spec.servers[0].tls.credentialNames[0]: 5',
      'error malformed-resource spec.servers[0].tls.mode: 3',
    ],
  },
  'with texts instead of mappings': {
    spec: '{servers: [a, {port: https, hosts: a.com, tls: web-tls}]}',
    annotations: 'cert-manager.io/issuer: ca, ingress-shim.fn.kpt.dev/secret-namespace: prod',
    reads: [
      '0 × TLS server in spec.servers',
      'routes all other hosts',
      'error malformed-resource spec.servers[0]: "a"',
      'error malformed-resource spec.servers[1].port: "https"',
      'error malformed-resource spec.servers[1].tls: "web-tls"',
      'error malformed-resource spec.servers[1].hosts: "a.com"',
    ],
  },
  'with servers that are a text': {
    spec: '{servers: a}',
    annotations: 'cert-manager.io/issuer: ca, ingress-shim.fn.kpt.dev/secret-namespace: prod',
    reads: [
      '0 × TLS server in spec.servers',
      'routes all other hosts',
      'error malformed-resource spec.servers: "a"',
    ],
  },
  'for all hosts, which nothing names': {
    spec: '{servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: ["*"], tls: {mode: SIMPLE, credentialName: web-tls}}]}',
    annotations: 'cert-manager.io/issuer: ca, ingress-shim.fn.kpt.dev/secret-namespace: prod',
    reads: [
      '1 × TLS server in spec.servers',
      'names the Secret prod/web-tls (spec.servers[0].tls.credentialName)',
      'routes all other hosts',
      'warning tls-hosts-missing spec.servers[0].hosts',
    ],
  },
  'for all hosts, which VirtualServices name': {
    spec: '{servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: ["*"], tls: {mode: SIMPLE, credentialName: web-tls}}]}',
    annotations: 'cert-manager.io/issuer: ca, ingress-shim.fn.kpt.dev/secret-namespace: prod',
    others: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: vs, namespace: prod}
spec: {gateways: [web], hosts: [b.com, c.com]}
`,
    reads: [
      '1 × TLS server in spec.servers',
      'names b.com, c.com',
      'names the Secret prod/web-tls (spec.servers[0].tls.credentialName)',
      'wants the Secret prod/web-tls (spec.servers[0].tls.credentialName) for b.com (spec.servers[0].hosts[0]: *), c.com (spec.servers[0].hosts[0]: *)',
      'routes all other hosts',
    ],
  },
  'for all hosts, with VirtualServices of another Gateway, of the mesh, and of another group': {
    spec: '{servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: ["*"], tls: {mode: SIMPLE, credentialName: web-tls}}]}',
    annotations: 'cert-manager.io/issuer: ca, ingress-shim.fn.kpt.dev/secret-namespace: prod',
    others: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: vs, namespace: prod}
spec: {gateways: [other], hosts: [b.com]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: vs, namespace: prod}
spec: {gateways: [mesh], hosts: [c.com]}
---
apiVersion: example.com/v1
kind: VirtualService
metadata: {name: vs, namespace: prod}
spec: {gateways: [web], hosts: [d.com]}
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: vs, namespace: prod}
spec: {gateways: [web], hosts: [e.com]}
`,
    reads: [
      '1 × TLS server in spec.servers',
      'names the Secret prod/web-tls (spec.servers[0].tls.credentialName)',
      'routes all other hosts',
      'warning tls-hosts-missing spec.servers[0].hosts',
    ],
  },
  'for all hosts, with VirtualServices of other namespaces': {
    spec: '{servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: ["*"], tls: {mode: SIMPLE, credentialName: web-tls}}]}',
    annotations: 'cert-manager.io/issuer: ca, ingress-shim.fn.kpt.dev/secret-namespace: prod',
    others: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: vs, namespace: dev}
spec: {gateways: [web], hosts: [b.com]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: vs, namespace: dev}
spec: {gateways: [prod/web, mesh], hosts: [c.com]}
`,
    reads: [
      '1 × TLS server in spec.servers',
      'names c.com',
      'names the Secret prod/web-tls (spec.servers[0].tls.credentialName)',
      'wants the Secret prod/web-tls (spec.servers[0].tls.credentialName) for c.com (spec.servers[0].hosts[0]: *)',
      'routes all other hosts',
      'error duplicate-resource metadata.name: "vs"',
    ],
  },
  'for the hosts of a namespace': {
    spec: '{servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: ["dev/*"], tls: {mode: SIMPLE, credentialName: web-tls}}]}',
    annotations: 'cert-manager.io/issuer: ca, ingress-shim.fn.kpt.dev/secret-namespace: prod',
    others: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: vs, namespace: prod}
spec: {gateways: [web], hosts: [b.com]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: vs, namespace: dev}
spec: {gateways: [prod/web], hosts: [c.com]}
`,
    reads: [
      '1 × TLS server in spec.servers',
      'names c.com',
      'names the Secret prod/web-tls (spec.servers[0].tls.credentialName)',
      'wants the Secret prod/web-tls (spec.servers[0].tls.credentialName) for c.com (spec.servers[0].hosts[0]: dev/*)',
      'routes all other hosts',
    ],
  },
  'for a wildcard, with hosts below it and beside it': {
    spec: '{servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: ["*.a.com"], tls: {mode: SIMPLE, credentialName: web-tls}}]}',
    annotations: 'cert-manager.io/issuer: ca, ingress-shim.fn.kpt.dev/secret-namespace: prod',
    others: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: vs, namespace: prod}
spec: {gateways: [web], hosts: [x.a.com, b.com, "*.y.a.com", a.com]}
`,
    reads: [
      '1 × TLS server in spec.servers',
      'names *.a.com, *.y.a.com',
      'names the Secret prod/web-tls (spec.servers[0].tls.credentialName)',
      'wants the Secret prod/web-tls (spec.servers[0].tls.credentialName) for *.a.com (spec.servers[0].hosts[0]), *.y.a.com (spec.servers[0].hosts[0]: *.a.com)',
      'routes *.a.com (spec.servers[0].hosts[0])',
      'routes all other hosts',
    ],
  },
  'for one host, which VirtualServices cannot add to': {
    spec: '{servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: [a.com], tls: {mode: SIMPLE, credentialName: web-tls}}]}',
    annotations: 'cert-manager.io/issuer: ca, ingress-shim.fn.kpt.dev/secret-namespace: prod',
    others: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: vs, namespace: prod}
spec: {gateways: [web], hosts: [a.com, b.com]}
`,
    reads: [
      '1 × TLS server in spec.servers',
      'names a.com',
      'names the Secret prod/web-tls (spec.servers[0].tls.credentialName)',
      'wants the Secret prod/web-tls (spec.servers[0].tls.credentialName) for a.com (spec.servers[0].hosts[0])',
      'routes a.com (spec.servers[0].hosts[0])',
      'routes all other hosts',
    ],
  },
  'with hosts of the cluster, of wrong types, templates and placeholders': {
    spec: '{servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: ["*"], tls: {mode: SIMPLE, credentialName: web-tls}}]}',
    annotations: 'cert-manager.io/issuer: ca, ingress-shim.fn.kpt.dev/secret-namespace: prod',
    others: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: vs, namespace: prod}
spec: {gateways: [web], hosts: [service, 1, "\${HOST}", "Not A Host", a.com]}
`,
    reads: [
      '1 × TLS server in spec.servers',
      'names ${HOST}, a.com',
      'names the Secret prod/web-tls (spec.servers[0].tls.credentialName)',
      'wants the Secret prod/web-tls (spec.servers[0].tls.credentialName) for ${HOST} (spec.servers[0].hosts[0]: *), a.com (spec.servers[0].hosts[0]: *)',
      'routes all other hosts',
    ],
  },
  'with a template for a host': {
    spec: '{servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: ["*"], tls: {mode: SIMPLE, credentialName: web-tls}}]}',
    annotations: 'cert-manager.io/issuer: ca, ingress-shim.fn.kpt.dev/secret-namespace: prod',
    others: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: vs, namespace: prod}
spec: {gateways: [web], hosts: ["{{ .Values.host }}"]}
`,
    reads: [
      '1 × TLS server in spec.servers',
      'names the Secret prod/web-tls (spec.servers[0].tls.credentialName)',
      'routes all other hosts',
      'error template-not-rendered spec.servers[0].hosts[0]: "{{ .Values.host }}"',
      'warning tls-hosts-missing spec.servers[0].hosts',
    ],
  },
  'with a VirtualService that never reaches the cluster': {
    spec: '{servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: ["*"], tls: {mode: SIMPLE, credentialName: web-tls}}]}',
    annotations: 'cert-manager.io/issuer: ca, ingress-shim.fn.kpt.dev/secret-namespace: prod',
    others: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: vs, namespace: prod, annotations: {config.kubernetes.io/local-config: "true"}}
spec: {gateways: [web], hosts: [a.com]}
`,
    reads: [
      '1 × TLS server in spec.servers',
      'names the Secret prod/web-tls (spec.servers[0].tls.credentialName)',
      'routes all other hosts',
      'warning tls-hosts-missing spec.servers[0].hosts',
    ],
  },
  'with a VirtualService whose gateways and hosts are texts': {
    spec: '{servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: ["*"], tls: {mode: SIMPLE, credentialName: web-tls}}]}',
    annotations: 'cert-manager.io/issuer: ca, ingress-shim.fn.kpt.dev/secret-namespace: prod',
    others: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: vs, namespace: prod}
spec: {gateways: web, hosts: a.com}
`,
    reads: [
      '1 × TLS server in spec.servers',
      'names the Secret prod/web-tls (spec.servers[0].tls.credentialName)',
      'routes all other hosts',
      'warning tls-hosts-missing spec.servers[0].hosts',
    ],
  },
})

readingCases(['networking.istio.io/v1beta1', 'Gateway'], {
  'in the namespace of its pods': {
    spec: '{selector: {istio: ingress}, servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: [a.com], tls: {mode: SIMPLE, credentialName: web-tls}}]}',
    others: `apiVersion: apps/v1
kind: Deployment
metadata: {name: gw, namespace: istio-system}
spec: {template: {metadata: {labels: {istio: ingress}}}}
`,
    reads: [
      '1 × TLS server in spec.servers',
      'names a.com',
      'names the Secret istio-system/web-tls (spec.servers[0].tls.credentialName)',
      'routes a.com (spec.servers[0].hosts[0])',
      'routes all other hosts',
      'info secret-elsewhere spec.servers[0].tls.credentialName: "web-tls"',
    ],
  },
  'in the namespace of the pods of a Service': {
    spec: '{selector: {istio: ingress}, servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: [a.com], tls: {mode: SIMPLE, credentialName: web-tls}}]}',
    others: `apiVersion: v1
kind: Service
metadata: {name: gw, namespace: istio-system}
spec: {selector: {istio: ingress}}
`,
    reads: [
      '1 × TLS server in spec.servers',
      'names a.com',
      'names the Secret istio-system/web-tls (spec.servers[0].tls.credentialName)',
      'routes a.com (spec.servers[0].hosts[0])',
      'routes all other hosts',
      'info secret-elsewhere spec.servers[0].tls.credentialName: "web-tls"',
    ],
  },
  'with pods of several namespaces': {
    spec: '{selector: {istio: ingress}, servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: [a.com], tls: {mode: SIMPLE, credentialName: web-tls}}]}',
    others: `apiVersion: apps/v1
kind: Deployment
metadata: {name: gw, namespace: a}
spec: {template: {metadata: {labels: {istio: ingress}}}}
---
apiVersion: apps/v1
kind: DaemonSet
metadata: {name: gw, namespace: b}
spec: {template: {metadata: {labels: {istio: ingress}}}}
---
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: gw, namespace: c}
spec: {template: {metadata: {labels: {istio: ingress}}}}
`,
    reads: [
      '1 × TLS server in spec.servers',
      'names a.com',
      'names the Secret a/web-tls (spec.servers[0].tls.credentialName)',
      'names the Secret b/web-tls (spec.servers[0].tls.credentialName)',
      'names the Secret c/web-tls (spec.servers[0].tls.credentialName)',
      'routes a.com (spec.servers[0].hosts[0])',
      'routes all other hosts',
      'error istio-namespace-ambiguous spec.selector',
    ],
  },
  'with pods of several namespaces, which a Secret of a namespace need not know': {
    spec: '{selector: {istio: ingress}, servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: [a.com], tls: {mode: SIMPLE, credentialName: certs/web-tls}}]}',
    others: `apiVersion: apps/v1
kind: Deployment
metadata: {name: gw, namespace: a}
spec: {template: {metadata: {labels: {istio: ingress}}}}
---
apiVersion: apps/v1
kind: DaemonSet
metadata: {name: gw, namespace: b}
spec: {template: {metadata: {labels: {istio: ingress}}}}
`,
    reads: [
      '1 × TLS server in spec.servers',
      'names a.com',
      'names the Secret certs/web-tls (spec.servers[0].tls.credentialName: certs/web-tls)',
      'routes a.com (spec.servers[0].hosts[0])',
      'routes all other hosts',
      'info secret-elsewhere spec.servers[0].tls.credentialName: "certs/web-tls"',
    ],
  },
  'with two workloads of one namespace': {
    spec: '{selector: {istio: ingress}, servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: [a.com], tls: {mode: SIMPLE, credentialName: web-tls}}]}',
    others: `apiVersion: apps/v1
kind: Deployment
metadata: {name: gw, namespace: a}
spec: {template: {metadata: {labels: {istio: ingress}}}}
---
apiVersion: v1
kind: Service
metadata: {name: gw, namespace: a}
spec: {selector: {istio: ingress}}
`,
    reads: [
      '1 × TLS server in spec.servers',
      'names a.com',
      'names the Secret a/web-tls (spec.servers[0].tls.credentialName)',
      'routes a.com (spec.servers[0].hosts[0])',
      'routes all other hosts',
      'info secret-elsewhere spec.servers[0].tls.credentialName: "web-tls"',
    ],
  },
  'with pods that have only one of its labels': {
    spec: '{selector: {istio: ingress, tier: edge}, servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: [a.com], tls: {mode: SIMPLE, credentialName: web-tls}}]}',
    others: `apiVersion: apps/v1
kind: Deployment
metadata: {name: gw, namespace: a}
spec: {template: {metadata: {labels: {istio: ingress}}}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: gw, namespace: b}
spec: {template: {metadata: {labels: {istio: ingress, tier: edge}}}}
`,
    reads: [
      '1 × TLS server in spec.servers',
      'names a.com',
      'names the Secret b/web-tls (spec.servers[0].tls.credentialName)',
      'routes a.com (spec.servers[0].hosts[0])',
      'routes all other hosts',
      'info secret-elsewhere spec.servers[0].tls.credentialName: "web-tls"',
    ],
  },
  'with pods that never reach the cluster': {
    spec: '{selector: {istio: ingress}, servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: [a.com], tls: {mode: SIMPLE, credentialName: web-tls}}]}',
    others: `apiVersion: apps/v1
kind: Deployment
metadata: {name: gw, namespace: a, annotations: {config.kubernetes.io/local-config: "true"}}
spec: {template: {metadata: {labels: {istio: ingress}}}}
`,
    reads: [
      '1 × TLS server in spec.servers',
      'names a.com',
      'names the Secret prod/web-tls (spec.servers[0].tls.credentialName)',
      'wants the Secret prod/web-tls (spec.servers[0].tls.credentialName) for a.com (spec.servers[0].hosts[0])',
      'routes a.com (spec.servers[0].hosts[0])',
      'routes all other hosts',
      'info istio-namespace-assumed metadata.annotations[ingress-shim.fn.kpt.dev/secret-namespace]',
    ],
  },
  'with pods without a namespace': {
    spec: '{selector: {istio: ingress}, servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: [a.com], tls: {mode: SIMPLE, credentialName: web-tls}}]}',
    others: `apiVersion: apps/v1
kind: Deployment
metadata: {name: gw}
spec: {template: {metadata: {labels: {istio: ingress}}}}
`,
    reads: [
      '1 × TLS server in spec.servers',
      'names a.com',
      'names the Secret prod/web-tls (spec.servers[0].tls.credentialName)',
      'wants the Secret prod/web-tls (spec.servers[0].tls.credentialName) for a.com (spec.servers[0].hosts[0])',
      'routes a.com (spec.servers[0].hosts[0])',
      'routes all other hosts',
      'info istio-namespace-assumed metadata.annotations[ingress-shim.fn.kpt.dev/secret-namespace]',
    ],
  },
  'without a namespace, like its pods': {
    spec: '{selector: {istio: ingress}, servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: [a.com], tls: {mode: SIMPLE, credentialName: web-tls}}]}',
    namespace: '',
    others: `apiVersion: apps/v1
kind: Deployment
metadata: {name: gw}
spec: {template: {metadata: {labels: {istio: ingress}}}}
`,
    reads: [
      '1 × TLS server in spec.servers',
      'names a.com',
      'names the Secret /web-tls (spec.servers[0].tls.credentialName)',
      'wants the Secret /web-tls (spec.servers[0].tls.credentialName) for a.com (spec.servers[0].hosts[0])',
      'routes a.com (spec.servers[0].hosts[0])',
      'routes all other hosts',
    ],
  },
  'without pods, and without a namespace': {
    spec: '{servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: [a.com], tls: {mode: SIMPLE, credentialName: web-tls}}]}',
    namespace: '',
    reads: [
      '1 × TLS server in spec.servers',
      'names a.com',
      'names the Secret /web-tls (spec.servers[0].tls.credentialName)',
      'wants the Secret /web-tls (spec.servers[0].tls.credentialName) for a.com (spec.servers[0].hosts[0])',
      'routes a.com (spec.servers[0].hosts[0])',
      'routes all other hosts',
      'info istio-namespace-assumed metadata.annotations[ingress-shim.fn.kpt.dev/secret-namespace]',
    ],
  },
  'without pods': {
    spec: '{servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: [a.com], tls: {mode: SIMPLE, credentialName: web-tls}}]}',
    reads: [
      '1 × TLS server in spec.servers',
      'names a.com',
      'names the Secret prod/web-tls (spec.servers[0].tls.credentialName)',
      'wants the Secret prod/web-tls (spec.servers[0].tls.credentialName) for a.com (spec.servers[0].hosts[0])',
      'routes a.com (spec.servers[0].hosts[0])',
      'routes all other hosts',
      'info istio-namespace-assumed metadata.annotations[ingress-shim.fn.kpt.dev/secret-namespace]',
    ],
  },
})
