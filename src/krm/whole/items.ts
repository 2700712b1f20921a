import { isMap, isScalar, type YAMLMap, type YAMLSeq } from 'yaml'
import { InputError, type ItemOnLine as Item, type Wanted } from '../list/resource-list.ts'
import { isFlow } from './flow.ts'
import { dashesOf, pairOf, resolved } from './nodes.ts'
import { jsValue, lineAt, lineOf, type ParsedText } from './parse.ts'
import { problemOf } from './problem.ts'

/**
 * The items whose apiVersion and kind are wanted, in list order.
 * @throws InputError for an item that isn't a mapping.
 */
export function itemsOf(parsed: ParsedText, list: YAMLSeq, wanted: Wanted): Item[] {
  return list.items.flatMap((node, position) => {
    const map = resolved(parsed.doc, node)
    if (!isMap(map)) throw noMapping(parsed, list, position)
    return isWanted(parsed, map, wanted) ? itemOf(parsed, list, map, position) : []
  })
}

function itemOf(parsed: ParsedText, list: YAMLSeq, map: YAMLMap, position: number): Item {
  const problem = problemOf(parsed, map)
  const item = {
    position,
    object: jsValue(parsed, list.items[position]),
    line: lineOfItem(parsed, list, position),
  }
  return problem === undefined ? item : { ...item, problem }
}

function isWanted({ doc }: ParsedText, map: YAMLMap, wanted: Wanted): boolean {
  const text = (key: string) => {
    const value = resolved(doc, pairOf(doc, map, key)?.value)
    return isScalar(value) && typeof value.value === 'string' ? value.value : undefined
  }
  const apiVersion = text('apiVersion')
  const kind = text('kind')
  return apiVersion !== undefined && kind !== undefined && wanted(apiVersion, kind)
}

function lineOfItem(parsed: ParsedText, list: YAMLSeq, position: number): number {
  const dash = isFlow(list) ? undefined : dashesOf(list)[position]
  return dash === undefined ? lineOf(parsed, list.items[position]) : lineAt(parsed, dash)
}

function noMapping(parsed: ParsedText, list: YAMLSeq, position: number): InputError {
  return new InputError(
    `Item ${position} of the ResourceList (line ${lineOfItem(parsed, list, position)}) isn't a mapping, so it is no Kubernetes resource. Remove it, or mend what wrote it.`,
  )
}
