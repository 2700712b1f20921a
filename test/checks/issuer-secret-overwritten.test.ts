import { issuerSecretOverwritten } from '../../src/checks/issuer-secret-overwritten.ts'
import { ingress, issuer, ruleCases, stream } from './rule-cases.ts'

const inProd = (spec: string) => issuer({ kind: 'Issuer', namespace: 'prod', spec })
const account = (key: string) =>
  inProd(`acme: {server: "https://a", privateKeySecretRef: {name: web-tls${key}}, solvers: []}`)
const found = ['Ingress/web spec.tls[0].secretName: web-tls']

ruleCases(issuerSecretOverwritten, {
  hits: [
    ['the Secret of a CA', stream(ingress(), inProd('ca: {secretName: web-tls}')), found],
    ['the Secret of an ACME account', stream(ingress(), account('')), found],
    [
      'the Secret of an ACME account, which names its key',
      stream(ingress(), account(', key: tls.key')),
      found,
    ],
  ],
  misses: [
    ['another Secret', stream(ingress(), inProd('ca: {secretName: ca}'))],
    [
      'a CA of another namespace',
      stream(ingress(), issuer({ kind: 'Issuer', namespace: 'dev', spec: 'ca: {secretName: web-tls}' })),
    ],
    [
      'a ClusterIssuer, whose Secret is in a namespace that the list doesn’t say',
      stream(ingress(), issuer({ spec: 'ca: {secretName: web-tls}' })),
    ],
    [
      'an account whose key has another place in the Secret',
      stream(ingress(), account(', key: account.key')),
    ],
  ],
  reads: [
    stream(ingress(), inProd('ca: {secretName: web-tls}')),
    'The Issuer letsencrypt keeps the certificate and key of its CA in the Secret web-tls, and this certificate would overwrite it. Use another secretName here.',
  ],
})
