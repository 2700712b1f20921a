import type { OrderCheck } from './check.ts'
import { beginning, beyond, grouped, rateLimits } from './facts/acme/rate-limits.ts'

/** "New Certificates per Exact Set of Identifiers" of letsencrypt.org/docs/rate-limits, which no override raises. */
export const rateLimitDuplicates: OrderCheck = {
  rule: {
    id: 'rate-limit-duplicates',
    severity: 'warning',
    summary: "A render orders more certificates for the same names than Let's Encrypt issues in a week.",
  },
  *find({ orders: all }) {
    const bySet = grouped(
      all.filter(({ isNew }) => isNew),
      ({ names }) => [names],
    )
    for (const { key, orders, first } of beyond(rateLimits.duplicates, bySet)) {
      yield {
        rule: this.rule,
        message: `${beginning(orders)} orders ${orders.length} certificates for ${shortened(key)}, and Let's Encrypt, which the ${first.issuer} uses, issues ${rateLimits.duplicates} in 7 days for one set of names, then one more every 34 hours. The others stay pending meanwhile: issue it once and copy the Secret, give them different names, or take an issuer of the staging server for what is only a preview.`,
        position: first.position,
        field: first.field,
      }
    }
  },
}

function shortened(names: string): string {
  const [first = '', second, ...others] = names.split(' ')
  if (second === undefined) return first
  return others.length === 0 ? `${first} and ${second}` : `${first} and ${others.length + 1} more names`
}
