import { type Document, isMap, isSeq, type LineCounter } from 'yaml'
import { duplicateSentence } from '../resource-list.ts'
import { keyText, rangeOf } from './nodes.ts'

/** Says which key appears twice in one mapping of this node, and where; undefined where none does. */
export function duplicateKey(doc: Document, node: unknown, lines: LineCounter): string | undefined {
  if (isSeq(node)) {
    for (const item of node.items) {
      const found = duplicateKey(doc, item, lines)
      if (found !== undefined) return found
    }
  }
  if (!isMap(node)) return undefined
  const seen = new Set<string>()
  for (const { key, value } of node.items) {
    const name = keyText(doc, key)
    if (seen.has(name)) return duplicateSentence(name, lines.linePos(rangeOf(key)[0]).line)
    seen.add(name)
    const found = duplicateKey(doc, value, lines)
    if (found !== undefined) return found
  }
  return undefined
}
