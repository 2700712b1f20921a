import { annotation } from '../shim/annotations.ts'
import type { Check } from './check.ts'
import { isLetsEncrypt } from './facts/acme/acme.ts'
import { annotationField, firstRequestsTo, nameOfIssuer } from './facts/requests.ts'

/**
 * Ed25519 at a public CA: `unsupportedPublicACMEServerFeatures` in cert-manager's
 * test/e2e/suite/conformance/certificates/acme/acme.go, since the CA/Browser Forum hasn't approved it.
 */
export const acmeKeyAlgorithm: Check = {
  rule: {
    id: 'acme-key-algorithm',
    severity: 'error',
    summary: "Let's Encrypt does not certify Ed25519 keys.",
  },
  *find(list) {
    for (const request of firstRequestsTo('acme', list)) {
      const { source } = request
      if (source.fields.spec.privateKey?.algorithm !== 'Ed25519' || !isLetsEncrypt(request.issuer)) continue
      yield {
        rule: this.rule,
        message: `Let's Encrypt, which the ${nameOfIssuer(request)} uses, does not certify Ed25519 keys: public CAs are not allowed to. Use ECDSA in ${annotation.privateKeyAlgorithm}.`,
        position: source.position,
        field: { ...annotationField(source, annotation.privateKeyAlgorithm), proposedValue: 'ECDSA' },
      }
    }
  },
}
