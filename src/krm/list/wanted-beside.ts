import type { Wanted } from './resource-list.ts'

/** What is wanted of an input, by the texts that say what is in it. */
export function wantedBeside(wanted: Wanted, texts: Iterable<string>): Wanted {
  const { beside } = wanted
  if (beside === undefined) return wanted
  const mentioned = new Set<string>()
  for (const text of texts) {
    for (const one of beside.texts) if (text.includes(one)) mentioned.add(one)
  }
  return beside.wanted(mentioned)
}
