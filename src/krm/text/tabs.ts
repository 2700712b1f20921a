import { lineStart } from '../yaml/lines.ts'
import { carriageReturn, hash, newline, space, tab } from './characters.ts'

/** The place of the first tab on a line that holds nothing but blanks, or a comment behind them; -1 where there is none. */
export function tabOnBlankLine(bytes: Buffer): number {
  for (let at = bytes.indexOf(tab); at !== -1; at = bytes.indexOf(tab, at + 1)) {
    if (isBlankUpTo(bytes, at) && endsBlank(bytes, at)) return at
  }
  return -1
}

function isBlankUpTo(bytes: Buffer, at: number): boolean {
  return bytes.subarray(lineStart(bytes, at), at).every((byte) => byte === space)
}

function endsBlank(bytes: Buffer, from: number): boolean {
  let at = from
  while (bytes[at] === space || bytes[at] === tab) at++
  const byte = bytes[at] ?? newline
  return byte === newline || byte === carriageReturn || byte === hash
}
