/** What Go's `mime.WordDecoder` makes of a word of a display name: only the difference that decides whether an address is read. */
export type WordKind = 'plain' | 'encoded' | 'encoded and empty' | 'of an unknown charset'

const encodedWord = /^=\?(?<charset>[^?]+)\?(?<encoding>[BbQq])\?(?<text>[^?]*)\?=$/
const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/
const quotedPrintable = /^(?:[\t\n\r -<>-~]|=[0-9A-Fa-f]{2})*$/
const knownCharset = /^(?:utf-8|iso-8859-1|us-ascii)$/iu

/** Tells an encoded word (RFC 2047, `=?utf-8?q?J=C3=B6rg?=`) from a plain one. */
export function kindOfWord(word: string): WordKind {
  const { charset = '', encoding = '', text = '' } = encodedWord.exec(word)?.groups ?? {}
  if (charset === '' || !isEncodedText(encoding, text)) return 'plain'
  if (!knownCharset.test(charset)) return 'of an unknown charset'
  return text === '' ? 'encoded and empty' : 'encoded'
}

function isEncodedText(encoding: string, text: string): boolean {
  return encoding === 'B' || encoding === 'b'
    ? base64.test(text.replace(/[\r\n]/g, ''))
    : quotedPrintable.test(text)
}
