/** Whether a text fits a pattern in which `*` stands for any text, also none; in time linear in each piece between two. */
export function fitsGlob(text: string, pattern: string): boolean {
  const [start = '', ...pieces] = pattern.split('*')
  const end = pieces.pop()
  if (end === undefined) return text === pattern
  if (!text.startsWith(start) || !text.endsWith(end) || text.length < start.length + end.length) return false
  let from = start.length
  const last = text.length - end.length
  for (const piece of pieces) {
    const found = text.indexOf(piece, from)
    if (found === -1 || found + piece.length > last) return false
    from = found + piece.length
  }
  return true
}
