import { nextLine } from '../yaml/lines.ts'
import { edges, firstLine } from './edges.ts'
import { decode } from './encoding.ts'

const percent = 0x25

/** A document in the bytes, without the lines of its markers. */
export interface DocumentPlace {
  /** Start of the line of its `---`; that of its first line where it has none. */
  readonly marker: number
  readonly start: number
  readonly end: number
  /** `---` where its content begins on that line. */
  readonly prefix: string
  /** The starts of its lines up to a column. */
  readonly lines: readonly number[]
  readonly column: number
}

/**
 * The documents of a stream; those that hold nothing but comments are left out. No YAML nests anything at the column of a
 * document marker, so that every line that looks like one is one.
 *
 * `column`: up to which the lines of the documents are noted.
 */
export function documentsIn(bytes: Uint8Array, column: number): readonly DocumentPlace[] {
  const documents: DocumentPlace[] = []
  const first = behindByteOrderMark(bytes)
  let open = { marker: first, start: first, prefix: '', lines: [] as number[] }
  const close = (end: number) => {
    // All its lines can stand right of the column; directives are none of a document.
    const content = firstLine(bytes, open.start, end)
    const isDirectives = open.lines.length === 0 && content !== undefined && bytes[content] === percent
    const hasContent = open.prefix !== '' || (content !== undefined && !isDirectives)
    if (hasContent) documents.push({ ...open, end, column })
  }
  for (const line of edges(bytes, first, bytes.length, column)) {
    const marker = bytes[line] === 0x2d || bytes[line] === 0x2e ? markerOf(bytes, line) : undefined
    const isDirective = bytes[line] === percent && open.lines.length === 0
    if (marker === undefined) {
      if (!isDirective) open.lines.push(line)
      continue
    }
    close(line)
    const next = nextLine(bytes, line)
    open =
      marker === 'content'
        ? { marker: line, start: line, prefix: '---', lines: [] }
        : { marker: marker === 'end' ? next : line, start: next, prefix: '', lines: [] }
  }
  close(bytes.length)
  return documents
}

function behindByteOrderMark(bytes: Uint8Array): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
}

/** What marker a line is: one that begins or ends a document, or begins one with content behind it. */
function markerOf(bytes: Uint8Array, line: number): 'begin' | 'content' | 'end' | undefined {
  if (bytes[line + 1] !== bytes[line] || bytes[line + 2] !== bytes[line]) return undefined
  const found = /^(---|\.\.\.)(?:[ \t]*(?:[ \t]#.*)?\r?\n?$|([ \t]))/.exec(
    decode(bytes, line, nextLine(bytes, line)),
  )
  if (found === null) return undefined
  if (found[1] === '...') return 'end'
  return found[2] === undefined ? 'begin' : 'content'
}
