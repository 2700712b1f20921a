import type { Order, OrdersOfSet } from './orders.ts'

/** The domain that somebody has registered, of a host; undefined for one under which others register theirs. */
export type RegisteredDomain = (host: string) => string | undefined

/** What all sets of the input order together. */
export interface AllOrders {
  /** In input order. */
  readonly orders: readonly Order[]
  /** The first for each set of names that was not issued before: Let's Encrypt takes others for renewals. */
  readonly firsts: readonly Order[]
  /** Undefined where nobody has given the Public Suffix List. */
  readonly registeredDomain: RegisteredDomain | undefined
}

export function allOrders(sets: readonly OrdersOfSet[]): Omit<AllOrders, 'registeredDomain'> {
  const orders = sets.flatMap((set) => set.orders).sort((a, b) => a.position - b.position)
  return { orders, firsts: firstsAmong(orders, new Set(sets.flatMap(({ issued }) => issued))) }
}

function firstsAmong(orders: readonly Order[], issued: ReadonlySet<string>): readonly Order[] {
  const firsts = new Map<string, Order>()
  for (const order of orders) {
    if (!issued.has(order.names) && !firsts.has(order.names)) firsts.set(order.names, order)
  }
  return [...firsts.values()]
}
