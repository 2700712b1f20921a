import { annotation } from '../shim/annotations.ts'
import { settingName, settingPath } from '../shim/sources/own-settings.ts'
import type { Check } from './check.ts'
import { firstRequestsTo, nameOfIssuer } from './facts/requests.ts'
import { hasEmptySubject } from './facts/subject.ts'

/** `ErrorMissingSubject` in cert-manager's pkg/issuer/venafi/client/request.go. */
export const venafiSubjectMissing: Check = {
  rule: {
    id: 'venafi-subject-missing',
    severity: 'error',
    summary: 'A Venafi issuer refuses a certificate without a common name or another subject field.',
  },
  *find(list) {
    for (const request of firstRequestsTo('venafi', list)) {
      const { source } = request
      if (!hasEmptySubject(request.certificate.spec)) continue
      yield {
        rule: this.rule,
        message: `The ${nameOfIssuer(request)} is a Venafi issuer, and cert-manager does not request a certificate without a subject from it. Add ${settingName(source.sourceKind, annotation.commonName)}${source.sourceKind.ownSettings === undefined ? ', or one of the subject annotations' : ''}.`,
        position: source.position,
        field: { path: settingPath(source.sourceKind, annotation.commonName) },
      }
    }
  },
}
