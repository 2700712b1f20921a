import type { Problem } from '../manifest/rule.ts'
import type { Check } from './check.ts'
import { issuerField } from './facts/issuers/issuers.ts'
import { type Verdict, verdictsOf } from './facts/policies/verdicts.ts'

/** A source whose Certificates none of the package's CertificateRequestPolicies is for. */
export const policyMissing: Check = {
  rule: {
    id: 'policy-missing',
    severity: 'warning',
    summary: 'The package has CertificateRequestPolicies, but none is for the Certificates of a source.',
  },
  *find(list) {
    // All Certificates of a source in a namespace have the same policies.
    const told = new Set<string>()
    for (const verdict of verdictsOf(list)) {
      const { source, secret } = verdict.asked
      const key = `${source.position} ${secret.namespace}`
      if (verdict.denials.length > 0 || verdict.doubts.length > 0 || told.has(key)) continue
      told.add(key)
      yield {
        rule: this.rule,
        message: messageFor(verdict),
        position: source.position,
        field: issuerField(source),
      } satisfies Problem
    }
  },
}

function messageFor({ asked: { issuerRef, secret }, unbound }: Verdict): string {
  const { namespace } = secret
  const where = namespace === '' ? '' : ` in the namespace ${namespace}`
  const names = unbound.map(({ name }) => name).join(', ')
  return unbound.length === 0
    ? `No CertificateRequestPolicy of the package is for the ${issuerRef.kind || 'Issuer'} ${issuerRef.name}${where}, so approver-policy leaves its Certificates pending forever unless the cluster has one. Add a policy, or a selector to one that is there.`
    : `cert-manager may not use the CertificateRequestPolicy ${names}${where}, so approver-policy leaves its Certificates pending forever. Bind a role with the verb "use" on it to cert-manager's service account there.`
}
