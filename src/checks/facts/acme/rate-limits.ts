import { groupedBy } from '../../../manifest/grouped.ts'
import type { Order } from './orders.ts'

/** Let's Encrypt's rate limits: letsencrypt.org/docs/rate-limits. */
export const rateLimits = {
  /** Certificates for one registered domain in 7 days. */
  domain: 50,
  /** Orders of one account in 3 hours. */
  orders: 300,
  /** Certificates for one exact set of names in 7 days. */
  duplicates: 5,
} as const

/** The groups that are over a limit, each with the first order beyond it. */
export function* beyond(
  limit: number,
  groups: ReadonlyMap<string, readonly Order[]>,
): Iterable<{ readonly key: string; readonly orders: readonly Order[]; readonly first: Order }> {
  for (const [key, orders] of groups) {
    const first = orders[limit]
    if (first !== undefined) yield { key, orders, first }
  }
}

/** Orders by what they are counted by, which can be several texts for one of them. */
export function grouped(
  orders: readonly Order[],
  keysOf: (order: Order) => Iterable<string>,
): ReadonlyMap<string, readonly Order[]> {
  const counted = orders.flatMap((order) => [...keysOf(order)].map((key) => ({ key, order })))
  const groups = groupedBy(counted, ({ key }) => key)
  return new Map([...groups].map(([key, group]) => [key, group.map(({ order }) => order)]))
}

/** How a message begins: nobody knows what was issued where no Certificate was rendered before. */
export function beginning(orders: readonly Order[]): string {
  return orders.every(({ isSetRendered }) => isSetRendered)
    ? 'This render'
    : 'If none of these is issued yet, this render'
}
