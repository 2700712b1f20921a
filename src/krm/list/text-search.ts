/**
 * Looks for a text of ASCII among bytes, without making a text of them. By Horspool: the byte under the end of the window
 * says how far the text can move on, so most bytes are never looked at.
 */
export class TextSearch {
  readonly #text: Uint8Array
  /** How far the text can move, by the byte under its end. */
  readonly #steps = new Uint8Array(256)

  /** The text has 1 to 255 characters. */
  constructor(text: string) {
    this.#text = new TextEncoder().encode(text)
    const last = this.#text.length - 1
    this.#steps.fill(this.#text.length)
    for (const [index, byte] of this.#text.subarray(0, last).entries()) this.#steps[byte] = last - index
  }

  /** Whether the text stands between two places in the bytes. */
  isIn(bytes: Uint8Array, start: number, end: number): boolean {
    const steps = this.#steps
    for (let at = start + this.#text.length - 1; at < end; at += steps[bytes[at] ?? 0] ?? 1) {
      if (this.#endsAt(bytes, at)) return true
    }
    return false
  }

  #endsAt(bytes: Uint8Array, end: number): boolean {
    const text = this.#text
    const start = end - text.length + 1
    for (let at = text.length - 1; at >= 0; at--) if (bytes[start + at] !== text[at]) return false
    return true
  }
}
