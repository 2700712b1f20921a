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
  *find({ sources, certificates }) {
    const writers = new Map<string, string>()
    for (const { namespace, name, secretName } of certificates) {
      if (secretName !== '' && secretName !== name) writers.set(`${namespace}/${secretName}`, name)
    }
    if (writers.size === 0) return
    for (const { namespace, position, tls } of sources) {
      for (const { name, path } of tls.secrets) {
        const writer = writers.get(`${namespace}/${name}`)
        if (writer === undefined) continue
        yield {
          rule: this.rule,
          message: `The Certificate ${writer} stores its certificate in the Secret ${name} too. cert-manager issues for one Certificate of a Secret only, so the other never becomes ready: use another secretName here, or remove that Certificate.`,
          position,
          field: { path, currentValue: name },
        }
      }
    }
  },
}
