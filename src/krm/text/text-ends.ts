/*
 * Where things end in a text that the scanner took, so that they do end. Behind the last character is a line break.
 */

/** JSON's escapes are the only ones that the scanner takes. */
export function doubleQuotedValue(quoted: string): string {
  return quoted.includes('\\') ? String(JSON.parse(quoted)) : quoted.slice(1, -1)
}

export function singleQuotedValue(inner: string): string {
  return inner.includes("'") ? inner.replaceAll("''", "'") : inner
}

export function quotedEnd(text: string, start: number): number {
  const quote = text.charCodeAt(start)
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x5c && quote === 0x22) at++
    else if (code === quote) {
      if (quote === 0x22 || text.charCodeAt(at + 1) !== quote) return at + 1
      at++
    }
  }
  return text.length
}

export function plainEnd(text: string, start: number): number {
  let at = start
  for (;;) {
    const code = text.charCodeAt(at)
    if (code === 0x3a ? isSeparator(text, at + 1) : isLineBreak(text, at)) return at
    if (code === 0x23 && text.charCodeAt(at - 1) === 0x20) return at
    at++
  }
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
