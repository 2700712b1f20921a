import type { Check } from './check.ts'

/** Every check there is, in the order of the rules' page. */
export const checks: readonly Check[] = []
