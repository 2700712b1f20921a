import { sameValue } from '../../../manifest/same-value.ts'

/** A step from an old list to a new one. */
export type Step =
  | { readonly kind: 'keep'; readonly old: number }
  | { readonly kind: 'change'; readonly old: number; readonly value: unknown }
  | { readonly kind: 'remove'; readonly old: number }
  | { readonly kind: 'add'; readonly value: unknown }

/**
 * The steps from one list to another that keep a longest run of equal entries, with the comments beside them. Of entries that
 * trade places only some are kept, so that no table of all pairs is needed: n log n for n entries.
 */
export function alignment(before: readonly unknown[], after: readonly unknown[]): Step[] {
  const steps: Step[] = []
  let old = 0
  let next = 0
  for (const [oldKept, nextKept] of keptPairs(before, after)) {
    steps.push(...stepsOfGap(old, oldKept, after.slice(next, nextKept)), { kind: 'keep', old: oldKept })
    old = oldKept + 1
    next = nextKept + 1
  }
  return [...steps, ...stepsOfGap(old, before.length, after.slice(next))]
}

/** Old entries without a counterpart are changed into new ones without one; what is left over is removed or added. */
function stepsOfGap(start: number, end: number, values: readonly unknown[]): Step[] {
  const steps: Step[] = []
  for (let index = 0; index < Math.max(end - start, values.length); index++) {
    const old = start + index
    if (old >= end) steps.push({ kind: 'add', value: values[index] })
    else if (index >= values.length) steps.push({ kind: 'remove', old })
    else steps.push({ kind: 'change', old, value: values[index] })
  }
  return steps
}

/** Places of equal entries in both lists, ascending in both. */
function keptPairs(before: readonly unknown[], after: readonly unknown[]): [number, number][] {
  const places = new Map<string, number[]>()
  for (let at = before.length - 1; at >= 0; at--) {
    const key = keyOf(before[at])
    const others = places.get(key)
    if (others === undefined) places.set(key, [at])
    else others.push(at)
  }
  // Each new entry takes the first old one that is its equal and not taken yet.
  const pairs = after.flatMap((value, next): [number, number][] => {
    const old = places.get(keyOf(value))?.pop()
    return old !== undefined && sameValue(before[old], value) ? [[old, next]] : []
  })
  return longestAscending(pairs)
}

function keyOf(value: unknown): string {
  return typeof value === 'string' ? `"${value}` : (JSON.stringify(value) ?? '')
}

/** A longest run of pairs whose first numbers ascend: patience sorting. */
function longestAscending(pairs: readonly [number, number][]): [number, number][] {
  const links: { readonly pair: [number, number]; readonly before: number }[] = []
  const tails: number[] = []
  for (const pair of pairs) {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((links[tails[middle] ?? 0]?.pair[0] ?? 0) < pair[0]) low = middle + 1
      else high = middle
    }
    links.push({ pair, before: tails[low - 1] ?? -1 })
    tails[low] = links.length - 1
  }
  const run: [number, number][] = []
  for (let at = tails.at(-1) ?? -1; at !== -1; ) {
    const link = links[at]
    if (link === undefined) break
    run.push(link.pair)
    at = link.before
  }
  return run.reverse()
}
