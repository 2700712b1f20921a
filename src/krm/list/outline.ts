import { nextLine } from '../yaml/lines.ts'
import type { DocumentPlace } from './documents.ts'
import { columnOf, edges, firstLine, hasLoneCarriageReturn, isDash } from './edges.ts'
import { decode } from './encoding.ts'
import type { ListPlace } from './places.ts'

/** What is where in a ResourceList. */
export interface Outline {
  readonly bytes: Uint8Array
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

const topKey = /^([A-Za-z][\w.-]*):(?= |\r?$)/
const emptyValue = /^\w+:( *(?:\[ *\]|null|~)?)(?= *\r?$| +#)/
/** Deep enough for the dashes of most lists and for the keys behind them. */
const usualColumn = 2

/**
 * Finds the keys and items of a list, a ResourceList or a `kind: List`, that is a document in block style. Nothing inside an
 * item is looked at. Undefined where the document isn't certainly one.
 */
export function outlineOf(bytes: Uint8Array, document: DocumentPlace): Outline | undefined {
  if (document.prefix !== '' || hasLoneCarriageReturn(bytes.subarray(document.start, document.end)))
    return undefined
  const isNoted = document.column >= usualColumn
  const lines = isNoted ? document.lines : edges(bytes, document.start, document.end, usualColumn)
  const keys = keysOf(bytes, lines, document.end)
  if (keys === undefined) return undefined
  const items = listIn(bytes, lines, keys.get('items'))
  const results = listIn(bytes, lines, keys.get('results'))
  if (items === undefined || results === undefined) return undefined
  return { bytes, isFlow: false, column: 0, keys, items, results, end: document.end }
}

function lineAt(bytes: Uint8Array, start: number): string {
  const end = bytes.indexOf(0x0a, start)
  return decode(bytes, start, end === -1 ? bytes.length : end)
}

function keysOf(bytes: Uint8Array, lines: readonly number[], end: number): Map<string, Field> | undefined {
  const keys = new Map<string, Field>()
  let open: { name: string; start: number } | undefined
  const close = (end: number) => open && keys.set(open.name, { start: open.start, end })
  for (const start of lines) {
    if (bytes[start] === 0x20) continue
    if (open !== undefined && isDash(bytes, start)) continue
    const name = topKey.exec(lineAt(bytes, start))?.[1]
    if (name === undefined || keys.has(name) || open?.name === name) return undefined
    close(start)
    open = { name, start }
  }
  close(end)
  return keys.size > 0 ? keys : undefined
}

/** Where the list under a top-level key is; undefined where that isn't certain. */
function listIn(bytes: Uint8Array, lines: readonly number[], key: Field | undefined): ListPlace | undefined {
  if (key === undefined) return { form: 'absent' }
  const line = lineAt(bytes, key.start)
  const behindKey = emptyValue.exec(line)?.[1]
  if (behindKey === undefined) return undefined
  const afterKey = key.start + line.indexOf(':') + 1
  const body = nextLine(bytes, key.start)
  const first = firstLine(bytes, body, key.end)
  if (first === undefined) {
    return { form: 'empty', start: afterKey, end: afterKey + behindKey.trimEnd().length }
  }
  const column = columnOf(bytes, first)
  if (behindKey.trim() !== '' || !isDash(bytes, first + column)) return undefined
  const inside =
    column + 2 <= usualColumn
      ? lines.filter((start) => start >= first && start < key.end)
      : edges(bytes, first, key.end, column + 2)
  const starts = dashesIn(bytes, inside, column)
  return starts && { form: 'block', column, starts, end: key.end, afterKey, lines: inside }
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
