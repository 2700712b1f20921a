import { secretKey } from '../shim/certificates/certificates-by-secret.ts'
import { fieldOfSecret, type WantedSecret } from '../shim/sources/source.ts'
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
  *find({ sources, certificates, assigned, isOwn }) {
    const wantedOutside = new Set(
      sources.filter(({ position }) => !isOwn(position)).flatMap(({ tls }) => tls.secrets.map(keyOf)),
    )
    const assignedPositions = new Map([...assigned].map(([key, { position }]) => [key, position]))
    const writers = new Map<string, string>()
    for (const { namespace, name, secretName, madeFor, position } of certificates) {
      const key = secretKey(namespace, secretName)
      // The source of another set that it was made for is first among those that want its Secret.
      if (madeFor !== undefined && !isOwn(position) && wantedOutside.has(key)) continue
      if (secretName !== '' && assignedPositions.get(key) !== position) writers.set(key, name)
    }
    for (const { position, tls } of sources) {
      for (const secret of tls.secrets) {
        const writer = writers.get(keyOf(secret))
        if (writer === undefined) continue
        yield {
          rule: this.rule,
          message: `The Certificate ${writer} stores its certificate in the Secret ${secret.name} too. cert-manager issues for one Certificate of a Secret only, so the other never becomes ready: take the issuer annotation off this one to serve with that certificate, or use another secretName here.`,
          position,
          field: fieldOfSecret(secret),
        }
      }
    }
  },
}

function keyOf({ namespace, name }: WantedSecret): string {
  return secretKey(namespace, name)
}
