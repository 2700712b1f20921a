import type { Problem, Rule } from '../manifest/rule.ts'
import type { Wish } from '../shim/certificates/desired.ts'
import type { View } from '../shim/inventory.ts'
import type { Options } from '../shim/options.ts'

/** The list as a check sees it: what is in it, and what its sources ask for. */
export interface CheckedList extends View {
  /** The Certificates that the sources ask for and that admission accepts. */
  readonly wishes: readonly Wish[]
  readonly options: Options
}

/** One thing that a reviewer would flag. A file holds one. */
export interface Check {
  readonly rule: Rule
  /** Looks through the whole list, in time linear in its length. */
  find(list: CheckedList): Iterable<Problem>
}
