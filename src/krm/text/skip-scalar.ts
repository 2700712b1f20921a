import {
  backslash,
  carriageReturn,
  colon,
  dash,
  doubleQuote,
  hash,
  inDoubleQuotes,
  inPlain,
  inSingleQuotes,
  inText,
  isOrdinary,
  newline,
  singleQuote,
  space,
  startsPlain,
  tab,
} from './characters.ts'

/*
 * Each function here takes the place of something's first byte and gives the place behind it, or `unsure` where it isn't
 * certain that `yaml` would read the same. Behind the last byte, everything reads as a line break.
 */

/** What isn't certain, and is left to `yaml`. */
export const unsure = -1

/** Whether a byte separates tokens: a blank or a line break. */
export function isSeparator(byte: number): boolean {
  return byte === space || byte === newline || byte === carriageReturn || byte === tab
}

/** Skips spaces. */
export function skipSpaces(bytes: Uint8Array, from: number): number {
  let at = from
  while (bytes[at] === space) at++
  return at
}

/** Whether a plain scalar can begin here, outside brackets. A `-` begins one unless a blank follows, which makes it a dash. */
export function beginsPlain(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at] ?? newline
  if (startsPlain[byte] === 1) return true
  return byte === dash ? !isSeparator(bytes[at + 1] ?? newline) : byte >= 0x80 && isOrdinary(bytes, at)
}

/**
 * Where a plain scalar outside brackets stops: at its line's end, at the `#` of a comment behind a blank, or at a colon before
 * a blank, which makes it a key. A tab in it could be either, and goes to `yaml`.
 */
export function plainStop(bytes: Uint8Array, from: number): number {
  let at = from
  for (;;) {
    while (inPlain[bytes[at] ?? newline] === 1) at++
    const byte = bytes[at] ?? newline
    if (byte === newline) return at
    if (byte === space) {
      at = skipSpaces(bytes, at)
      if (bytes[at] === hash) return at
    } else if (byte === colon) {
      if (isSeparator(bytes[at + 1] ?? newline)) return at
      at++
    } else if (byte === carriageReturn) {
      return bytes[at + 1] === newline ? at : unsure
    } else {
      if (!isOrdinary(bytes, at)) return unsure
      at++
    }
  }
}

/** Behind a scalar in quotes that ends on its line; escapes are those that JSON has too. */
export function quotedEnd(bytes: Uint8Array, from: number): number {
  return bytes[from] === doubleQuote ? doubleQuotedEnd(bytes, from + 1) : singleQuotedEnd(bytes, from + 1)
}

function doubleQuotedEnd(bytes: Uint8Array, from: number): number {
  let at = from
  for (;;) {
    while (inDoubleQuotes[bytes[at] ?? newline] === 1) at++
    const byte = bytes[at] ?? newline
    if (byte === doubleQuote) return at + 1
    const length = byte === backslash ? escapeLength(bytes, at) : isOrdinary(bytes, at) ? 1 : 0
    if (length === 0) return unsure
    at += length
  }
}

function singleQuotedEnd(bytes: Uint8Array, from: number): number {
  let at = from
  for (;;) {
    while (inSingleQuotes[bytes[at] ?? newline] === 1) at++
    if (bytes[at] === singleQuote) {
      if (bytes[at + 1] !== singleQuote) return at + 1
      at += 2
    } else {
      if (!isOrdinary(bytes, at)) return unsure
      at++
    }
  }
}

/** Bytes of an escape that YAML and JSON read alike; 0 for any other. */
function escapeLength(bytes: Uint8Array, at: number): number {
  switch (bytes[at + 1]) {
    case 0x22: // "
    case 0x2f: // /
    case 0x5c: // \
    case 0x62: // b
    case 0x66: // f
    case 0x6e: // n
    case 0x72: // r
    case 0x74: // t
      return 2
    case 0x75: // u
      return isHex(bytes[at + 2]) && isHex(bytes[at + 3]) && isHex(bytes[at + 4]) && isHex(bytes[at + 5])
        ? 6
        : 0
    default:
      return 0
  }
}

function isHex(byte: number | undefined): boolean {
  if (byte === undefined) return false
  return (byte >= 0x30 && byte <= 0x39) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66)
}

/** Start of the next line, behind text in which any character can stand that YAML allows: a comment, a block scalar's line. */
export function lineOfTextEnd(bytes: Uint8Array, from: number): number {
  let at = from
  for (;;) {
    while (inText[bytes[at] ?? newline] === 1) at++
    const byte = bytes[at] ?? newline
    if (byte === newline) return at + 1
    if (byte === carriageReturn) return bytes[at + 1] === newline ? at + 2 : unsure
    if (!isOrdinary(bytes, at)) return unsure
    at++
  }
}

/** Start of the next line, where nothing but blanks and a comment behind a blank follows what ended at `from`. */
export function lineEnd(bytes: Uint8Array, from: number): number {
  const at = skipSpaces(bytes, from)
  const byte = bytes[at] ?? newline
  if (byte === newline) return at + 1
  if (byte === carriageReturn) return bytes[at + 1] === newline ? at + 2 : unsure
  return byte === hash && at > from ? lineOfTextEnd(bytes, at) : unsure
}

/** Start of the next line behind a plain scalar, from where it stopped at its line's end or at a comment. */
export function plainLineEnd(bytes: Uint8Array, stop: number): number {
  return bytes[stop] === hash
    ? lineOfTextEnd(bytes, stop)
    : bytes[stop] === carriageReturn
      ? stop + 2
      : stop + 1
}

/** Whether only a comment can follow on this line. */
export function isRestOfLine(byte: number): boolean {
  return byte === newline || byte === hash || byte === carriageReturn
}
