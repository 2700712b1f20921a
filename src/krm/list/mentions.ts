import { textsOf } from './encoding.ts'
import type { Wanted } from './resource-list.ts'

/** What is wanted of some bytes, which are one input, by what they mention. */
export function wantedOf(pieces: readonly Uint8Array[], wanted: Wanted): Wanted {
  const { beside } = wanted
  return beside ? beside.wanted(mentionedIn(pieces, beside.texts)) : wanted
}

function mentionedIn(pieces: readonly Uint8Array[], texts: readonly string[]): ReadonlySet<string> {
  const mentioned = new Set<string>()
  for (const bytes of pieces) {
    for (const lines of textsOf(bytes)) {
      for (const text of texts) if (!mentioned.has(text) && lines.includes(text)) mentioned.add(text)
    }
  }
  return mentioned
}
