/** Escapes of bytes stand together, since several can be one character. */
const escapes =
  /\\(?:([abfnrtv\\"])|u([\da-fA-F]{4})|U([\da-fA-F]{8}))|((?:\\x[\da-fA-F]{2}|\\[0-3][0-7]{2})+)|[\\\n]/g

const simpleEscapes: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  '"': '"',
}

/**
 * What stands between the double quotes of a string literal, as Go's `strconv.Unquote` reads it.
 *
 * @returns undefined where an escape isn't one of Go's, or a line break stands in it
 */
export function interpreted(content: string): string | undefined {
  let isValid = true
  const value = content.replace(
    escapes,
    (_, simple?: string, short?: string, long?: string, bytes?: string) => {
      const character =
        simple !== undefined
          ? simpleEscapes[simple]
          : bytes !== undefined
            ? decodeBytes(bytes)
            : characterOf(Number.parseInt(short ?? long ?? '', 16))
      isValid &&= character !== undefined
      return character ?? ''
    },
  )
  return isValid ? value : undefined
}

/** Undefined where the number is not that of a character: half a surrogate pair, or beyond Unicode. */
function characterOf(code: number): string | undefined {
  const isCharacter = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
  return isCharacter ? String.fromCodePoint(code) : undefined
}

function decodeBytes(written: string): string {
  const bytes = written
    .split('\\')
    .slice(1)
    .map((byte) => (byte.startsWith('x') ? Number.parseInt(byte.slice(1), 16) : Number.parseInt(byte, 8)))
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(bytes))
}
