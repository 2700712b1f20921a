import { contentEnd, isLineBreak, lineEnd } from './text-ends.ts'

/**
 * A block scalar that begins with `|`, and where the next line begins; its indentation is that of its first line that isn't
 * blank. No value where its end has rules of its own.
 */
export function literalAt(text: string, from: number): { value: string | undefined; end: number } {
  const header = text.charCodeAt(from + 1)
  const lines: string[] = []
  let indentation = 0
  let at = lineEnd(text, from)
  while (at < text.length) {
    const content = behindSpaces(text, at)
    const isBlank = isLineBreak(text, content)
    if (!isBlank && content - at < indentation) break
    if (!isBlank && indentation === 0) indentation = content - at
    const next = lineEnd(text, content)
    lines.push(
      indentation === 0 ? '' : text.slice(Math.min(at + indentation, content), contentEnd(text, next)),
    )
    at = next
  }
  while (lines.at(-1) === '') lines.pop()
  const isOdd = header === 0x2b || lines.at(-1)?.trimStart() === ''
  return { value: isOdd ? undefined : lines.join('\n') + (header === 0x2d ? '' : '\n'), end: at }
}

function behindSpaces(text: string, from: number): number {
  let at = from
  while (text.charCodeAt(at) === 0x20) at++
  return at
}
