import { firstLine, nextLine } from '../yaml/lines.ts'
import { Edges } from './edges.ts'
import { decode } from './encoding.ts'
import type { Entry } from './entries.ts'

const percent = 0x25

/** A document in the bytes, without the lines of its markers. */
export interface DocumentPlace extends Entry {
  /** Start of the line of its `---`; that of its first line where it has none. */
  readonly marker: number
}

/** The documents of a stream, and its lines up to a column. */
export interface Stream {
  readonly edges: Edges
  /** Those that hold nothing but comments are left out. */
  readonly documents: readonly DocumentPlace[]
}

/** No YAML nests anything at the column of a document marker, so that every line that looks like one is one. */
export function streamIn(bytes: Uint8Array, column = 0): Stream {
  const first = behindByteOrderMark(bytes)
  const edges = new Edges(bytes, first, bytes.length, column)
  const documents: DocumentPlace[] = []
  let open = { marker: first, start: first, prefix: '' }
  const close = (end: number) => {
    const { marker, start, prefix } = open
    const index = documents.length
    if (prefix !== '' || hasContent(bytes, start, end))
      documents.push({ list: undefined, index, start, end, column: -1, prefix, marker })
  }
  for (const line of edges.starts) {
    const marker = markerOf(bytes, line)
    if (marker === undefined) continue
    close(line)
    const next = nextLine(bytes, line)
    if (marker === 'content') open = { marker: line, start: line, prefix: '---' }
    else open = { marker: marker === 'end' ? next : line, start: next, prefix: '' }
  }
  close(bytes.length)
  return { edges, documents }
}

function behindByteOrderMark(bytes: Uint8Array): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
}

/** Whether there is more between two places than comments and directives. */
function hasContent(bytes: Uint8Array, start: number, end: number): boolean {
  let line = firstLine(bytes, start, end)
  while (line !== undefined && bytes[line] === percent) line = firstLine(bytes, nextLine(bytes, line), end)
  return line !== undefined
}

/** What marker a line is: one that begins or ends a document, or begins one with content behind it. */
function markerOf(bytes: Uint8Array, line: number): 'begin' | 'content' | 'end' | undefined {
  const first = bytes[line]
  if (first !== 0x2d && first !== 0x2e) return undefined
  if (bytes[line + 1] !== first || bytes[line + 2] !== first) return undefined
  if (bytes[line + 3] === 0x0a) return first === 0x2d ? 'begin' : 'end'
  const found = /^(---|\.\.\.)(?:[ \t]*(?:[ \t]#.*)?\r?\n?$|([ \t]))/.exec(
    decode(bytes, line, nextLine(bytes, line)),
  )
  if (found === null) return undefined
  if (found[1] === '...') return 'end'
  return found[2] === undefined ? 'begin' : 'content'
}
