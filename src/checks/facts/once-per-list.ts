import type { CheckedList } from '../check.ts'

/** Makes something that several checks need and that is computed once for each list, by the first that asks. */
export function oncePerList<T>(compute: (list: CheckedList) => T): (list: CheckedList) => T {
  const computed = new WeakMap<CheckedList, { readonly value: T }>()
  return (list) => {
    let known = computed.get(list)
    if (known === undefined) {
      known = { value: compute(list) }
      computed.set(list, known)
    }
    return known.value
  }
}
