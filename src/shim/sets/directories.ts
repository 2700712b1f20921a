/**
 * The points where the paths of directories part: `clusters` for `clusters/a` and `clusters/b`, and `''` for `a` and `b/c`.
 * One that is above another parts from it where it is itself.
 */
export function partingPoints(directories: Iterable<string>): readonly string[] {
  const sorted = [...directories].map(segmentsOf).sort(compare)
  return sorted.slice(1).map((segments, index) => commonPath(sorted[index] ?? [], segments).join('/'))
}

/** The directories directly below a parting point that a directory is in or is itself, the outermost first. */
export function chainOf(directory: string, points: ReadonlySet<string>): readonly string[] {
  const segments = segmentsOf(directory)
  return segments
    .map((_, index) => index)
    .filter((index) => points.has(segments.slice(0, index).join('/')))
    .map((index) => segments.slice(0, index + 1).join('/'))
}

function segmentsOf(directory: string): readonly string[] {
  return directory === '' ? [] : directory.split('/')
}

/** Segment by segment, so that what is below one directory stands together. */
function compare(a: readonly string[], b: readonly string[]): number {
  const common = commonPath(a, b).length
  const [next, other] = [a[common], b[common]]
  if (next === undefined || other === undefined) return a.length - b.length
  return next < other ? -1 : 1
}

function commonPath(a: readonly string[], b: readonly string[]): readonly string[] {
  const parting = a.findIndex((segment, index) => segment !== b[index])
  return parting === -1 ? a : a.slice(0, parting)
}
