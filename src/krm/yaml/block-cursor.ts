import { plainValue } from './plain-value.ts'

/** Thrown where a text isn't certainly block style, and caught by who reads it. */
export const unsure = new Error('Not certainly block style.')

const longestKey = 1000

const leadingLines = /(?: *(?:#[^\n]*)?\r?\n)* */y
const spaces = / */y
const plainKey = /[A-Za-z0-9_./][\w./-]*(?=:(?: |\r?\n|$))/y
const colonBehindQuote = /:(?= |\r?\n|$)/y
const double = /"(?:[^"\\\n]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4}|\n *(?=[^\s#]))*"/y
const single = /'(?:[^'\n]|''|\n *(?=[^\s#]))*'/y
/** From the end of a line to the content of the next one, unless that is blank or a comment. */
const lineBreak = / *\r?\n *(?=[^\s#])/y
const lineBreaks = / *\r?\n */g
/** A line that goes on with a plain scalar: what would mean something else at the start of one is text here. */
const plainAgain = /(?![-?](?: |\r?\n|$))[^\s:#](?:[^\s:#]|:(?=\S)|(?<=\S)#| +(?=[^\s#]))*/y
/** The rest of a line behind a value, the blank lines and comments below, and the indentation of the next line. */
const gap = /(?: +(?:#[^\n]*)?)?(?:\r?\n *(?:#[^\n]*)?(?=\r?\n|$))*(?:\r?\n *|$)/y

const newline = 0x0a
const carriageReturn = 0x0d
const space = 0x20
const doubleQuote = 0x22
const hash = 0x23
const singleQuote = 0x27
const dash = 0x2d

/** A place in a text in block style, and what can be read from there. */
export class BlockCursor {
  readonly text: string
  at = 0
  /** Column of the content here, at the start of a line; -1 at the end of the text. */
  column = 0

  constructor(text: string) {
    this.text = text
  }

  get code(): number {
    return this.text.charCodeAt(this.at)
  }

  take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)
    if (found === null) return undefined
    this.at = pattern.lastIndex
    return found[0]
  }

  skipSpaces(): void {
    this.take(spaces)
  }

  /** Goes on to the next line with content. */
  toNextLine(): void {
    gap.lastIndex = this.at
    if (!gap.test(this.text)) throw unsure
    this.at = gap.lastIndex
    this.#noteColumn()
  }

  /** The same from the start of a line. */
  toContent(): void {
    this.take(leadingLines)
    // What is left of a comment has no line break behind it.
    if (this.code === hash) this.at = this.text.length
    this.#noteColumn()
  }

  #noteColumn(): void {
    this.column = this.at >= this.text.length ? -1 : this.at - this.text.lastIndexOf('\n', this.at - 1) - 1
  }

  isDash(): boolean {
    return this.code === dash && isBlank(this.text.charCodeAt(this.at + 1))
  }

  isLineEnd(): boolean {
    const { code } = this
    if (code === hash) return this.text.charCodeAt(this.at - 1) === space
    return code !== space && isBlank(code)
  }

  isKey(): boolean {
    const { at } = this
    const key = this.key()
    this.at = at
    return key !== undefined
  }

  /** The key that begins here, up to its colon; undefined where none does. */
  key(): string | undefined {
    const start = this.at
    if (isQuote(this.code)) {
      const key = this.#quoted(Number.POSITIVE_INFINITY)
      colonBehindQuote.lastIndex = this.at
      return colonBehindQuote.test(this.text) && this.at - start <= longestKey ? key : undefined
    }
    const text = this.take(plainKey)
    if (text === undefined) return undefined
    if (text.length > longestKey) throw unsure
    return keyText(plainValue(text))
  }

  /**
   * A scalar: in quotes, or of the characters that the pattern takes. Text in quotes may go on in lines below, each deeper
   * than `column`: a line break in it stands for a blank.
   */
  scalar(unquoted: RegExp, column = Number.POSITIVE_INFINITY): unknown {
    return isQuote(this.code) ? this.#quoted(column) : plainValue(this.#plain(unquoted))
  }

  /** Text without quotes that goes on in the lines below, in the same way. */
  plainOverLines(unquoted: RegExp, column: number): unknown {
    let text = this.#plain(unquoted)
    while (this.#goesOn(column)) text += ` ${this.#plain(plainAgain)}`
    return plainValue(text)
  }

  #plain(pattern: RegExp): string {
    const text = this.take(pattern)
    if (text === undefined) throw unsure
    return text
  }

  /** Goes on to the next line where that holds content deeper than a column. */
  #goesOn(column: number): boolean {
    const { at } = this
    const gap = this.take(lineBreak)
    if (gap !== undefined && isDeeper(gap, column)) return true
    this.at = at
    return false
  }

  #quoted(column: number): string {
    const isDouble = this.code === doubleQuote
    const source = this.take(isDouble ? double : single)
    if (source === undefined) throw unsure
    const text = source.includes('\n') ? folded(source, column) : source
    if (!isDouble) return text.slice(1, -1).replaceAll("''", "'")
    return text.includes('\\') ? String(JSON.parse(text)) : text.slice(1, -1)
  }
}

function folded(source: string, column: number): string {
  return source.replaceAll(lineBreaks, (gap) => {
    if (!isDeeper(gap, column)) throw unsure
    return ' '
  })
}

/** Whether the line behind a line break begins deeper than a column. */
function isDeeper(gap: string, column: number): boolean {
  return gap.length - gap.indexOf('\n') - 1 > column
}

/** A key's value as the property name that it becomes. */
export function keyText(value: unknown): string {
  return value === null ? '' : String(value)
}

function isQuote(code: number): boolean {
  return code === doubleQuote || code === singleQuote
}

/** Whether a character ends a word: a blank, a line break, or the end of the text. */
function isBlank(code: number): boolean {
  return code === space || code === newline || code === carriageReturn || Number.isNaN(code)
}
