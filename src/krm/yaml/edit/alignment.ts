import { groupedBy } from '../../../manifest/grouped.ts'
import { sameValue } from '../../../manifest/same-value.ts'
import { firstIndex } from '../sorted.ts'

/** A step from an old list to a new one. */
export type Step =
  | { readonly kind: 'keep' | 'remove'; readonly old: number }
  | { readonly kind: 'change'; readonly old: number; readonly value: unknown }
  | { readonly kind: 'add'; readonly value: unknown }

/** An entry that both lists have. */
interface Kept {
  readonly old: number
  readonly next: number
}

/**
 * The steps from one list to another that keep a longest run of equal entries, with the comments beside them. Of entries that
 * trade places only some are kept, so that no table of all pairs is needed: n log n for n entries.
 */
export function alignment(before: readonly unknown[], after: readonly unknown[]): Step[] {
  const steps: Step[] = []
  let [old, next] = [0, 0]
  for (const kept of [...keptEntries(before, after), { old: before.length, next: after.length }]) {
    // Old entries without a counterpart are changed into new ones without one.
    while (old < kept.old && next < kept.next)
      steps.push({ kind: 'change', old: old++, value: after[next++] })
    while (old < kept.old) steps.push({ kind: 'remove', old: old++ })
    while (next < kept.next) steps.push({ kind: 'add', value: after[next++] })
    if (old < before.length) steps.push({ kind: 'keep', old })
    old++
    next++
  }
  return steps
}

function keptEntries(before: readonly unknown[], after: readonly unknown[]): Kept[] {
  const places = groupedBy(before.keys(), (at) => keyOf(before[at]))
  const untaken = new Map(Array.from(places, ([key, group]) => [key, group.values()]))
  // Each new entry takes the first old one that is its equal and not taken yet.
  const pairs = after.flatMap((value, next): Kept[] => {
    const old = untaken.get(keyOf(value))?.next().value
    return old !== undefined && sameValue(before[old], value) ? [{ old, next }] : []
  })
  return longestAscending(pairs)
}

function keyOf(value: unknown): string {
  return typeof value === 'string' ? `"${value}` : (JSON.stringify(value) ?? '')
}

interface Run {
  readonly last: Kept
  readonly before: Run | undefined
}

/** A longest run of pairs whose old places ascend: patience sorting, with the best run of each length. */
function longestAscending(pairs: readonly Kept[]): Kept[] {
  const runs: Run[] = []
  for (const last of pairs) {
    const length = firstIndex(runs.length, (index) => (runs[index]?.last.old ?? 0) >= last.old)
    runs[length] = { last, before: runs[length - 1] }
  }
  const longest: Kept[] = []
  for (let run = runs.at(-1); run !== undefined; run = run.before) longest.push(run.last)
  return longest.reverse()
}
