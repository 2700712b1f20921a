const spacing = 4096

/** Turns places in a text (UTF-16) into places in its bytes (UTF-8). */
export function byteOffsets(text: string, byteLength: number): (offset: number) => number {
  if (text.length === byteLength) return (offset) => offset
  const checkpoints = [0]
  return (offset) => {
    const whole = Math.floor(offset / spacing)
    for (let next = checkpoints.length; next <= whole; next++) {
      const before = text.slice((next - 1) * spacing, next * spacing)
      checkpoints.push((checkpoints[next - 1] ?? 0) + utf8Length(before))
    }
    return (checkpoints[whole] ?? 0) + utf8Length(text.slice(whole * spacing, offset))
  }
}

/** UTF-8's length of a slice; a slice can end between two surrogates, which count two bytes each so that a pair counts four. */
function utf8Length(slice: string): number {
  let length = slice.length
  for (let at = 0; at < slice.length; at++) {
    const unit = slice.charCodeAt(at)
    if (unit > 0x7f) length += unit <= 0x7ff || (unit >= 0xd800 && unit <= 0xdfff) ? 1 : 2
  }
  return length
}
