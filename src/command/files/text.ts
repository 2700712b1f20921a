/** The text of UTF-8 bytes, with a byte order mark as a character of it. */
export function decoded(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}

export function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
