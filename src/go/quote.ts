const longestQuote = 60

/** A text in double quotes for a message: invisible characters escaped, and shortened where it would drown the message. */
export function quote(text: string): string {
  const shown = text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text
  return JSON.stringify(shown).replace(invisible(), escaped)
}

/** Blanks, directions and joiners that look like a simple blank or like nothing. Compiled where one is asked for: that takes a while. */
function invisible(): RegExp {
  return /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu
}

function escaped(character: string): string {
  const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at))
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('')
}
