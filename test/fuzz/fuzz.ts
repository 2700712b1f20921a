import fc from 'fast-check'
import type { Reader } from '../readers/readers.ts'
import { inputs } from './inputs/inputs.ts'
import { type Fate, keepPromises } from './promises/promises.ts'

/** Where a search ends. */
export interface Search {
  readonly seed: number
  readonly runs: number
  readonly milliseconds?: number
}

export interface Found {
  readonly fates: ReadonlyMap<Fate, number>
  /** The smallest input that breaks a promise, and which; undefined where all are kept. */
  readonly find?: { readonly input: Uint8Array; readonly broken: string; readonly path: string }
}

/** Holds the command to its promises for many inputs, and makes the first that breaks one as small as it can. */
export async function search(
  { seed, runs, milliseconds }: Search,
  readers: readonly Reader[],
): Promise<Found> {
  const fates = new Map<Fate, number>()
  const property = fc.asyncProperty(inputs, async (input) => {
    const fate = await keepPromises(input, readers)
    fates.set(fate, (fates.get(fate) ?? 0) + 1)
  })
  const result = await fc.check(property, {
    seed,
    numRuns: runs,
    ...(milliseconds !== undefined && { interruptAfterTimeLimit: milliseconds }),
  })
  const input = result.counterexample?.[0]
  if (input === undefined) return { fates }
  const broken = result.errorInstance instanceof Error ? result.errorInstance.message : 'unknown'
  return { fates, find: { input, broken, path: result.counterexamplePath ?? '' } }
}
