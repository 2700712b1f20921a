import { plainValue } from './plain-value.ts'
import { type Entry, type Mapping, type Node, type Pair, type Scalar, type Sequence, Tree } from './tree.ts'

/*
 * A strict reader of block style, which is how manifests are written. It takes what it is sure of and nothing else: no anchors,
 * aliases, tags, merge keys, folded or kept block scalars, values over several lines, or tabs. For all else there is `yaml`.
 */

/** Thrown, and caught, where the reader isn't sure. */
const unsure = new Error('Not certainly block style.')

const deepest = 100
const longestKey = 1000

/** What YAML has rules of its own for: controls, tabs, carriage returns alone, the line breaks of YAML 1.1, non-characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
const odd = /[\0-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|\r(?!\n)/
const leadingLines = /(?: *(?:#[^\n]*)?\r?\n)* */y
const spaces = / */y
const plainKey = /[A-Za-z0-9_./][\w./-]*(?=:(?: |\r?\n|$))/y
const colonBehindQuote = /:(?= |\r?\n|$)/y
const plain =
  /-?[A-Za-z0-9_./$()+;=\\^~\u00a1-\ud7ff\ue000-\ufdcf](?:[^\s:#]|:(?=\S)|(?<=\S)#| +(?=[^\s#]))*/y
const double = /"(?:[^"\\\n]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*"/y
const single = /'(?:[^'\n]|'')*'/y
const flowPlain =
  /(?:[A-Za-z0-9$+./_~]|-(?=[\w$()*+./;<=>@^|~-]))(?:[\w$()*+./;<=>@^|~-]|[ :](?=[\w$()*+./;<=>@^|~-]))*/y
