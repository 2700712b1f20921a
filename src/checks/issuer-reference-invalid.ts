import type { Check } from './check.ts'
import { invalidReferences } from './facts/issuers/issuer-reference.ts'
import { namedOutside, namerOutside } from './facts/issuers/issuers.ts'

/**
 * An issuer that can't exist. The webhook takes the Certificate all the same (`validateIssuerRef` in cert-manager's
 * internal/apis/certmanager/validation/certificate.go looks at neither), and nobody ever issues it.
 */
export const issuerReferenceInvalid: Check = {
  rule: {
    id: 'issuer-reference-invalid',
    severity: 'error',
    summary: 'A source names an issuer by a name or group that no issuer can have.',
  },
  *find({ sources }) {
    for (const source of sources) {
      const isNamedHere = namerOutside(source) === undefined
      for (const { what, value, reason, meant, field } of invalidReferences(source)) {
        yield {
          rule: this.rule,
          message: `"${value}" can't be the ${what} of an issuer: ${reason}. The Certificates of this ${source.kind} stay pending forever. ${meant === undefined ? `Write the ${what} of the one issuer that you mean.` : `Write ${meant}.`}${namedOutside(source)}`,
          position: source.position,
          field: { ...field, ...(meant !== undefined && isNamedHere && { proposedValue: meant }) },
        }
      }
    }
  },
}
