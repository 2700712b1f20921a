import { oncePer } from '../../manifest/once-per.ts'
import type { CheckedList } from '../check.ts'

/** Makes something that several checks need and that is computed once for each list, by the first that asks. */
export const oncePerList = <T>(compute: (list: CheckedList) => T): ((list: CheckedList) => T) =>
  oncePer(compute)
