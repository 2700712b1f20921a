import type { OrderCheck } from './check.ts'
import { beginning, beyond, grouped, rateLimits } from './facts/acme/rate-limits.ts'

/** "New Orders per Account" of letsencrypt.org/docs/rate-limits. */
export const rateLimitOrders: OrderCheck = {
  rule: {
    id: 'rate-limit-orders',
    severity: 'warning',
    summary: "A render makes more orders with one account than Let's Encrypt takes in three hours.",
  },
  *find({ firsts }) {
    const byAccount = grouped(firsts, ({ account }) => [account])
    for (const { orders, first } of beyond(rateLimits.orders, byAccount)) {
      yield {
        rule: this.rule,
        message: `${beginning(orders)} makes ${orders.length} orders with the account of the ${first.issuer}, and Let's Encrypt takes ${rateLimits.orders} in 3 hours, then one more every 36 seconds. The others stay pending meanwhile: apply them in parts, use wildcards, or put several hosts into one Secret.`,
        position: first.position,
        field: first.field,
      }
    }
  },
}
