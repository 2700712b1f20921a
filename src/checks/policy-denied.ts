import type { Check } from './check.ts'
import { type Verdict, verdictsOf } from './facts/policies/verdicts.ts'

/** A Certificate that every CertificateRequestPolicy for it denies. */
export const policyDenied: Check = {
  rule: {
    id: 'policy-denied',
    severity: 'error',
    summary: 'Every CertificateRequestPolicy of the package that is for a Certificate denies it.',
  },
  *find(list) {
    for (const verdict of verdictsOf(list)) {
      const { asked, denials, doubts } = verdict
      const first = denials[0]?.reasons[0]
      if (first === undefined || doubts.length > 0) continue
      yield {
        rule: this.rule,
        message: `approver-policy would deny the Certificate ${asked.secret.name}, which is then never issued. ${reasonsIn(verdict)}. Ask for what one of them allows, or change the policy.`,
        position: first.source.position,
        field: first.field,
      }
    }
  },
}

function reasonsIn({ denials }: Verdict): string {
  return denials
    .map(({ policy, reasons }) => {
      const texts = reasons.map(({ text }) => text)
      return `CertificateRequestPolicy ${policy.name}: ${texts.join('; ')}`
    })
    .join('. ')
}
