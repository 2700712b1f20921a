import { createTwoFilesPatch } from 'diff'

/** What a file would become, as a unified diff; `''` for a text is a file that isn't there. */
export function unifiedDiff(path: string, before: string, after: string): string {
  const from = before === '' ? '/dev/null' : `a/${path}`
  const to = after === '' ? '/dev/null' : `b/${path}`
  const patch = createTwoFilesPatch(from, to, before, after, undefined, undefined, { context: 3 })
  // The library puts a ruler above each file, which no tool needs.
  return patch.replace(/^=+\n/, '')
}
