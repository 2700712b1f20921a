import { acmeKeyAlgorithm } from '../../src/checks/acme-key-algorithm.ts'
import { ingress, issuer, ruleCases, stream } from './rule-cases.ts'

const withKey = (algorithm: string) =>
  ingress({
    annotations: `cert-manager.io/cluster-issuer: letsencrypt, cert-manager.io/private-key-algorithm: ${algorithm}`,
  })

ruleCases(acmeKeyAlgorithm, {
  hits: [
    [
      'an Ed25519 key at Let’s Encrypt',
      stream(withKey('Ed25519'), issuer()),
      ['Ingress/web metadata.annotations[cert-manager.io/private-key-algorithm]: Ed25519 -> ECDSA'],
    ],
  ],
  misses: [
    ['an ECDSA key', stream(withKey('ECDSA'), issuer())],
    ['another ACME CA', stream(withKey('Ed25519'), issuer({ server: 'https://acme.example.com/directory' }))],
    ['a CA of one’s own', stream(withKey('Ed25519'), issuer({ spec: 'ca: {secretName: ca}' }))],
  ],
  reads: [
    stream(withKey('Ed25519'), issuer()),
    "Let's Encrypt, which the ClusterIssuer letsencrypt uses, does not certify Ed25519 keys: public CAs are not allowed to. Use ECDSA in cert-manager.io/private-key-algorithm.",
  ],
})
