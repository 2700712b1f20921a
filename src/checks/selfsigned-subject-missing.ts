import { annotation } from '../shim/annotations.ts'
import { settingName, settingPath } from '../shim/sources/own-settings.ts'
import type { Check } from './check.ts'
import { firstRequestsTo, nameOfIssuer } from './facts/requests.ts'
import { hasEmptySubject } from './facts/subject.ts'

/** cert-manager warns of it itself, in an Event: `emptyDNMessage` in its pkg/controller/certificaterequests/selfsigned. */
export const selfsignedSubjectMissing: Check = {
  rule: {
    id: 'selfsigned-subject-missing',
    severity: 'warning',
    summary: 'A self-signed certificate without a subject has an empty issuer, which RFC 5280 forbids.',
  },
  *find(list) {
    for (const request of firstRequestsTo('selfSigned', list)) {
      const { source } = request
      if (!hasEmptySubject(request.certificate.spec)) continue
      yield {
        rule: this.rule,
        message: `The ${nameOfIssuer(request)} signs each certificate with its own key, so without a subject the name of its issuer is empty too, and strict clients reject it (RFC 5280). Add ${settingName(source.sourceKind, annotation.commonName)}.`,
        position: source.position,
        field: { path: settingPath(source.sourceKind, annotation.commonName) },
      }
    }
  },
}
