import type { Check } from './check.ts'
import { type Allowance, allowances, namesNotAllowed } from './facts/allowance.ts'

/** A name for which the setting `allow` has no entry that the namespace and the issuer of the source fit. */
export const domainNotAllowed: Check = {
  rule: {
    id: 'domain-not-allowed',
    severity: 'error',
    summary: 'A source asks for a name that the functionConfig does not allow in its namespace.',
  },
  *find(list) {
    for (const allowance of allowances(list)) {
      if (allowance.ofIssuer.length === 0) continue
      for (const { name, field } of namesNotAllowed(allowance)) {
        yield {
          rule: this.rule,
          message: messageFor(name, allowance),
          position: allowance.source.position,
          field,
        }
      }
    }
  },
}

function messageFor(name: string, { source, issuer, ofIssuer }: Allowance): string {
  const where = source.namespace === '' ? '' : ` in the namespace ${source.namespace}`
  const lists = ofIssuer.map(({ domains = [] }) =>
    domains.length === 0 ? 'no name at all' : domains.join(', '),
  )
  return `The functionConfig does not allow this ${source.kind}${where} a Certificate of ${issuer} for "${name}": it allows ${lists.join('; or ')}. Remove the name, or add it to an entry of allow that has all names of this ${source.kind}.`
}
