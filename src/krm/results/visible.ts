/** Controls (C0 and C1), marks that turn the direction of text or hide in it, line separators, and what no encoding has. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\ufffe\uffff]/gu

const escapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/**
 * A text as one line that a person can trust. Names and values come from manifests of others: they must not move a
 * terminal's cursor, start a new line, turn the direction of what follows, or give a command to a CI system, which
 * reads `::` at the beginning of a line (GitHub Actions) and `##[` (GitHub Actions and Azure Pipelines) as one.
 */
export function visible(text: string): string {
  return text
    .replaceAll(invisible, (character) => escapes[character] ?? `\\u{${hexadecimal(character)}}`)
    .replaceAll(/##(?=\w*\[)/g, '#\\u{23}')
    .replace(/^(\s*):(?=:)/, '$1\\u{3a}')
}

/** JSON text of a value, in which everything that can't be seen is escaped; who reads it gets the value as it is. */
export function visibleJson(value: unknown): string {
  const text = JSON.stringify(value, undefined, 2)
  return text.replaceAll(/[^\n\P{Cc}]|[\p{Cf}\p{Zl}\p{Zp}\ufffe\uffff]|#(?=#\w*\[)/gu, (character) =>
    Array.from({ length: character.length }, (_, index) => unitOf(character, index)).join(''),
  )
}

function unitOf(text: string, index: number): string {
  return `\\u${text.charCodeAt(index).toString(16).padStart(4, '0')}`
}

function hexadecimal(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16)
}
