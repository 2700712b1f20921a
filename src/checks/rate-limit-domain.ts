import type { OrderCheck } from './check.ts'
import type { AllOrders, RegisteredDomain } from './facts/acme/all-orders.ts'
import { beginning, beyond, grouped, rateLimits } from './facts/acme/rate-limits.ts'

/** "New Certificates per Registered Domain" of letsencrypt.org/docs/rate-limits. */
export const rateLimitDomain: OrderCheck = {
  rule: {
    id: 'rate-limit-domain',
    severity: 'warning',
    summary:
      "A render orders more certificates for one registered domain than Let's Encrypt issues in a week.",
  },
  *find({ firsts, registeredDomain }) {
    if (registeredDomain === undefined) return
    const byDomain = grouped(firsts, ({ dnsNames }) => new Set(dnsNames.map(domainBy(registeredDomain))))
    for (const { key, orders, first } of beyond(rateLimits.domain, byDomain)) {
      yield {
        rule: this.rule,
        message: `${beginning(orders)} orders ${orders.length} certificates for ${key} and names below it, and Let's Encrypt, which the ${first.issuer} uses, issues ${rateLimits.domain} in 7 days for a registered domain, then one more every 202 minutes. The others stay pending meanwhile: use a wildcard, apply them in parts, or take an issuer of the staging server for what is only a preview.`,
        position: first.position,
        field: first.field,
      }
    }
  },
}

/** Whether the Public Suffix List is needed to tell. */
export function needsRegisteredDomain({ firsts }: Pick<AllOrders, 'firsts'>): boolean {
  return firsts.length > rateLimits.domain
}

/** Of a name under which others register theirs, the name itself. */
function domainBy(registeredDomain: RegisteredDomain): (name: string) => string {
  return (name) => {
    const host = name.toLowerCase().replace(/^\*\./, '')
    return registeredDomain(host) ?? host
  }
}
