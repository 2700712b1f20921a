/*
 * The lines that manifests are full of, as regular expressions: these run as machine code from the second use on, where loops over
 * bytes take tens of milliseconds to get there. What they match is a part of what the loops take, for the same reasons.
 */

/** Bytes of non-ASCII characters, but for the three that need a second look (see characters.ts). */
const nonAscii = '\\x80-\\xc1\\xc3-\\xe1\\xe3-\\xee\\xf0-\\xff'
/** Of any length, since counting characters takes as long as all the rest: whoever uses this looks for long keys apart. */
const key = '[A-Za-z0-9_./][\\w./-]*'
/** The characters of plain scalars, but for blanks, colons and number signs; the latter are left to the loops. */
const inPlain = `[!-"$-9;-~${nonAscii}]`
const plain = `-?[A-Za-z0-9_./$(]${inPlain}*(?:(?: +|:)${inPlain}+)*`
const quoted = `"[ !#-\\[\\]-~${nonAscii}]*"|'[ -&(-~${nonAscii}]*'`
const flowEntry = `(?:${quoted}|[A-Za-z0-9_./][\\w./-]*)`
const flow = `\\[(?:${flowEntry}(?:, *${flowEntry})*)?\\]|\\{\\}`
/** What can follow a value on its line. A comment that ends with a colon would look like a key without a value. */
const trail = `(?: +(?:#(?:[\\t -~${nonAscii}]*[\\t -9;-~${nonAscii}])?)?)?\\r?\\n`
const value = `(?:${plain}|${quoted}|${flow})${trail}`
/** A key with a value on its line, or with nothing behind it: then, and only then, the line ends with a colon. */
const pair = `${key}:(?: +${value}|\\r?\\n)`

/** A line, and those that follow it with the same indentation: they all belong to the collection that the first one does. */
function linesOf(first: string, next: string): RegExp {
  return new RegExp(`( *)${first}(?:\\1${next})*`, 'y')
}

export const pairLine = new RegExp(` *${pair}`, 'y')
/** A dash with a pair behind it. */
export const pairEntryLine = new RegExp(` *- ${pair}`, 'y')
/** A dash with a value behind it. */
export const valueEntryLine = new RegExp(` *- ${value}`, 'y')
/** Pairs of one mapping. */
export const pairLines = linesOf(pair, pair)
/** A dash with a pair behind it, and the next pairs of that mapping. */
export const pairEntryLines = linesOf(`- ${pair}`, `  ${pair}`)
/** The start of a line whose key may be too long. */
export const longKey = /^[^:\n]{1000}/m
