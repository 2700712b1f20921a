import type { Step } from './step.ts'

/** A line of YAML; in what stands behind the dash of a list's entry, the dash is blanked out. */
interface Line {
  readonly number: number
  readonly indent: number
  readonly text: string
}

/** Where a field stands. */
export interface FieldLine {
  readonly number: number
  /** The whole line. */
  readonly text: string
  /** False where the field isn't there, and the line is that of the nearest one around it. */
  readonly isThere: boolean
}

/**
 * The line of a field in a YAML document, or that of the nearest field around it which is there.
 *
 * `yaml` would know exactly, and take longer for all results of a large list than everything else together. In block
 * style, which is how manifests are written, indentation is enough; what is in flow style has the line where that begins.
 * `first` is the number of the first of the lines.
 */
export function lineOfField(lines: readonly string[], first: number, steps: readonly Step[]): FieldLine {
  let block = contentOf(lines, first)
  let [found] = block
  for (const step of steps) {
    const child = typeof step === 'number' ? entryOf(block, step) : valueOfKey(block, step)
    if (child === undefined) return fieldLine(found, first, false)
    found = child.line
    block = child.block
  }
  return fieldLine(found, first, true)
}

function fieldLine(line: Line | undefined, first: number, isThere: boolean): FieldLine {
  return { number: line?.number ?? first, text: line?.text ?? '', isThere }
}

interface Child {
  readonly line: Line
  readonly block: readonly Line[]
}

/** Lines that hold something: neither blank nor a comment alone. */
function contentOf(lines: readonly string[], first: number): readonly Line[] {
  return lines.flatMap((text, index) => {
    const line = lineFrom(text, first + index)
    return line ? [line] : []
  })
}

function lineFrom(text: string, number: number): Line | undefined {
  const indent = text.search(/[^ ]/)
  if (indent === -1 || text.startsWith('#', indent) || text.trimEnd() === '') return undefined
  return { number, indent, text }
}

function valueOfKey(block: readonly Line[], key: string): Child | undefined {
  const indent = block[0]?.indent ?? 0
  const start = block.findIndex((line) => line.indent === indent && hasKey(line, key))
  const line = block[start]
  if (line === undefined) return undefined
  const rest = block.slice(start + 1)
  // A list may stand as far to the left as the key that it belongs to.
  const end = rest.findIndex((next) => next.indent < indent || (next.indent === indent && !isEntry(next)))
  return { line, block: end === -1 ? rest : rest.slice(0, end) }
}

function hasKey({ text, indent }: Line, key: string): boolean {
  return [key, `"${key}"`, `'${key}'`].some(
    (spelling) =>
      text.startsWith(spelling, indent) && /^ *:(\s|$)/.test(text.slice(indent + spelling.length)),
  )
}

function entryOf(block: readonly Line[], index: number): Child | undefined {
  const indent = block[0]?.indent ?? 0
  const starts = block.flatMap((line, at) => (line.indent === indent && isEntry(line) ? [at] : []))
  const start = starts[index]
  if (start === undefined) return undefined
  const [line, ...rest] = block.slice(start, starts[index + 1])
  if (line === undefined) return undefined
  const behindDash = lineFrom(
    `${line.text.slice(0, line.indent)} ${line.text.slice(line.indent + 1)}`,
    line.number,
  )
  const inside = rest.filter((next) => next.indent > indent)
  return { line, block: behindDash ? [behindDash, ...inside] : inside }
}

function isEntry({ text, indent }: Line): boolean {
  return /^-(\s|$)/.test(text.slice(indent))
}
