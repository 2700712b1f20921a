import type { Check } from './check.ts'
import { type Allowance, allowances } from './facts/allowance.ts'
import { issuerField } from './facts/issuers/issuers.ts'

/** An issuer that the setting `allow` doesn't have for the namespace of the source. */
export const issuerNotAllowed: Check = {
  rule: {
    id: 'issuer-not-allowed',
    severity: 'error',
    summary: 'A source names an issuer that the functionConfig does not allow in its namespace.',
  },
  *find(list) {
    for (const allowance of allowances(list)) {
      if (allowance.ofIssuer.length > 0) continue
      yield {
        rule: this.rule,
        message: `${reasonFor(allowance)} ${adviceFor(allowance)}`,
        position: allowance.source.position,
        field: issuerField(allowance.source),
      }
    }
  },
}

function reasonFor({ source, issuer, ofNamespace }: Allowance): string {
  const where = source.namespace === '' ? 'sources' : `sources in the namespace ${source.namespace}`
  return ofNamespace.length === 0
    ? `The functionConfig allows ${where} no issuer at all, so this ${source.kind} may not use ${issuer}.`
    : `The functionConfig does not allow ${where} the issuer ${issuer}: it allows ${issuersIn(ofNamespace).join(', ') || 'none'}.`
}

function issuersIn(entries: Allowance['ofNamespace']): readonly string[] {
  return [...new Set(entries.flatMap(({ issuers }) => issuers ?? []))]
}

function adviceFor({ ofNamespace, issuer }: Allowance): string {
  if (ofNamespace.length === 0) return 'Add an entry for the namespace to allow, or remove the issuer.'
  return issuersIn(ofNamespace).length === 0
    ? `Remove the issuer, or add ${issuer} to an entry of allow.`
    : `Name one of these, or add ${issuer} to an entry of allow.`
}
