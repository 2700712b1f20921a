import { annotation } from '../shim/annotations.ts'
import { settingName } from '../shim/sources/own-settings.ts'
import type { Check } from './check.ts'
import { type AbsentIssuer, absentIssuers, builtInGroup } from './facts/issuers/absent-issuers.ts'
import { issuerField, namedOutside } from './facts/issuers/issuers.ts'

/** An Issuer is looked for in the namespace of the Certificate alone: `GetGenericIssuer` in cert-manager's pkg/issuer/helper.go. */
export const issuerElsewhere: Check = {
  rule: {
    id: 'issuer-elsewhere',
    severity: 'warning',
    summary: 'The issuer is in another namespace, where cert-manager does not look for it.',
  },
  *find(list) {
    for (const absent of absentIssuers(list)) {
      const { source, namespace, kind, name, elsewhere } = absent
      if (elsewhere === undefined) continue
      yield {
        rule: this.rule,
        message: `The ${kind} ${name} is in the namespace ${elsewhere.namespace}, and ${article(kind)} ${kind} serves its own namespace only, so it can't issue for ${namespace}. Create one in ${namespace}${otherWay(absent)}.${namedOutside(source)}`,
        position: source.position,
        field: issuerField(source),
      }
    }
  },
}

function article(kind: string): string {
  return /^[AEIOU]/.test(kind) ? 'an' : 'a'
}

/** Which kind of a whole cluster an external issuer has, if any, only its own project says. */
function otherWay({ group, source }: AbsentIssuer): string {
  return group === builtInGroup
    ? `, or make it a ClusterIssuer and name it with ${settingName(source.sourceKind, annotation.clusterIssuer)}`
    : ''
}
