import { longestImplicitKey, quoted } from './quote.ts'

/** How a list is written, so that what is added looks like what is there. */
export interface BlockStyle {
  readonly newline: string
  /** Whether the dash of a nested list stands under its key's first letter (compact) or two columns on (wide). */
  readonly compact: boolean
}

/** An entry of a block list whose dash stands at `column`, as whole lines. */
export function blockEntry(value: unknown, column: number, style: BlockStyle): string {
  return `${' '.repeat(column)}-${afterDash(value, column, style)}`
}

/** A key with its value, as whole lines that start at `column`. */
export function blockPair(key: string, value: unknown, column: number, style: BlockStyle): string {
  return ' '.repeat(column) + pair(key, value, column, style)
}

/** The pairs of a mapping whose keys stand at `column`, as whole lines. */
export function blockMapping(value: object, column: number, style: BlockStyle): string {
  return ' '.repeat(column) + pairs(value, column, style)
}

/** What follows a key's colon (a mapping's, whose keys stand at `column`): the rest of the line, and the lines below. */
export function afterColon(value: unknown, column: number, style: BlockStyle): string {
  if (Array.isArray(value) && value.length > 0) {
    return style.newline + entries(value, style.compact ? column : column + 2, style)
  }
  if (hasKeys(value)) return style.newline + ' '.repeat(column + 2) + pairs(value, column + 2, style)
  return ` ${scalarText(value)}${style.newline}`
}

/** What follows a dash that stands at `column`: the rest of the line, and the lines below. */
export function afterDash(value: unknown, column: number, style: BlockStyle): string {
  if (Array.isArray(value) && value.length > 0) {
    return ` ${entries(value, column + 2, style).trimStart()}`
  }
  if (hasKeys(value)) return ` ${pairs(value, column + 2, style)}`
  return ` ${scalarText(value)}${style.newline}`
}

/** A scalar or an empty collection, on one line. */
export function scalarText(value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  if (typeof value === 'number') return numberText(value)
  if (Array.isArray(value)) return '[]'
  if (typeof value === 'object' && value !== null) return '{}'
  return String(value ?? null)
}

function numberText(value: number): string {
  if (Number.isNaN(value)) return '.nan'
  if (!Number.isFinite(value)) return value > 0 ? '.inf' : '-.inf'
  return Object.is(value, -0) ? '-0' : String(value)
}

function hasKeys(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  for (const field of Object.values(value)) if (field !== undefined) return true
  return false
}

function entries(values: readonly unknown[], column: number, style: BlockStyle): string {
  let text = ''
  for (const value of values) text += blockEntry(value, column, style)
  return text
}

/** The pairs of a mapping whose keys stand at `column`; the first line comes without its indentation. */
function pairs(value: object, column: number, style: BlockStyle): string {
  let text = ''
  for (const [key, field] of Object.entries(value)) {
    if (field === undefined) continue
    if (text !== '') text += ' '.repeat(column)
    text += pair(key, field, column, style)
  }
  return text
}

function pair(key: string, value: unknown, column: number, style: BlockStyle): string {
  const name = keyText(key)
  const after = afterColon(value, column, style)
  if (name.length > longestImplicitKey) return `? ${name}${style.newline}${' '.repeat(column)}:${after}`
  return `${name}:${after}`
}

const keyTexts = new Map<string, string>()

/** The same few keys come back in every item. */
function keyText(key: string): string {
  const known = keyTexts.get(key)
  if (known !== undefined) return known
  const text = quoted(key)
  keyTexts.set(key, text)
  return text
}
