import type { Problem, Rule } from '../manifest/rule.ts'
import type { Assignment } from '../shim/certificates/assignment.ts'
import type { DesiredCertificate } from '../shim/certificates/desired-certificates.ts'
import type { ExistingCertificate } from '../shim/certificates/existing.ts'
import type { RenderedCertificate } from '../shim/certificates/reconcile.ts'
import type { Inventory } from '../shim/inventory.ts'
import type { Options } from '../shim/options.ts'
import type { AllOrders } from './facts/acme/all-orders.ts'
import type { EvaluateCel } from './facts/policies/validations.ts'

/** The list as a check sees it: what is in it, and what its sources ask for. */
export interface CheckedList extends Inventory {
  /** Those that are there already and stay, as they are afterwards. */
  readonly certificates: readonly ExistingCertificate[]
  /** The existing Certificate of each Secret that a source wants: it serves it, or stands in the way. */
  readonly assigned: Assignment
  /** The Certificates that the sources ask for and that admission accepts. */
  readonly desired: readonly DesiredCertificate[]
  /** Those of them that are there when it is rendered, with what was there before. */
  readonly rendered: readonly RenderedCertificate[]
  /** Whether Certificates of ours were there before. */
  readonly isSetRendered: boolean
  readonly options: Options
  /** Left out where no policy has a rule in CEL. */
  readonly evaluateCel?: EvaluateCel | undefined
}

/** One thing that a reviewer would flag. A file holds one. */
export interface Check {
  readonly rule: Rule
  /** Looks through the whole list, in time linear in its length. */
  find(list: CheckedList): Iterable<Problem>
}

/** The same for what only shows over all sets of the input, in what they order of a CA together. */
export interface OrderCheck {
  readonly rule: Rule
  /** In time linear in the number of orders. */
  find(orders: AllOrders): Iterable<Problem>
}
