import { isSeq, type YAMLMap } from 'yaml'
import type { Splice } from '../yaml/splice.ts'
import type { TopFields } from './fields.ts'
import { flowListSplices, flowMapSplices, flowValue, indentationBefore, isFlow } from './flow.ts'
import { pairStart, valueEnd, valuePropsEnd } from './nodes.ts'
import { type Editing, inBytes } from './place.ts'

const none: ReadonlySet<number> = new Set()

/** The splices, in bytes, that remove and append entries of a top-level list, where that is written in brackets or has to be. */
export function flowListEdits(
  editing: Editing,
  root: YAMLMap,
  fields: TopFields,
  key: string,
  remove: ReadonlySet<number>,
  append: readonly object[],
): Splice[] {
  if (remove.size === 0 && append.length === 0) return []
  const { text } = editing.parsed
  const pair = fields.get(key)
  const value = pair?.value
  if (isSeq(value) && value.items.length > 0) {
    return isFlow(value) ? inBytes(editing, flowListSplices(text, value, remove, append, editing.flow)) : []
  }
  if (!isFlow(root)) return []
  if (pair === undefined)
    return inBytes(editing, flowMapSplices(text, root, none, [[key, append]], editing.flow))
  const start = valuePropsEnd(pair)
  const end = valueEnd(pair)
  const indentation = indentationBefore(text, pairStart(pair))
  return inBytes(editing, [{ start, end, text: ` ${flowValue(append, indentation, editing.flow)}` }])
}
