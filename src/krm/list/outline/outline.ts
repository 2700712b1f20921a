import type { BlockPlace } from '../../yaml/edit/block-entries.ts'
import { columnOf, firstLine, isDash, nextLine } from '../../yaml/lines.ts'
import { type Edges, hasLoneCarriageReturn } from '../edges.ts'
import { decode } from '../encoding.ts'
import type { Entry } from '../entries.ts'
import { unreadable } from '../read-part.ts'

/** What is where in a ResourceList or a `kind: List`. */
export interface Outline {
  /** Its lines, with those at the column of the top-level keys and of the usual items' keys. */
  readonly edges: Edges
  /** Whether it stands in braces. */
  readonly isFlow: boolean
  /** Column of the top-level keys. */
  readonly column: number
  readonly keys: ReadonlyMap<string, Field>
  readonly items: ListPlace
  readonly results: ListPlace
  /** Where the last key's lines end, or before the closing brace. */
  readonly end: number
}

/** A top-level key with its value: a text that can be read alone. */
export interface Field {
  readonly start: number
  readonly end: number
}

/** Where a list, `items` or `results`, is in the bytes. */
export type ListPlace =
  /** The key isn't there. */
  | { readonly form: 'absent' }
  /** The key is there with nothing, with a null or with `[]`. */
  | (Field & { readonly form: 'empty' })
  | BlockList
  | FlowList

export interface BlockList extends BlockPlace {
  readonly form: 'block'
  /** Behind the colon: where ` []` goes when all entries do. */
  readonly afterKey: number
}

/** A list in brackets; its place is what stands between them. */
export interface FlowList extends Field {
  readonly form: 'flow'
  readonly entries: readonly Field[]
}

const topKey = /^([A-Za-z][\w.-]*):(?= |\r?$)/
const emptyValue = /^\w+:( *(?:\[ *\]|null|~)?)(?= *\r?$| +#)/
/** Deep enough for the dashes of most lists and for the keys behind them. */
export const usualColumn = 2

/**
 * The outline of a list: from its lines or, where these don't tell, by `yaml`. Undefined where the document is no mapping.
 * @throws InputError where it can't be read.
 */
export async function outlineIn(edges: Edges, document: Entry): Promise<Outline | undefined> {
  const outline = outlineOf(edges, document)
  if (outline !== undefined) return outline
  const { outlineByYaml } = await import('./outline-by-yaml.ts')
  try {
    return outlineByYaml(edges, document)
  } catch (error) {
    throw unreadable(error, document.end === edges.bytes.length)
  }
}

/**
 * Finds the keys and items of a list that is a document in block style. Nothing inside an item is looked at. Undefined where
 * the document isn't certainly one.
 */
export function outlineOf(edges: Edges, { prefix, start, end }: Entry): Outline | undefined {
  const { bytes } = edges
  if (prefix !== '' || hasLoneCarriageReturn(bytes.subarray(start, end))) return undefined
  const own = edges.within(start, end, usualColumn)
  const keys = keysOf(bytes, own.between(start, end, 0), end)
  // What stands deeper before the first key, such as a `|`, can make one text of them all.
  if (keys?.values().next().value?.start !== firstLine(bytes, start, end)) return undefined
  const items = keys && listIn(own, keys.get('items'))
  const results = keys && listIn(own, keys.get('results'))
  return items && results && { edges: own, isFlow: false, column: 0, keys, items, results, end }
}

function lineAt(bytes: Uint8Array, start: number): string {
  const end = bytes.indexOf(0x0a, start)
  return decode(bytes, start, end === -1 ? bytes.length : end)
}

function keysOf(bytes: Uint8Array, lines: readonly number[], end: number): Map<string, Field> | undefined {
  const starts: number[] = []
  for (const line of lines) {
    if (bytes[line] !== 0x20 && (starts.length === 0 || !isDash(bytes, line))) starts.push(line)
  }
  const keys = new Map<string, Field>()
  for (const [index, start] of starts.entries()) {
    const name = topKey.exec(lineAt(bytes, start))?.[1]
    if (name === undefined || keys.has(name)) return undefined
    keys.set(name, { start, end: starts[index + 1] ?? end })
  }
  return keys.size > 0 ? keys : undefined
}

/** Where the list under a top-level key is; undefined where that isn't certain. */
function listIn(edges: Edges, key: Field | undefined): ListPlace | undefined {
  if (key === undefined) return { form: 'absent' }
  const { bytes } = edges
  const line = lineAt(bytes, key.start)
  const behindKey = emptyValue.exec(line)?.[1]
  if (behindKey === undefined) return undefined
  const afterKey = key.start + line.indexOf(':') + 1
  const first = firstLine(bytes, nextLine(bytes, key.start), key.end)
  if (first === undefined) {
    return { form: 'empty', start: afterKey, end: afterKey + behindKey.trimEnd().length }
  }
  const column = columnOf(bytes, first)
  if (behindKey.trim() !== '' || !isDash(bytes, first + column)) return undefined
  const starts = dashesIn(bytes, edges.between(first, key.end, column), column)
  return starts && { form: 'block', column, starts, end: key.end, afterKey }
}

/** The dashes of a list; undefined where a line left of them is no part of it. */
function dashesIn(bytes: Uint8Array, lines: readonly number[], column: number): number[] | undefined {
  const starts: number[] = []
  for (const line of lines) {
    const at = columnOf(bytes, line)
    if (at > column) continue
    if (at < column || !isDash(bytes, line + at)) return undefined
    starts.push(line + at)
  }
  return starts
}
