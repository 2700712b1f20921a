import { expect, test } from 'vitest'
import { quote } from '../../src/go/quote.ts'

test.each([
  ['a plain text', 'a b', '"a b"'],
  ['the empty text', '', '""'],
  ['double quotes and backslashes', 'a"b\\', '"a\\"b\\\\"'],
  ['line breaks and other control characters', 'a\nb\u0000\u007f', '"a\\nb\\u0000\\u007f"'],
  ['blanks that look like a simple one', '1\u00a0h', '"1\\u00a0h"'],
  ['characters that cannot be seen', '\ufeffa\u200bb', '"\\ufeffa\\u200bb"'],
  ['invisible characters of two code units', '\u{e0041}', '"\\udb40\\udc41"'],
  ['letters beyond ASCII, which stay', 'J\u00f6rg \u{1f642}', '"J\u00f6rg \u{1f642}"'],
  ['a text of 60 characters, which stays whole', 'x'.repeat(60), `"${'x'.repeat(60)}"`],
  ['a longer text, which is cut', 'x'.repeat(61), `"${'x'.repeat(60)}…"`],
])('%s', (_, text, quoted) => {
  expect(quote(text)).toBe(quoted)
})
