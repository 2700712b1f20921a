import { annotation } from '../shim/annotations.ts'
import { isFilledInLater } from '../shim/values/filled-in-later.ts'
import type { Check } from './check.ts'
import { annotationField, firstRequestsTo, nameOfIssuer } from './facts/requests.ts'

/**
 * E-mail addresses at an ACME CA. They are in the signing request, but an ACME order has no place for them (`OrderSpec`
 * in cert-manager's pkg/apis/acme/v1/types_order.go), and the two have to name the same (RFC 8555, 7.4).
 */
export const acmeEmailAddress: Check = {
  rule: {
    id: 'acme-email-address',
    severity: 'error',
    summary: 'A certificate of an ACME issuer cannot have e-mail addresses.',
  },
  *find(list) {
    for (const request of firstRequestsTo('acme', list)) {
      const { source } = request
      const { emailAddresses = [] } = source.fields.spec
      if (emailAddresses.every((address) => isFilledInLater(address, source))) continue
      yield {
        rule: this.rule,
        message: `ACME does not support e-mail addresses, so the CA of the ${nameOfIssuer(request)} refuses a certificate with them. Remove ${annotation.emailSans}.`,
        position: source.position,
        field: annotationField(source, annotation.emailSans),
      }
    }
  },
}
