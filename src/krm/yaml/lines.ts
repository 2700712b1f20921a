const newline = 0x0a
const carriageReturn = 0x0d
const space = 0x20
const hash = 0x23

/** Offset of the first byte of the line that `offset` is in. */
export function lineStart(bytes: Uint8Array, offset: number): number {
  return offset === 0 ? 0 : bytes.lastIndexOf(newline, offset - 1) + 1
}

/** Offset behind the line break of the line that `offset` is in. */
export function nextLine(bytes: Uint8Array, offset: number): number {
  const at = bytes.indexOf(newline, offset)
  return at === -1 ? bytes.length : at + 1
}

/** The column at which the content of the line at `start` begins, behind spaces. */
export function columnOf(bytes: Uint8Array, start: number): number {
  let at = start
  while (bytes[at] === space) at++
  return at - start
}

/** Whether a byte is the first of a line's content: no comment, and not the line's end. */
export function isContent(byte: number | undefined): boolean {
  return byte !== hash && !isLineEnd(byte)
}

function isLineEnd(byte: number | undefined): boolean {
  return byte === newline || byte === carriageReturn || byte === undefined
}

/** Whether there is a dash with a blank or the end of the line behind it. */
export function isDash(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0x2d && (bytes[at + 1] === space || isLineEnd(bytes[at + 1]))
}

/** The start of the first line with content between two places; undefined where there is none. */
export function firstLine(bytes: Uint8Array, from: number, to: number): number | undefined {
  let start = from
  while (start < to && !isContent(bytes[start + columnOf(bytes, start)])) start = nextLine(bytes, start)
  return start < to ? start : undefined
}

/**
 * Whether the line that starts at `start` holds nothing but spaces, and at most `width` of them: longer ones, and tabs, can be
 * content of a block scalar.
 */
export function isBlank(bytes: Uint8Array, start: number, width: number): boolean {
  const column = columnOf(bytes, start)
  return column <= Math.max(width, 0) && isLineEnd(bytes[start + column])
}

/**
 * The column of the comment that is all that the line at `start` holds, behind spaces; -1 where it holds anything else. A comment
 * behind a tab has no column: behind a block scalar it would be wrong.
 */
export function commentColumn(bytes: Uint8Array, start: number): number {
  const column = columnOf(bytes, start)
  return bytes[start + column] === hash ? column : -1
}

/** The text's line break: that of its first line. */
export function newlineOf(bytes: Uint8Array): '\n' | '\r\n' {
  const at = bytes.indexOf(newline)
  return at > 0 && bytes[at - 1] === carriageReturn ? '\r\n' : '\n'
}

/** Numbers the lines, from 1; cheap when asked from the start to the end. */
export function lineNumbers(bytes: Uint8Array): (offset: number) => number {
  let counted = 0
  let line = 1
  return (offset) => {
    if (offset < counted) {
      counted = 0
      line = 1
    }
    for (
      let at = bytes.indexOf(newline, counted);
      at !== -1 && at < offset;
      at = bytes.indexOf(newline, counted)
    ) {
      counted = at + 1
      line++
    }
    return line
  }
}
