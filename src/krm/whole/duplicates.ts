import { isMap, isSeq } from 'yaml'
import { duplicateSentence } from '../resource-list.ts'
import { keyText } from './nodes.ts'
import { lineOf, type ParsedText } from './parse.ts'

/** Says which key appears twice in one mapping of this node, and where; undefined where none does. */
export function duplicateKey(parsed: ParsedText, node: unknown): string | undefined {
  if (isSeq(node)) {
    for (const item of node.items) {
      const found = duplicateKey(parsed, item)
      if (found !== undefined) return found
    }
  }
  if (!isMap(node)) return undefined
  const seen = new Set<string>()
  for (const { key, value } of node.items) {
    const name = keyText(parsed.doc, key)
    if (seen.has(name)) return duplicateSentence(name, lineOf(parsed, key))
    seen.add(name)
    const found = duplicateKey(parsed, value)
    if (found !== undefined) return found
  }
  return undefined
}
