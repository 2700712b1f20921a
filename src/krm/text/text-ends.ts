/*
 * Where things end in a text that the scanner took, so that they do end. Behind the last character is a line break.
 */

/** A colon before a blank or a line break, a line break, or a number sign behind a blank. */
const plainStop = /:(?=[ \r\n]|$)|[\r\n]|(?<= )#/g

/** JSON's escapes are the only ones that the scanner takes. */
export function doubleQuotedValue(quoted: string): string {
  return quoted.includes('\\') ? String(JSON.parse(quoted)) : quoted.slice(1, -1)
}

export function singleQuotedValue(inner: string): string {
  return inner.includes("'") ? inner.replaceAll("''", "'") : inner
}

export function quotedEnd(text: string, start: number): number {
  return text.charCodeAt(start) === 0x22 ? doubleQuotedEnd(text, start + 1) : singleQuotedEnd(text, start + 1)
}

function doubleQuotedEnd(text: string, from: number): number {
  let at = text.indexOf('"', from)
  while (isEscaped(text, at)) at = text.indexOf('"', at + 1)
  return at + 1
}

function isEscaped(text: string, at: number): boolean {
  let first = at
  while (text.charCodeAt(first - 1) === 0x5c) first--
  return (at - first) % 2 === 1
}

function singleQuotedEnd(text: string, from: number): number {
  let at = text.indexOf("'", from)
  while (text.charCodeAt(at + 1) === 0x27) at = text.indexOf("'", at + 2)
  return at + 1
}

export function plainEnd(text: string, start: number): number {
  plainStop.lastIndex = start
  return plainStop.test(text) ? plainStop.lastIndex - 1 : text.length
}

export function flowPlainEnd(text: string, start: number): number {
  let at = start
  for (;;) {
    const code = text.charCodeAt(at)
    if (code === 0x2c || code === 0x5d || code === 0x7d || (code === 0x3a && isSeparator(text, at + 1)))
      return at
    at++
  }
}

export function isSeparator(text: string, at: number): boolean {
  return text.charCodeAt(at) === 0x20 || isLineBreak(text, at)
}

export function isLineBreak(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code === 0x0a || code === 0x0d || Number.isNaN(code)
}

export function lineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from)
  return at === -1 ? text.length : at + 1
}

/** Where a line's content ends that is followed by a line at `next`. */
export function contentEnd(text: string, next: number): number {
  const last = text.charCodeAt(next - 1) === 0x0a ? next - 1 : next
  return text.charCodeAt(last - 1) === 0x0d ? last - 1 : last
}
