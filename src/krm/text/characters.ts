/*
 * Bytes by what a reader of one line of YAML has to do about them. The tables are indexed by byte, so that a loop over
 * millions of bytes asks one question a byte.
 *
 * Three bytes begin characters that need a second look wherever they are: 0xC2 begins the C1 control characters, which YAML
 * doesn't allow; 0xE2 begins U+2028 and U+2029, at which a `.` of a regular expression stops; 0xEF begins the byte order mark
 * and the non-characters U+FFFE and U+FFFF. (That the bytes are UTF-8 at all has been checked before.)
 */

export const tab = 0x09
export const newline = 0x0a
export const carriageReturn = 0x0d
export const space = 0x20
export const doubleQuote = 0x22
export const hash = 0x23
export const singleQuote = 0x27
export const comma = 0x2c
export const dash = 0x2d
export const colon = 0x3a
export const openBracket = 0x5b
export const backslash = 0x5c
export const closeBracket = 0x5d
export const openBrace = 0x7b
export const verticalBar = 0x7c
export const closeBrace = 0x7d
export const greaterThan = 0x3e

/** 1 for the bytes that can stand anywhere in a comment or a block scalar. */
export const inText = tableOf(
  (byte) => byte === tab || (byte >= space && byte !== 0x7f && !needsSecondLook(byte)),
)

/** 1 for the bytes that go on a plain scalar outside brackets, whatever stands around them. */
export const inPlain = tableOf(
  (byte) => inText[byte] === 1 && byte !== tab && byte !== space && byte !== colon,
)

/** 1 for the bytes that can begin a plain scalar, whatever follows; `-` is looked at apart. */
export const startsPlain = tableOf((byte) =>
  byte >= 0x80 ? inText[byte] === 1 : isIn(byte, '$()+./;=\\^_~') || isAlphanumeric(byte),
)

/** 1 for the bytes that go on a plain scalar in brackets, whatever stands around them. */
export const inFlowPlain = tableOf((byte) => isAlphanumeric(byte) || isIn(byte, '$()*+-./;<=>@^_|~'))

/** 1 for the bytes that can begin a plain scalar in brackets, whatever follows. */
export const startsFlowPlain = tableOf((byte) => isAlphanumeric(byte) || isIn(byte, '$+./_~'))

/** 1 for the bytes that go on a scalar in double quotes. */
export const inDoubleQuotes = tableOf(
  (byte) => inText[byte] === 1 && byte !== tab && byte !== doubleQuote && byte !== backslash,
)

/** 1 for the bytes that go on a scalar in single quotes. */
export const inSingleQuotes = tableOf((byte) => inText[byte] === 1 && byte !== tab && byte !== singleQuote)

/** Whether the character that one of the three bytes begins is an ordinary one. */
export function isOrdinary(bytes: Uint8Array, at: number): boolean {
  const second = bytes[at + 1] ?? newline
  switch (bytes[at]) {
    case 0xc2:
      return second >= 0xa0
    case 0xe2:
      return second !== 0x80 || (bytes[at + 2] !== 0xa8 && bytes[at + 2] !== 0xa9)
    case 0xef:
      return second !== 0xbb && second !== 0xbf
    default:
      return false
  }
}

function needsSecondLook(byte: number): boolean {
  return byte === 0xc2 || byte === 0xe2 || byte === 0xef
}

function isAlphanumeric(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a)
}

function isIn(byte: number, characters: string): boolean {
  return characters.includes(String.fromCharCode(byte))
}

function tableOf(belongs: (byte: number) => boolean): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_unused, byte) => (belongs(byte) ? 1 : 0))
}
