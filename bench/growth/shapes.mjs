import { acrossResources } from './shapes/across-resources.mjs'
import { bytes } from './shapes/bytes.mjs'
import { certificates } from './shapes/certificates.mjs'
import { orders } from './shapes/orders.mjs'
import { scalars } from './shapes/scalars.mjs'
import { sources } from './shapes/sources.mjs'
import { structure } from './shapes/structure.mjs'
import { values } from './shapes/values.mjs'

/** Every way in which an input can grow, by name: a number to a list of that size, as text or bytes. */
export const shapes = {
  ...sources,
  ...certificates,
  ...acrossResources,
  ...orders,
  ...values,
  ...scalars,
  ...structure,
  ...bytes,
}
