/** A stretch of the input, from `start` up to `end`, that is replaced with `text`. */
export interface Splice {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Orders splices by place; those that insert at one place keep their order, before what is cut there. */
function inOrder(splices: readonly Splice[]): Splice[] {
  const ordered = [...splices].sort((a, b) => a.start - b.start || a.end - b.end)
  let reached = 0
  for (const { start, end } of ordered) {
    if (start < reached) throw new Error(`Two edits overlap at ${start}.`)
    reached = end
  }
  return ordered
}

/**
 * Edits and additions together. An edit that reaches beyond the place of an addition ends there: what it reached over is the
 * blank lines below a block scalar, and these can stay.
 */
export function together(edits: readonly Splice[], additions: readonly Splice[]): Splice[] {
  const cut = edits.map((edit) => {
    const place = additions.find(({ start }) => edit.start < start && start < edit.end)
    return place === undefined ? edit : { ...edit, end: place.start }
  })
  return [...cut, ...additions]
}

/** The bytes with the splices applied, as pieces: what stays is never copied. */
export function splicedPieces(bytes: Uint8Array, splices: readonly Splice[]): Uint8Array[] {
  const pieces: Uint8Array[] = []
  const encoder = new TextEncoder()
  let at = 0
  for (const { start, end, text } of inOrder(splices)) {
    if (start > at) pieces.push(bytes.subarray(at, start))
    if (text !== '') pieces.push(encoder.encode(text))
    at = end
  }
  if (at < bytes.length) pieces.push(bytes.subarray(at))
  return pieces
}
