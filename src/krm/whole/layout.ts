import { isScalar, isSeq, type Pair, type YAMLMap } from 'yaml'
import type { Layout, ListLayout } from '../text/layout.ts'
import type { TopFields } from './fields.ts'
import { columnAt, dashesOf, lineStartOf, pairEnd, rangeOf, valueEnd, valuePropsEnd } from './nodes.ts'
import type { ParsedText } from './parse.ts'

const documentEnd = /^\.\.\.(?=\s|$)/m

/** Where the lists of a ResourceList in block style can be edited, in bytes. */
export function layoutOf(
  parsed: ParsedText,
  bytes: Buffer,
  at: (offset: number) => number,
  root: YAMLMap,
  fields: TopFields,
): Layout {
  const end = endOfDocument(parsed.text, pairEnd(root.items.at(-1)))
  const list = (key: string): ListLayout => {
    const pair = fields.get(key)
    return pair === undefined ? { form: 'absent' } : listLayout(parsed, root, pair, end, at)
  }
  return {
    bytes,
    column: columnAt(parsed.text, rangeOf(root)[0]),
    items: list('items'),
    results: list('results'),
    end: at(end),
  }
}

function listLayout(
  { text }: ParsedText,
  root: YAMLMap,
  pair: Pair,
  documentEnd: number,
  at: (offset: number) => number,
): ListLayout {
  const { value } = pair
  const afterKey = valuePropsEnd(pair)
  if (
    value === null ||
    (isScalar(value) && value.value === null) ||
    (isSeq(value) && value.items.length === 0)
  ) {
    return {
      form: 'empty',
      start: at(afterKey),
      end: at(valueEnd(pair)),
    }
  }
  if (!isSeq(value) || value.flow === true) return { form: 'flow' }
  const next = root.items[root.items.indexOf(pair) + 1]
  const end = next === undefined ? documentEnd : lineStartOf(text, rangeOf(next.key)[0])
  return {
    form: 'block',
    column: columnAt(text, dashesOf(value)[0] ?? 0),
    afterKey: at(afterKey),
    dashes: dashesOf(value).map(at),
    end: at(end),
  }
}

function endOfDocument(text: string, contentsEnd: number): number {
  const rest = documentEnd.exec(text.slice(contentsEnd))
  return rest === null ? text.length : contentsEnd + rest.index
}
