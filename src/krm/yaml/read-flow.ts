import { type BlockCursor, keyText, unsure } from './block-cursor.ts'
import { setField } from './tree.ts'

const flowPlain =
  /(?:[A-Za-z0-9$+./_~]|-(?=[\w$()*+./;<=>@^|~-]))(?:[\w$()*+./;<=>@^|~-]|[ :](?=[\w$()*+./;<=>@^|~-]))*/y
const deepest = 100

const space = 0x20
const comma = 0x2c
const colon = 0x3a
const openBracket = 0x5b
const closeBracket = 0x5d
const openBrace = 0x7b
const closeBrace = 0x7d

/** Whether a character begins a value in brackets or braces. */
export function opensFlow(code: number): boolean {
  return code === openBracket || code === openBrace
}

/** Reads a value in brackets or braces that is on one line. */
export function readFlow(cursor: BlockCursor, depth = 0): unknown {
  if (depth > deepest) throw unsure
  return cursor.code === openBrace ? flowMapping(cursor, depth) : flowSequence(cursor, depth)
}

function flowMapping(cursor: BlockCursor, depth: number): unknown {
  const fields: Record<string, unknown> = {}
  readElements(cursor, closeBrace, () => {
    const key = keyText(cursor.scalar(flowPlain))
    if (cursor.code !== colon || cursor.text.charCodeAt(cursor.at + 1) !== space) throw unsure
    if (Object.hasOwn(fields, key)) throw unsure
    cursor.at++
    cursor.skipSpaces()
    setField(fields, key, flowValue(cursor, depth))
  })
  return fields
}

function flowSequence(cursor: BlockCursor, depth: number): unknown {
  const entries: unknown[] = []
  readElements(cursor, closeBracket, () => entries.push(flowValue(cursor, depth)))
  return entries
}

function flowValue(cursor: BlockCursor, depth: number): unknown {
  return opensFlow(cursor.code) ? readFlow(cursor, depth + 1) : cursor.scalar(flowPlain)
}

/** Reads what stands between commas, up to the closing bracket. */
function readElements(cursor: BlockCursor, close: number, readElement: () => void): void {
  cursor.at++
  cursor.skipSpaces()
  if (cursor.code === close) {
    cursor.at++
    return
  }
  for (;;) {
    readElement()
    cursor.skipSpaces()
    const next = cursor.code
    cursor.at++
    if (next === close) return
    if (next !== comma) throw unsure
    cursor.skipSpaces()
  }
}
