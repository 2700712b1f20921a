/** The smallest parts of a mail address (RFC 5322), read from left to right as Go's `net/mail` reads them. */
export class MailTokens {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  get position(): number {
    return this.#at
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#text.length
  }

  goTo(position: number): void {
    this.#at = position
  }

  next(): string {
    return this.#text.charAt(this.#at)
  }

  take(character: string): boolean {
    if (this.isAtEnd || this.next() !== character) return false
    this.#at++
    return true
  }

  skipBlanks(): void {
    while (isBlank(this.#text.charCodeAt(this.#at))) this.#at++
  }

  /** @returns false where a comment is never closed */
  skipBlanksAndComments(): boolean {
    this.skipBlanks()
    while (this.take('(')) {
      if (this.comment() === undefined) return false
      this.skipBlanks()
    }
    return true
  }

  /** What a comment says, after its opening parenthesis; undefined where it is never closed. */
  comment(): string | undefined {
    let said = ''
    let depth = 1
    while (!this.isAtEnd) {
      if (this.next() === '\\') this.#at++
      else if (this.next() === '(') depth++
      else if (this.next() === ')') depth--
      const character = this.next()
      this.#at++
      if (depth === 0) return said
      said += character
    }
    return undefined
  }

  /** A run of letters, digits, dots and most signs, `''` where there is none; where the dots stand is not looked at. */
  atom(): string {
    const start = this.#at
    while (!this.isAtEnd && isAtomCharacter(this.#text.charCodeAt(this.#at))) this.#at++
    return this.#text.slice(start, this.#at)
  }

  /** What stands between double quotes, without backslashes; undefined, and nothing taken, where that is not a quoted string. */
  quotedString(): string | undefined {
    let content = ''
    for (let at = this.#at + 1; ; at++) {
      if (this.#text.charAt(at) === '"') {
        this.#at = at + 1
        return content
      }
      if (this.#text.charAt(at) === '\\') at++
      const code = this.#text.charCodeAt(at)
      // At the end, where there is no code, too.
      if (!isVisible(code) && !isBlank(code)) return undefined
      content += this.#text.charAt(at)
    }
  }

  /** What stands between square brackets, and whether they are closed. */
  bracketed(): string | undefined {
    const end = this.#text.indexOf(']', this.#at)
    if (end === -1) return undefined
    const content = this.#text.slice(this.#at + 1, end)
    this.#at = end + 1
    return content
  }
}

function isAtomCharacter(code: number): boolean {
  return isVisible(code) && !'()<>[]:;@\\,"'.includes(String.fromCharCode(code))
}

/** Everything beyond ASCII counts as visible (RFC 6532). */
function isVisible(code: number): boolean {
  return (code > 0x20 && code < 0x7f) || code >= 0x80
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09
}
