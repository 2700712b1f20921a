import { secretKey } from '../shim/certificates/certificates-by-secret.ts'
import { fieldOfSecret } from '../shim/sources/source.ts'
import type { Check } from './check.ts'

/**
 * Two Certificates for one Secret. cert-manager issues for one of them only: `CertificateOwnsSecret` in its
 * internal/controller/certificates, which the trigger controller asks first.
 */
export const secretIssuedTwice: Check = {
  rule: {
    id: 'secret-issued-twice',
    severity: 'error',
    summary: 'A Certificate of another name writes the same Secret.',
  },
  *find({ sources, certificates, assigned }) {
    const assignedPositions = new Map([...assigned].map(([key, { position }]) => [key, position]))
    const writers = new Map<string, string>()
    for (const { namespace, name, secretName, position } of certificates) {
      const key = secretKey(namespace, secretName)
      if (secretName !== '' && assignedPositions.get(key) !== position) writers.set(key, name)
    }
    if (writers.size === 0) return
    for (const { position, tls } of sources) {
      for (const secret of tls.secrets) {
        const { namespace, name } = secret
        const writer = writers.get(secretKey(namespace, name))
        if (writer === undefined) continue
        yield {
          rule: this.rule,
          message: `The Certificate ${writer} stores its certificate in the Secret ${name} too. cert-manager issues for one Certificate of a Secret only, so the other never becomes ready: take the issuer annotation off this one to serve with that certificate, or use another secretName here.`,
          position,
          field: fieldOfSecret(secret),
        }
      }
    }
  },
}
