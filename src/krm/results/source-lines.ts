import { at } from '../../manifest/manifest.ts'
import { type FieldLine, lineOfField } from './field-line.ts'

/** The lines of one resource, and the number of the first of them. */
export interface Document {
  readonly first: number
  readonly lines: readonly string[]
}

/** The documents of a YAML file. */
export function documentsOf(text: string): readonly Document[] {
  const documents: { first: number; lines: string[] }[] = [{ first: 1, lines: [] }]
  for (const [index, line] of text.split('\n').entries()) {
    if (/^---(\s|$)/.test(line)) documents.push({ first: index + 2, lines: [] })
    else documents.at(-1)?.lines.push(line)
  }
  return documents
}

/** The document that a resource was read from; undefined where the file has changed, or is another one. */
export function documentOf(documents: readonly Document[], object: unknown): Document | undefined {
  return documents.find((document) =>
    identity.every((path) => {
      const value = at(object, ...path)
      const field = lineOfField(document.lines, document.first, path)
      return value === undefined ? !field.isThere : field.isThere && scalarOf(field) === value
    }),
  )
}

const identity = [['kind'], ['metadata', 'name'], ['metadata', 'namespace']]

/** The text behind the key of a line, without quotes or a comment. */
function scalarOf({ text }: FieldLine): string {
  const value = text.slice(text.indexOf(':') + 1).replace(/\s#.*$/, '')
  return value.trim().replace(/^(["'])(.*)\1$/, '$2')
}

/** Finds the lines of a list's items, which are asked for in the order in which they stand. */
export class ItemLines {
  readonly #bytes: Uint8Array
  #line = 1
  #offset = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  /** The lines of the item that begins on this line: up to the next one that stands as far to the left. */
  item(first: number): Document {
    this.#skipTo(first)
    const lines: string[] = []
    let offset = this.#offset
    let dash = 0
    while (offset < this.#bytes.length) {
      const end = this.#endOfLine(offset)
      const line = new TextDecoder().decode(this.#bytes.subarray(offset, end))
      const indent = line.search(/[^ ]/)
      if (lines.length === 0) dash = indent
      else if (indent !== -1 && indent <= dash && !line.startsWith('#', indent) && line.trim() !== '') break
      lines.push(lines.length === 0 ? line.replace('-', ' ') : line)
      offset = end + 1
    }
    return { first, lines }
  }

  #skipTo(line: number): void {
    if (line < this.#line) {
      this.#line = 1
      this.#offset = 0
    }
    while (this.#line < line && this.#offset < this.#bytes.length) {
      this.#offset = this.#endOfLine(this.#offset) + 1
      this.#line++
    }
  }

  #endOfLine(offset: number): number {
    const end = this.#bytes.indexOf(0x0a, offset)
    return end === -1 ? this.#bytes.length : end
  }
}
