import { acmeEmailAddress } from '../../src/checks/acme-email-address.ts'
import { ingress, issuer, ruleCases, stream } from './rule-cases.ts'

const annotated = ingress({
  annotations: 'cert-manager.io/cluster-issuer: letsencrypt, cert-manager.io/email-sans: ops@example.com',
  tls: '[{hosts: [a.com], secretName: a}, {hosts: [b.com], secretName: b}]',
})

ruleCases(acmeEmailAddress, {
  hits: [
    [
      'e-mail addresses at an ACME CA, once for all TLS blocks',
      stream(annotated, issuer({ server: 'https://acme.example.com/directory' })),
      ['Ingress/web metadata.annotations[cert-manager.io/email-sans]: ops@example.com'],
    ],
  ],
  misses: [
    [
      'addresses that are filled in later, and may be none',
      stream(annotated.replace('ops@example.com', '"${ADDRESSES}"'), issuer()),
    ],
    ['an ACME issuer without them', stream(ingress(), issuer())],
    ['a CA of one’s own', stream(annotated, issuer({ spec: 'ca: {secretName: ca}' }))],
    ['an issuer that isn’t in the list', annotated],
  ],
  reads: [
    stream(annotated, issuer()),
    'ACME does not support e-mail addresses, so the CA of the ClusterIssuer letsencrypt refuses a certificate with them. Remove cert-manager.io/email-sans.',
  ],
})
