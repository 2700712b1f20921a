import {
  closeBrace,
  closeBracket,
  colon,
  comma,
  dash,
  doubleQuote,
  inFlowPlain,
  newline,
  openBrace,
  openBracket,
  singleQuote,
  space,
  startsFlowPlain,
} from './characters.ts'
import { quotedEnd, skipSpaces, unsure } from './skip-scalar.ts'

/*
 * Collections in brackets and braces that end on the line where they begin. Safe, because only this is taken:
 * - entries that are a scalar or another collection, and pairs that are a scalar key, a colon, a space and a value; no entry is
 *   empty (`[a,]`, `{a}`, `{a: }`, `[a: b]` go to `yaml`);
 * - scalars in quotes, and plain ones of characters that mean nothing in brackets, with single spaces between them.
 */

const deepest = 16

/** Behind a collection in brackets or braces. */
export function flowEnd(bytes: Uint8Array, from: number, depth = 0): number {
  const isMapping = bytes[from] === openBrace
  const close = isMapping ? closeBrace : closeBracket
  let at = skipSpaces(bytes, from + 1)
  if (bytes[at] === close) return at + 1
  if (depth === deepest) return unsure
  for (;;) {
    at = isMapping ? pairEnd(bytes, at, depth) : valueEnd(bytes, at, depth)
    if (at === unsure) return unsure
    at = skipSpaces(bytes, at)
    if (bytes[at] === close) return at + 1
    if (bytes[at] !== comma) return unsure
    at = skipSpaces(bytes, at + 1)
  }
}

function pairEnd(bytes: Uint8Array, from: number, depth: number): number {
  const at = scalarEnd(bytes, from)
  if (at === unsure || bytes[at] !== colon || bytes[at + 1] !== space) return unsure
  return valueEnd(bytes, skipSpaces(bytes, at + 1), depth)
}

function valueEnd(bytes: Uint8Array, at: number, depth: number): number {
  const byte = bytes[at]
  return byte === openBracket || byte === openBrace ? flowEnd(bytes, at, depth + 1) : scalarEnd(bytes, at)
}

function scalarEnd(bytes: Uint8Array, at: number): number {
  const byte = bytes[at]
  return byte === doubleQuote || byte === singleQuote ? quotedEnd(bytes, at) : plainEnd(bytes, at)
}

function plainEnd(bytes: Uint8Array, from: number): number {
  let at = plainStart(bytes, from)
  if (at === unsure) return unsure
  for (;;) {
    while (inFlowPlain[bytes[at] ?? newline] === 1) at++
    const goesOn = inFlowPlain[bytes[at + 1] ?? newline] === 1
    if (!goesOn || (bytes[at] !== space && bytes[at] !== colon)) return at
    at++
  }
}

function plainStart(bytes: Uint8Array, at: number): number {
  if (startsFlowPlain[bytes[at] ?? newline] === 1) return at + 1
  return bytes[at] === dash && inFlowPlain[bytes[at + 1] ?? newline] === 1 ? at + 1 : unsure
}
