import { secretPresent } from '../../src/checks/secret-present.ts'
import { gateway, ingress, ruleCases, stream } from './rule-cases.ts'

const secret = (metadata: string, data = 'data: {tls.crt: YQ==, tls.key: YQ==}') => `
apiVersion: v1
kind: Secret
metadata: {name: web-tls, ${metadata}}
type: kubernetes.io/tls
${data}
`

ruleCases(secretPresent, {
  hits: [
    [
      'a Secret with a certificate of its own',
      stream(ingress(), secret('namespace: prod')),
      ['Ingress/web spec.tls[0].secretName: web-tls'],
    ],
    [
      'a Secret that leaves its namespace to whoever applies it',
      stream(secret(''), ingress()),
      ['Ingress/web spec.tls[0].secretName: web-tls'],
    ],
    [
      'a Secret that a Gateway names, with text in stringData',
      stream(gateway(), secret('namespace: prod', 'stringData: {tls.crt: a}')),
      ['Gateway/web spec.listeners[0].tls.certificateRefs[0].name: web-tls'],
    ],
  ],
  misses: [
    ['a Secret of another namespace', stream(ingress(), secret('namespace: dev'))],
    ['a Secret without data, which only gives its labels', stream(ingress(), secret('namespace: prod', ''))],
    [
      'a Secret that never reaches a cluster',
      stream(ingress(), secret('namespace: prod, annotations: {config.kubernetes.io/local-config: "true"}')),
    ],
    [
      'an Ingress that asks for no Certificates',
      stream(ingress({ annotations: '' }), secret('namespace: prod')),
    ],
  ],
  reads: [
    stream(ingress(), secret('namespace: prod, annotations: {cert-manager.io/certificate-name: web-tls}')),
    'The package contains the Secret web-tls as cert-manager wrote it in a cluster, with its private key, and each apply would restore this old certificate. Remove the Secret from the package: cert-manager creates it.',
  ],
})