/** The rest of a line behind a value, the blank lines and comments below, and the indentation of the next line. */
const gap = /(?: +(?:#[^\n]*)?)?(?:\r?\n *(?:#[^\n]*)?(?=\r?\n|$))*(?:\r?\n *|$)/y
const literalHeader = /\|(-?) *(?:(?<= )#[^\n]*)?\r?\n/y

const newline = 0x0a
const carriageReturn = 0x0d
const space = 0x20
const doubleQuote = 0x22
const hash = 0x23
const singleQuote = 0x27
const comma = 0x2c
const dash = 0x2d
const colon = 0x3a
const openBracket = 0x5b
const closeBracket = 0x5d
const openBrace = 0x7b
const verticalBar = 0x7c
const closeBrace = 0x7d

/** The tree of one document, a mapping or a list in block style; undefined where the reader isn't sure. */
export function readBlock(text: string): Tree | undefined {
  if (odd.test(text)) return undefined
  try {
    return new Tree(text, new BlockReader(text).document())
  } catch (error) {
    if (error === unsure) return undefined
    throw error
  }
}

class BlockReader {
  readonly #text: string
  #at = 0
  /** Column of the content at `#at`; -1 at the end. */
  #column = 0
  #depth = 0

  constructor(text: string) {
    this.#text = text
  }

  document(): Node {
    this.#take(leadingLines)
    this.#column = this.#at - this.#text.lastIndexOf('\n', this.#at - 1) - 1
    const node = this.#block()
    if (this.#column !== -1) throw unsure
    return node
  }

  #block(): Node {
    if (++this.#depth > deepest) throw unsure
    const node = this.#isDash() ? this.#sequence() : this.#mapping()
    this.#depth--
    return node
  }

  #mapping(): Mapping {
    const column = this.#column
    const start = this.#at
    const pairs: Pair[] = []
    do {
      const keyAt = this.#at
      const key = this.#key()
      if (key === undefined) throw unsure
      const afterColon = ++this.#at
      pairs.push({ key, start: keyAt, afterColon, node: this.#value(column, true) })
    } while (this.#column === column && !this.#isDash())
    if (this.#column >= column) throw unsure
    return { kind: 'mapping', isFlow: false, column, pairs, start, end: endOf(pairs) }
  }

  #sequence(): Sequence {
    const column = this.#column
    const start = this.#at
    const entries: Entry[] = []
    do {
      const dashAt = this.#at++
      entries.push({ start: dashAt, node: this.#entryValue(column, dashAt) })
    } while (this.#column === column && this.#isDash())
    if (this.#column > column) throw unsure
    return { kind: 'sequence', isFlow: false, column, entries, start, end: endOf(entries) }
  }

  #entryValue(column: number, dashAt: number): Node {
    this.#take(spaces)
    if (this.#isLineEnd()) {
      this.#at = dashAt + 1
      return this.#value(column, false)
    }
    this.#column = column + this.#at - dashAt
    return this.#isDash() || this.#isKey() ? this.#block() : this.#inline(column)
  }

  /** What stands behind a colon or a dash: on its line, or deeper below it. */
  #value(column: number, isOfKey: boolean): Node {
    const at = this.#at
    this.#take(spaces)
    if (!this.#isLineEnd()) {
      if (this.#at === at) throw unsure
      return this.#inline(column)
    }
    this.#at = at
    this.#toNextLine()
    if (this.#column > column) return this.#block()
    if (isOfKey && this.#column === column && this.#isDash()) return this.#block()
    return { kind: 'scalar', value: null, start: at, end: at, isBlock: false }
  }

  /** A value that begins on this line; nothing deeper than `column` may follow it. */
  #inline(column: number): Node {
    const first = this.#text.charCodeAt(this.#at)
    const node =
      first === verticalBar ? this.#literal(column) : isOpener(first) ? this.#flow() : this.#scalar(plain)
    if (first !== verticalBar) this.#toNextLine()
    if (this.#column > column) throw unsure
    return node
  }

  #scalar(unquoted: RegExp): Scalar {
    const start = this.#at
    const value = isQuote(this.#text.charCodeAt(start)) ? this.#quoted() : this.#plain(unquoted)
    return { kind: 'scalar', value, start, end: this.#at, isBlock: false }
  }

  #plain(pattern: RegExp): unknown {
    const text = this.#take(pattern)
    if (text === undefined) throw unsure
    return plainValue(text)
  }

  #quoted(): string {
    if (this.#text.charCodeAt(this.#at) === doubleQuote) {
      const text = this.#take(double)
      if (text === undefined) throw unsure
      return text.includes('\\') ? String(JSON.parse(text)) : text.slice(1, -1)
    }
    const text = this.#take(single)
    if (text === undefined) throw unsure
    return text.slice(1, -1).replaceAll("''", "'")
  }

  #isKey(): boolean {
    const at = this.#at
    const key = this.#key()
    this.#at = at
    return key !== undefined
  }

  /** The key that begins here, up to its colon; undefined where none does. */
  #key(): string | undefined {
    const start = this.#at
    if (isQuote(this.#text.charCodeAt(start))) {
      const key = this.#quoted()
      colonBehindQuote.lastIndex = this.#at
      return colonBehindQuote.test(this.#text) && this.#at - start <= longestKey ? key : undefined
    }
    const text = this.#take(plainKey)
    if (text === undefined) return undefined
    if (text.length > longestKey) throw unsure
    const value = plainValue(text)
    return value === null ? '' : String(value)
  }

  #literal(column: number): Scalar {
    const start = this.#at
    const header = this.#take(literalHeader)
    if (header === undefined) throw unsure
    const lines: string[] = []
    let indentation = 0
    let end = this.#at
    while (this.#at < this.#text.length) {
      const lineEnd = this.#text.indexOf('\n', this.#at)
      const next = lineEnd === -1 ? this.#text.length : lineEnd + 1
      const line = withoutBreak(this.#text.slice(this.#at, next))
      const indent = line.search(/[^ ]/)
      if (indent === -1 && line.length > (indentation || column)) throw unsure
      if (indent !== -1 && indentation === 0) {
        if (indent <= column) break
        indentation = indent
      }
      if (indent !== -1 && indent < indentation) break
      lines.push(indent === -1 ? '' : line.slice(indentation))
      if (indent !== -1) end = next
      this.#at = next
    }
    if (indentation === 0) throw unsure
    this.#at = end
    this.#toLineFromItsStart()
    while (lines.at(-1) === '') lines.pop()
    const value = lines.join('\n') + (header.charCodeAt(1) === dash ? '' : '\n')
    return { kind: 'scalar', value, start, end, isBlock: true }
  }

  #flow(): Node {
    if (++this.#depth > deepest) throw unsure
    const node = this.#text.charCodeAt(this.#at) === openBrace ? this.#flowMapping() : this.#flowSequence()
    this.#depth--
    return node
  }

  #flowMapping(): Mapping {
    const start = this.#at
    const pairs: Pair[] = []
    this.#elements(closeBrace, () => {
      const keyAt = this.#at
      const { value } = this.#scalar(flowPlain)
      if (this.#text.charCodeAt(this.#at) !== colon || this.#text.charCodeAt(this.#at + 1) !== space)
        throw unsure
      const afterColon = ++this.#at
      this.#take(spaces)
      pairs.push({
        key: value === null ? '' : String(value),
        start: keyAt,
        afterColon,
        node: this.#flowValue(),
      })
    })
    return { kind: 'mapping', isFlow: true, column: 0, pairs, start, end: this.#at }
  }

  #flowSequence(): Sequence {
    const start = this.#at
    const entries: Entry[] = []
    this.#elements(closeBracket, () => entries.push({ start: this.#at, node: this.#flowValue() }))
    return { kind: 'sequence', isFlow: true, column: 0, entries, start, end: this.#at }
  }

  #flowValue(): Node {
    return isOpener(this.#text.charCodeAt(this.#at)) ? this.#flow() : this.#scalar(flowPlain)
  }

  /** Reads what stands between commas, up to the closing bracket. */
  #elements(close: number, element: () => void): void {
    this.#at++
    this.#take(spaces)
    if (this.#text.charCodeAt(this.#at) === close) {
      this.#at++
      return
    }
    for (;;) {
      element()
      this.#take(spaces)
      const next = this.#text.charCodeAt(this.#at++)
      if (next === close) return
      if (next !== comma) throw unsure
      this.#take(spaces)
    }
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)
    if (found === null) return undefined
    this.#at = pattern.lastIndex
    return found[0]
  }

  /** Goes on to the next line with content. */
  #toNextLine(): void {
    gap.lastIndex = this.#at
    if (!gap.test(this.#text)) throw unsure
    this.#at = gap.lastIndex
    this.#column =
      this.#at >= this.#text.length ? -1 : this.#at - this.#text.lastIndexOf('\n', this.#at - 1) - 1
  }

  /** The same from the start of a line. */
  #toLineFromItsStart(): void {
    this.#take(leadingLines)
    // What is left of a comment has no line break behind it.
    const isEnd = this.#at >= this.#text.length || this.#text.charCodeAt(this.#at) === hash
    this.#column = isEnd ? -1 : this.#at - this.#text.lastIndexOf('\n', this.#at - 1) - 1
  }

  #isDash(): boolean {
    return this.#text.charCodeAt(this.#at) === dash && isBlankCode(this.#text.charCodeAt(this.#at + 1))
  }

  #isLineEnd(): boolean {
    const code = this.#text.charCodeAt(this.#at)
    if (code === hash) return this.#text.charCodeAt(this.#at - 1) === space
    return code !== space && isBlankCode(code)
  }
}

function endOf(parts: readonly { readonly node: Node }[]): number {
  return parts.at(-1)?.node.end ?? 0
}

function withoutBreak(line: string): string {
  return line.replace(/\r?\n$/, '')
}

function isOpener(code: number): boolean {
  return code === openBracket || code === openBrace
}

function isQuote(code: number): boolean {
  return code === doubleQuote || code === singleQuote
}

/** Whether a character ends a word: a blank, a line break, or the end of the text. */
function isBlankCode(code: number): boolean {
  return code === space || code === newline || code === carriageReturn || Number.isNaN(code)
}
