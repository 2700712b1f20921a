/** The lines of one resource, and the number of the first of them. */
export interface Document {
  readonly first: number
  readonly lines: readonly string[]
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
