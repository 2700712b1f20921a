/**
 * The known word that a user most likely meant, or undefined where none is near enough to be proposed.
 *
 * nearest('defaultIsuerName', ['defaultIssuerName', 'prune']) // 'defaultIssuerName'
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined
  let least = tolerated(word) + 1
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase(), least)
    if (distance < least) {
      best = candidate
      least = distance
    }
  }
  return best
}

/** About one slip in three letters: more, and the words only look alike by chance. */
function tolerated(word: string): number {
  return Math.max(1, Math.min(4, Math.floor(word.length / 3)))
}

/** Letters to insert, delete, replace or swap with their neighbour; `limit` where it is at least that many. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1]
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      current[column] = Math.min(
        cell(last, column) + 1,
        cell(current, column - 1) + 1,
        cell(last, column - 1) + (same ? 0 : 1),
        swapped ? cell(beforeLast, column - 2) + 1 : limit,
      )
    }
    beforeLast = last
    last = current
  }
  return Math.min(limit, cell(last, b.length))
}

function cell(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY
}
