import { quote } from './quote.ts'

/** Why a text is refused; never leaves this folder. */
export class JsonRefused extends Error {}

const blanks = ' \t\r\n'

/** The parts of JSON that a map of strings is made of, read from left to right with the strictness of Go's `encoding/json`. */
export class JsonTokens {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  /** The first character after blanks, `''` at the end. */
  next(): string {
    while (this.#at < this.#text.length && blanks.includes(this.#text.charAt(this.#at))) this.#at++
    return this.#text.charAt(this.#at)
  }

  take(character: string): boolean {
    if (this.next() !== character) return false
    this.#at++
    return true
  }

  expect(character: string): void {
    if (!this.take(character)) throw this.#unexpected(`${quote(character)} was expected`)
  }

  takeNull(): boolean {
    if (this.next() !== 'n') return false
    if (!this.#text.startsWith('null', this.#at)) throw this.#unexpected('null was expected')
    this.#at += 'null'.length
    return true
  }

  /** A string; what isn't Unicode in it becomes U+FFFD, as in Go. */
  string(): string {
    if (this.next() !== '"') throw this.#unexpected('text in double quotes was expected')
    const start = this.#at
    const end = this.#endOfString(start)
    this.#at = end
    try {
      return String(JSON.parse(this.#text.slice(start, end))).replace(/\p{Surrogate}/gu, '\ufffd')
    } catch {
      throw new JsonRefused(
        `${quote(this.#text.slice(start, end))} has a line break, another control character or an unknown escape in it`,
      )
    }
  }

  /** What stands here, for a message that something else belongs here. */
  refuseValue(where: string, expected: string): JsonRefused {
    this.next()
    const found = typeInWords(this.#text.slice(this.#at))
    if (found === undefined) return this.#unexpected(`${expected} was expected`)
    return new JsonRefused(`${where} is ${found}, but ${expected} belongs there`)
  }

  #endOfString(start: number): number {
    for (let at = start + 1; at < this.#text.length; at++) {
      const character = this.#text.charAt(at)
      if (character === '"') return at + 1
      if (character === '\\') at++
    }
    throw new JsonRefused(`the double quote before ${quote(this.#text.slice(start + 1))} is never closed`)
  }

  #unexpected(expected: string): JsonRefused {
    const rest = this.#text.slice(this.#at)
    return new JsonRefused(
      rest === '' ? `it ends where ${expected}` : `it has ${quote(rest)} where ${expected}`,
    )
  }
}

function typeInWords(value: string): string | undefined {
  if (value.startsWith('{')) return 'an object'
  if (value.startsWith('[')) return 'a list'
  if (value.startsWith('"')) return 'a string'
  if (/^(?:true|false)\b/.test(value)) return 'a boolean'
  return /^-?\d/.test(value) ? 'a number' : undefined
}
