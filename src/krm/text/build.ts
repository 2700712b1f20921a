import { plainValue } from '../yaml/plain-value.ts'
import { literalAt } from './literal.ts'
import {
  doubleQuotedValue,
  flowPlainEnd,
  isLineBreak,
  isSeparator,
  plainEnd,
  quotedEnd,
  singleQuotedValue,
} from './text-ends.ts'

/** What a text stands for, and the first key that appears twice in one mapping of it. */
export interface Built {
  readonly value: unknown
  readonly duplicate: { readonly key: string; readonly offset: number } | undefined
}

/** Text of keys as they stand in a list, and what they name. The same few come again and again: each is made only once. */
export type KeyNames = Map<string, string>

const simpleKey = /[A-Za-z][\w./-]*:[ \r\n]/y
/**
 * A key with one word behind it, plain or in quotes, or with nothing; and the indentation of the next line. Most lines are such,
 * and one call of a regular expression costs much less than the steps that it stands for.
 */
const simplePair =
  /[A-Za-z][\w./-]*:(?: (?:[\w/.][!-"$-9;-~]*(?::[!-"$-9;-~]+){0,9}|'[^'\n]*'|"[^"\\\n]*"))?\n *(?=[^ #\r\n])/y
/** What is left of a line behind a value, and the lines below that are blank or comments, and an indentation. */
const blanks = / *(?:(?:#[^\n]*)?(?:\r?\n|$) *){0,999}/y

/** A value that only `yaml` should make: a folded block scalar, or one with rules of its own about its end. */
class LeftToYaml extends Error {}

/*
 * Makes values of text that the scanner took, line for line as it took it; so nothing is checked here again. What YAML does
 * with a key that appears twice is what `yaml` does: the last one counts.
 */
class Builder {
  readonly #text: string
  readonly #keyNames: KeyNames
  /** Place of the first character of the line's content (or of what is left of it), and its column; -1 behind the last line. */
  #at = 0
  #column = 0
  duplicate: Built['duplicate']

  constructor(text: string, keyNames: KeyNames) {
    this.#text = text
    this.#keyNames = keyNames
    this.#toContent(0)
  }

  block(): unknown {
    return this.#isDash() ? this.#list(this.#column) : this.#mapping(this.#column)
  }

  #mapping(column: number): object {
    const map: Record<string, unknown> = {}
    do {
      const keyAt = this.#at
      simplePair.lastIndex = keyAt
      const isSimple = simplePair.test(this.#text)
      const key = isSimple ? this.#simpleKey() : this.#key()
      if (Object.hasOwn(map, key)) this.duplicate ??= { key, offset: keyAt }
      const value = isSimple ? this.#simpleValue(column) : this.#value(column, true)
      if (key === '__proto__')
        Object.defineProperty(map, key, { value, writable: true, enumerable: true, configurable: true })
      else map[key] = value
    } while (this.#column === column && !this.#isDash())
    return map
  }

  /** The key of a simple pair. */
  #simpleKey(): string {
    const start = this.#at
    this.#at = this.#text.indexOf(':', start) + 1
    const text = this.#text.slice(start, this.#at - 1)
    const known = this.#keyNames.get(text)
    return known ?? this.#newName(text)
  }

  #newName(text: string): string {
    const value = plainValue(text)
    const name = value === null ? '' : String(value)
    this.#keyNames.set(text, name)
    return name
  }

  /** The value of a simple pair, in a mapping at this column. */
  #simpleValue(column: number): unknown {
    const text = this.#text
    const start = this.#at
    this.#at = simplePair.lastIndex
    const end = text.lastIndexOf('\n', this.#at - 1)
    this.#column = this.#at - end - 1
    if (start === end) return this.#nodeBelow(column, true)
    const first = text.charCodeAt(start + 1)
    return first === 0x22 || first === 0x27
      ? text.slice(start + 2, end - 1)
      : plainValue(text.slice(start + 1, end))
  }

  #list(column: number): unknown[] {
    const list: unknown[] = []
    do {
      list.push(this.#entry(column))
    } while (this.#column === column && this.#isDash())
    return list
  }

  #entry(column: number): unknown {
    const dashAt = this.#at
    this.#at = this.#behindSpaces(dashAt + 1)
    if (this.#isRestOfLine()) return this.#valueBelow(column, false)
    const inner = column + this.#at - dashAt
    this.#column = inner
    if (this.#isDash()) return this.#list(inner)
    return this.#isKey() ? this.#mapping(inner) : this.#valueHere()
  }

  /** The key at the place reached, which moves behind the colon. */
  #key(): string {
    const start = this.#at
    const end = this.#scalarEnd(start)
    this.#at = end + 1
    const value = this.#scalar(start, end)
    return value === null ? '' : String(value)
  }

  #isKey(): boolean {
    simpleKey.lastIndex = this.#at
    if (simpleKey.test(this.#text)) return true
    const first = this.#text.charCodeAt(this.#at)
    const isOther = first === 0x5b || first === 0x7b || first === 0x7c || first === 0x3e
    return !isOther && this.#text.charCodeAt(this.#scalarEnd(this.#at)) === 0x3a
  }

  #value(column: number, inMapping: boolean): unknown {
    this.#at = this.#behindSpaces(this.#at)
    return this.#isRestOfLine() ? this.#valueBelow(column, inMapping) : this.#valueHere()
  }

  /** The value of a key or a dash that has nothing behind it. */
  #valueBelow(column: number, inMapping: boolean): unknown {
    this.#toContent(this.#at)
    return this.#nodeBelow(column, inMapping)
  }

  /** The value of a key or a dash that stands at the place reached, on a line below; null where that line isn't its value. */
  #nodeBelow(column: number, inMapping: boolean): unknown {
    if (this.#column > column) return this.block()
    return inMapping && this.#column === column && this.#isDash() ? this.#list(column) : null
  }

  #valueHere(): unknown {
    const start = this.#at
    switch (this.#text.charCodeAt(start)) {
      case 0x7c: // |
        return this.#literal()
      case 0x3e: // >
        throw new LeftToYaml()
      case 0x5b: // [
      case 0x7b: {
        const value = this.#flow()
        this.#toContent(this.#at)
        return value
      }
      default: {
        const end = this.#scalarEnd(start)
        const value = this.#scalar(start, end)
        this.#at = end
        this.#toContent(this.#at)
        return value
      }
    }
  }

  #scalar(start: number, end: number): string | number | boolean | null {
    const first = this.#text.charCodeAt(start)
    if (first === 0x22) return doubleQuotedValue(this.#text.slice(start, end))
    if (first === 0x27) return singleQuotedValue(this.#text.slice(start + 1, end - 1))
    let last = end
    while (this.#text.charCodeAt(last - 1) === 0x20) last--
    return plainValue(this.#text.slice(start, last))
  }

  #scalarEnd(start: number): number {
    const first = this.#text.charCodeAt(start)
    return first === 0x22 || first === 0x27 ? quotedEnd(this.#text, start) : plainEnd(this.#text, start)
  }

  #literal(): string {
    const { value, end } = literalAt(this.#text, this.#at)
    if (value === undefined) throw new LeftToYaml()
    this.#toContent(end)
    return value
  }

  #flow(): unknown {
    const isMapping = this.#text.charCodeAt(this.#at) === 0x7b
    this.#at = this.#behindSpaces(this.#at + 1)
    return isMapping ? this.#flowMapping() : this.#flowList()
  }

  #flowMapping(): object {
    const map: Record<string, unknown> = {}
    while (this.#text.charCodeAt(this.#at) !== 0x7d) {
      const keyAt = this.#at
      const key = String(this.#flowScalar() ?? '')
      if (Object.hasOwn(map, key)) this.duplicate ??= { key, offset: keyAt }
      this.#at = this.#behindSpaces(this.#at + 1)
      const value = this.#flowValue()
      Object.defineProperty(map, key, { value, writable: true, enumerable: true, configurable: true })
      this.#behindComma()
    }
    this.#at++
    return map
  }

  #flowList(): unknown[] {
    const list: unknown[] = []
    while (this.#text.charCodeAt(this.#at) !== 0x5d) {
      list.push(this.#flowValue())
      this.#behindComma()
    }
    this.#at++
    return list
  }

  #flowValue(): unknown {
    const first = this.#text.charCodeAt(this.#at)
    return first === 0x5b || first === 0x7b ? this.#flow() : this.#flowScalar()
  }

  #flowScalar(): string | number | boolean | null {
    const start = this.#at
    const first = this.#text.charCodeAt(start)
    this.#at =
      first === 0x22 || first === 0x27 ? quotedEnd(this.#text, start) : flowPlainEnd(this.#text, start)
    return this.#scalar(start, this.#at)
  }

  #behindComma(): void {
    this.#at = this.#behindSpaces(this.#at)
    if (this.#text.charCodeAt(this.#at) === 0x2c) this.#at = this.#behindSpaces(this.#at + 1)
  }

  #isDash(): boolean {
    return this.#text.charCodeAt(this.#at) === 0x2d && isSeparator(this.#text, this.#at + 1)
  }

  #isRestOfLine(): boolean {
    return isLineBreak(this.#text, this.#at) || this.#text.charCodeAt(this.#at) === 0x23
  }

  #behindSpaces(from: number): number {
    let at = from
    while (this.#text.charCodeAt(at) === 0x20) at++
    return at
  }

  /** Goes to the first content behind this place, at which a line begins or its content ends. */
  #toContent(from: number): void {
    const text = this.#text
    this.#at = from
    do {
      blanks.lastIndex = this.#at
      blanks.test(text)
      this.#at = blanks.lastIndex
    } while (this.#at < text.length && this.#isRestOfLine())
    this.#column = this.#at === text.length ? -1 : this.#at - text.lastIndexOf('\n', this.#at - 1) - 1
  }
}

/**
 * The value of a text in block style that the scanner took: an entry of a list, or a mapping. Undefined where only `yaml`
 * should make it.
 */
export function built(text: string, keyNames: KeyNames = new Map()): Built | undefined {
  try {
    const builder = new Builder(text, keyNames)
    const value = builder.block()
    return { value, duplicate: builder.duplicate }
  } catch (error) {
    if (error instanceof LeftToYaml) return undefined
    throw error
  }
}
