import { decode } from '../encoding.ts'
import type { ReadItem } from '../items.ts'
import { InputError } from '../resource-list.ts'

/**
 * An item that is edited or removed can hold an anchor that an alias elsewhere stands for, in an item that nobody has read.
 * @throws InputError where that is so.
 */
export function refuseLostAnchors(bytes: Uint8Array, items: readonly ReadItem[]): void {
  for (const item of items) {
    const { entry, tree } = item
    for (const anchor of tree.anchors) {
      if (!isUsedOutside(bytes, `*${anchor}`, entry.start, entry.end)) continue
      throw new InputError(
        `The item on line ${item.lineOf([])} has the anchor &${anchor}, which another item uses, so that it can't be changed without changing that one. Write the value out there.`,
      )
    }
  }
}

function isUsedOutside(bytes: Uint8Array, alias: string, start: number, end: number): boolean {
  for (let at = bytes.indexOf(0x2a); at !== -1; at = bytes.indexOf(0x2a, at + 1)) {
    if (at >= start && at < end) continue
    if (/^[\s,\]}:]|^$/.test(textBehind(bytes, at, alias) ?? '*')) return true
  }
  return false
}

/** The character behind a word that stands in the bytes; undefined where another word does. */
function textBehind(bytes: Uint8Array, at: number, word: string): string | undefined {
  const text = decode(bytes, at, Math.min(bytes.length, at + 4 * word.length + 1))
  return text.startsWith(word) ? text.slice(word.length, word.length + 1) : undefined
}
