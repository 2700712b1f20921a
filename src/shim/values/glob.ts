/** Whether a text is what a pattern stands for: `*` is any text, also none, and dots too; everything else is itself. */
export function matchesGlob(text: string, pattern: string): boolean {
  const [start = '', ...parts] = pattern.split('*')
  const end = parts.pop()
  if (end === undefined) return text === pattern
  if (!text.startsWith(start)) return false
  let from = start.length
  for (const part of parts) {
    const found = text.indexOf(part, from)
    if (found === -1) return false
    from = found + part.length
  }
  return from <= text.length - end.length && text.endsWith(end)
}

/** Whether a text is what one of several patterns stands for. */
export function matchesSome(text: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => matchesGlob(text, pattern))
}
