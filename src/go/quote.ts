const longestQuote = 60

/** A text in double quotes for a message: control characters escaped, and shortened where it would drown the message. */
export function quote(text: string): string {
  const shown = text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text
  return JSON.stringify(shown)
}
