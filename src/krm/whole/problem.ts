import { isMap, isScalar, isSeq } from 'yaml'
import { duplicateSentence } from '../list/resource-list.ts'
import { keyText } from './nodes.ts'
import { lineOf, type ParsedText } from './parse.ts'

/**
 * Why a value can't be trusted, in a sentence: a key appears twice in one mapping, or is no text. Undefined where neither is so.
 */
export function problemOf(parsed: ParsedText, node: unknown): string | undefined {
  if (isSeq(node)) return firstOf(node.items, (item) => problemOf(parsed, item))
  if (!isMap(node)) return undefined
  const seen = new Set<string>()
  return firstOf(node.items, ({ key, value }) => {
    if (key !== null && !isScalar(key)) {
      return `the key on line ${lineOf(parsed, key)} isn't text, which no field of Kubernetes has`
    }
    const name = keyText(parsed.doc, key)
    if (seen.has(name)) return duplicateSentence(name, lineOf(parsed, key))
    seen.add(name)
    return problemOf(parsed, value)
  })
}

function firstOf<T>(values: readonly T[], find: (value: T) => string | undefined): string | undefined {
  for (const value of values) {
    const found = find(value)
    if (found !== undefined) return found
  }
  return undefined
}
