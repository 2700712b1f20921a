import { secretIssuedTwice } from '../../src/checks/secret-issued-twice.ts'
import { gateway, ingress, ruleCases, stream } from './rule-cases.ts'

const certificate = (name: string, secretName: string, namespace = 'prod') => `
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: {name: ${name}, namespace: ${namespace}}
spec: {secretName: ${secretName}, dnsNames: [example.com], issuerRef: {name: ca}}
`

ruleCases(secretIssuedTwice, {
  hits: [
    [
      'a Certificate of another name with the same secretName',
      stream(ingress(), certificate('shop', 'web-tls')),
      ['Ingress/web spec.tls[0].secretName: web-tls'],
    ],
    [
      'the same for a Gateway',
      stream(certificate('shop', 'web-tls'), gateway()),
      ['Gateway/web spec.listeners[0].tls.certificateRefs[0].name: web-tls'],
    ],
  ],
  misses: [
    ['the Certificate of that very name', stream(ingress(), certificate('web-tls', 'web-tls'))],
    ['a Certificate of another namespace', stream(ingress(), certificate('shop', 'web-tls', 'dev'))],
    ['a Certificate with another secretName', stream(ingress(), certificate('shop', 'shop-tls'))],
  ],
  reads: [
    stream(ingress(), certificate('shop', 'web-tls')),
    'The Certificate shop stores its certificate in the Secret web-tls too. cert-manager issues for one Certificate of a Secret only, so the other never becomes ready: take the issuer annotation off this one to serve with that certificate, or use another secretName here.',
  ],
})
