import { quote } from '../quote.ts'
import { interpreted } from './interpreted.ts'

/** Why a rule is refused; never leaves this folder. */
export class RuleRefused extends Error {}

const signs = ['(', ')', ',', '!', '&&', '||', '...'] as const

export type Sign = (typeof signs)[number]

const name = /[\p{L}_][\p{L}\p{Nd}_]*/uy

interface Token {
  /** `line break` is one that ends an expression, as Go's automatic semicolons do. */
  readonly kind: Sign | 'name' | 'text' | 'line break' | 'end' | 'unknown'
  readonly start: number
  readonly end: number
}

/** After one of these, a line break ends the expression. */
const ends: ReadonlySet<Token['kind']> = new Set(['name', 'text', ')'])

/**
 * The tokens of a rule, read from left to right as Go's `go/scanner` reads them: comments are blanks, and a line break after a
 * name, a text or a closing bracket ends the expression.
 */
export class RuleTokens {
  readonly #text: string
  #token: Token

  constructor(text: string) {
    this.#text = text
    // Go takes a byte order mark at the very start for a blank.
    const start = text.startsWith('\ufeff') ? 1 : 0
    const refused = /[\0\ufeff]/.exec(text.slice(start))
    if (refused !== null) throw new RuleRefused(`it has the invisible character ${quote(refused[0])} in it`)
    this.#token = this.#read(start, false)
  }

  take(sign: Sign): boolean {
    if (this.#token.kind !== sign) return false
    this.#goOn()
    return true
  }

  expect(sign: Sign): void {
    if (!this.take(sign)) throw this.unexpected(sign)
  }

  expectEnd(expected: string): void {
    if (this.#token.kind !== 'end') throw this.unexpected(expected)
  }

  /** The name that stands here. */
  name(expected: string): string {
    if (this.#token.kind !== 'name') throw this.unexpected(expected)
    return this.#taken()
  }

  /** What the string literal that stands here says; undefined, and nothing taken, where there is none. */
  string(): string | undefined {
    if (this.#token.kind !== 'text') return undefined
    const literal = this.#taken()
    const content = literal.slice(1, -1)
    // Go's scanner drops carriage returns from raw strings.
    if (literal.startsWith('`')) return content.replaceAll('\r', '')
    const value = interpreted(content)
    if (value !== undefined) return value
    throw new RuleRefused(
      `${quote(content)} has a line break or an unknown escape in it; put it between backticks, where a backslash is nothing special`,
    )
  }

  unexpected(expected: string): RuleRefused {
    const { kind, start } = this.#token
    const rest = this.#text.slice(start)
    if (kind === 'end') return new RuleRefused(`it ends where ${expected} was expected`)
    if (kind === 'line break') {
      return new RuleRefused(
        `a line break ends it before ${quote(rest.trimStart())}; put ${expected} before the line break, or write match on one line`,
      )
    }
    const opening = rest.charAt(0)
    if (opening === "'")
      return new RuleRefused(`it has single quotes at ${quote(rest)}; use backticks instead`)
    if (kind === 'unknown' && (opening === '`' || opening === '"')) {
      return new RuleRefused(
        `the ${opening === '`' ? 'backtick' : 'double quote'} before ${quote(rest.slice(1))} is never closed`,
      )
    }
    return new RuleRefused(`it has ${quote(rest)} where ${expected} was expected`)
  }

  #taken(): string {
    const { start, end } = this.#token
    this.#goOn()
    return this.#text.slice(start, end)
  }

  #goOn(): void {
    this.#token = this.#read(this.#token.end, ends.has(this.#token.kind))
  }

  #read(from: number, lineBreakEnds: boolean): Token {
    const start = this.#afterBlanks(from)
    if (start === this.#text.length) return { kind: 'end', start, end: start }
    if (lineBreakEnds && this.#text.slice(from, start).includes('\n')) {
      return { kind: 'line break', start, end: start }
    }
    const sign = signs.find((one) => this.#text.startsWith(one, start))
    if (sign !== undefined) return { kind: sign, start, end: start + sign.length }
    return this.#readName(start) ?? this.#readText(start) ?? { kind: 'unknown', start, end: start + 1 }
  }

  #afterBlanks(from: number): number {
    let at = from
    for (;;) {
      if (at < this.#text.length && ' \t\r\n'.includes(this.#text.charAt(at))) at++
      else if (this.#text.startsWith('//', at)) at = this.#find('\n', at) ?? this.#text.length
      else if (this.#text.startsWith('/*', at)) {
        const end = this.#find('*/', at + 2)
        if (end === undefined) return at
        at = end + 2
      } else return at
    }
  }

  #find(text: string, from: number): number | undefined {
    const at = this.#text.indexOf(text, from)
    return at === -1 ? undefined : at
  }

  #readName(start: number): Token | undefined {
    name.lastIndex = start
    return name.test(this.#text) ? { kind: 'name', start, end: name.lastIndex } : undefined
  }

  #readText(start: number): Token | undefined {
    const opening = this.#text.charAt(start)
    const closing =
      opening === '`'
        ? this.#find('`', start + 1)
        : opening === '"'
          ? this.#closingQuote(start + 1)
          : undefined
    return closing === undefined ? undefined : { kind: 'text', start, end: closing + 1 }
  }

  #closingQuote(from: number): number | undefined {
    for (let at = from; at < this.#text.length; at++) {
      const character = this.#text.charAt(at)
      if (character === '"') return at
      if (character === '\\') at++
    }
    return undefined
  }
}
