import { sameValue } from './target.ts'

/** A step from an old list to a new one. */
export type Step =
  | { readonly kind: 'keep'; readonly old: number }
  | { readonly kind: 'change'; readonly old: number; readonly value: unknown }
  | { readonly kind: 'remove'; readonly old: number }
  | { readonly kind: 'add'; readonly value: unknown }

/** The steps from one list to another that keep as many entries as can be, with the comments beside them. */
export function alignment(before: readonly unknown[], after: readonly unknown[]): Step[] {
  const lengths = commonLengths(before, after)
  const steps: Step[] = []
  let old = 0
  let next = 0
  let gap: { old: number[]; values: unknown[] } = { old: [], values: [] }
  while (old < before.length || next < after.length) {
    if (old < before.length && next < after.length && sameValue(before[old], after[next])) {
      steps.push(...stepsOfGap(gap), { kind: 'keep', old })
      gap = { old: [], values: [] }
      old++
      next++
    } else if (
      next >= after.length ||
      (old < before.length && at(lengths, old + 1, next) >= at(lengths, old, next + 1))
    ) {
      gap.old.push(old++)
    } else {
      gap.values.push(after[next++])
    }
  }
  return [...steps, ...stepsOfGap(gap)]
}

/** The steps from one list to another, place by place; entries are only added or removed at the end. */
export function inPlace(before: readonly unknown[], after: readonly unknown[]): Step[] {
  return stepsOfGap({ old: before.map((_value, position) => position), values: after })
}

/** Old entries without a counterpart are changed into new ones without one; what is left over is removed or added. */
function stepsOfGap({ old, values }: { old: readonly number[]; values: readonly unknown[] }): Step[] {
  const paired = Math.min(old.length, values.length)
  return [
    ...old
      .slice(0, paired)
      .map((position, index) => ({ kind: 'change', old: position, value: values[index] }) as const),
    ...old.slice(paired).map((position) => ({ kind: 'remove', old: position }) as const),
    ...values.slice(paired).map((value) => ({ kind: 'add', value }) as const),
  ]
}

/** For each pair of places the length of the longest list of entries that both lists have, in order, from there on. */
function commonLengths(before: readonly unknown[], after: readonly unknown[]): number[][] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0))
  for (let old = before.length - 1; old >= 0; old--) {
    const row = lengths[old] ?? []
    for (let next = after.length - 1; next >= 0; next--) {
      row[next] = sameValue(before[old], after[next])
        ? at(lengths, old + 1, next + 1) + 1
        : Math.max(at(lengths, old + 1, next), at(lengths, old, next + 1))
    }
  }
  return lengths
}

function at(lengths: readonly (readonly number[])[], old: number, next: number): number {
  return lengths[old]?.[next] ?? 0
}
