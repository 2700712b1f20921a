import { foreignAnnotation } from '../shim/annotations.ts'
import { fieldOfSecret } from '../shim/sources/source.ts'
import type { Check } from './check.ts'
import { type SecretWriter, secretWritersOf } from './facts/secret-writers.ts'

/** A Secret that is applied from the package, or written by another controller, and written by cert-manager as well. */
export const secretPresent: Check = {
  rule: {
    id: 'secret-present',
    severity: 'warning',
    summary: 'The package contains the Secret that cert-manager is to write, or what writes it.',
  },
  *find(list) {
    const writers = secretWritersOf(list)
    for (const { position, tls } of list.sources) {
      for (const secret of tls.secrets) {
        const { namespace, name } = secret
        const writer = writers.find(namespace, name)
        if (writer === undefined) continue
        yield {
          rule: this.rule,
          message: messageFor(writer),
          position,
          field: fieldOfSecret(secret),
        }
      }
    }
  },
}

function messageFor({ name, annotations, writer }: SecretWriter): string {
  if (writer.kind !== 'Secret') {
    return `The ${writer.kind} ${writer.name} writes the Secret ${name} too: its controller and cert-manager would overwrite each other's certificate and key again and again. Remove the ${writer.kind}, or use another secretName.`
  }
  return annotations.has(foreignAnnotation.certificateName)
    ? `The package contains the Secret ${name} as cert-manager wrote it in a cluster, with its private key, and each apply would restore this old certificate. Remove the Secret from the package: cert-manager creates it.`
    : `The package has a Secret ${name} of its own: cert-manager would overwrite the certificate and key in it, and each apply would restore the old ones. Remove that Secret, or use another secretName.`
}
