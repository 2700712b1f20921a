import type { Check } from './check.ts'
import { issuerField } from './facts/issuers/issuers.ts'
import { verdictsOf } from './facts/policies/verdicts.ts'

/** A Certificate that a CertificateRequestPolicy may allow by something that is only known in the cluster. */
export const policyNotEvaluated: Check = {
  rule: {
    id: 'policy-not-evaluated',
    severity: 'info',
    summary: 'Whether a CertificateRequestPolicy allows a Certificate is only known in the cluster.',
  },
  *find(list) {
    for (const { asked, doubts } of verdictsOf(list)) {
      for (const { policy, why } of doubts) {
        if (why === undefined) continue
        yield {
          rule: this.rule,
          message: `Whether the Certificate ${asked.secret.name} is approved is only known in the cluster: the CertificateRequestPolicy ${policy.name} ${why}. Look at the CertificateRequest there.`,
          position: asked.source.position,
          field: issuerField(asked.source),
        }
      }
    }
  },
}
