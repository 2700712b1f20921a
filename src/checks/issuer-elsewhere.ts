import { annotation } from '../shim/annotations.ts'
import type { Check } from './check.ts'
import { absentIssuers } from './facts/absent-issuers.ts'
import { issuerField } from './facts/issuers.ts'

/** An Issuer is looked for in the namespace of the Certificate alone: `GetGenericIssuer` in cert-manager's pkg/issuer/helper.go. */
export const issuerElsewhere: Check = {
  rule: {
    id: 'issuer-elsewhere',
    severity: 'warning',
    summary: 'The Issuer is in another namespace, where cert-manager does not look for it.',
  },
  *find(list) {
    for (const { source, name, elsewhere } of absentIssuers(list)) {
      if (elsewhere === undefined) continue
      yield {
        rule: this.rule,
        message: `The Issuer ${name} is in the namespace ${elsewhere.namespace}, and an Issuer serves its own namespace only, so it can't issue for ${source.namespace}. Create one in ${source.namespace}, or make it a ClusterIssuer and name it with ${annotation.clusterIssuer}.`,
        position: source.position,
        field: issuerField(source),
      }
    }
  },
}
