/** Turns places in a text (UTF-16) into places in its bytes (UTF-8). */
export function byteOffsets(text: string, byteLength: number): (offset: number) => number {
  if (text.length === byteLength) return (offset) => offset
  const offsets = new Uint32Array(text.length + 1)
  for (let at = 0; at < text.length; at++)
    offsets[at + 1] = (offsets[at] ?? 0) + utf8Length(text.charCodeAt(at))
  return (offset) => offsets[offset] ?? byteLength
}

/** Each half of a surrogate pair counts two, so that the pair counts four. */
function utf8Length(unit: number): number {
  if (unit <= 0x7f) return 1
  return unit <= 0x7ff || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3
}
