const simpleWord = /^[A-Za-z_/][A-Za-z0-9_./-]*$/
/** Words of YAML 1.1; some of its readers take an exponent alone for a number. */
const looksLikeOtherTypes = /^(?:y|n|yes|no|on|off|true|false|null|e[-+]?[0-9]+)$/i
/** Letters that no number, date or time of YAML 1.1 or 1.2 contains. */
const startsWithDigitButIsText = /^[0-9][A-Za-z0-9.-]*$/
const letterOfNoNumber = /[g-mp-su-wyG-MP-SU-WY]/
const control = '\\x00-\\x1f\\x7f-\\xa0\\u2028\\u2029\\ufeff\\ufffe\\uffff\\ud800-\\udfff'
const plainStart = /^[A-Za-z_/$(\u00a1-\ud7ff]/
const plainRest = new RegExp(`^[^${control}]*[^${control} :]$`)
const printable = new RegExp(`^[^${control}]*$`)
const escapedByYamlAlone = /[\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]/g

/**
 * A string as a one-line block scalar that YAML 1.1 (Go, kpt, kustomize) and 1.2 both read as that very string: plain
 * where that is beyond doubt, else in double quotes.
 */
export function quoted(text: string): string {
  return isPlain(text) ? text : doubleQuoted(text)
}

/** A string in double quotes, with escapes that JSON and both versions of YAML know. */
export function doubleQuoted(text: string): string {
  return JSON.stringify(text).replace(escapedByYamlAlone, unicodeEscape)
}

/** A string in single quotes; undefined where it has characters that need an escape. */
export function singleQuoted(text: string): string | undefined {
  return printable.test(text) ? `'${text.replaceAll("'", "''")}'` : undefined
}

/** A value as JSON, which is YAML's flow style too: on one line, or on lines that each level indents by `step`. */
export function flowText(value: unknown, step = ''): string {
  return (JSON.stringify(value, null, step) ?? 'null').replace(escapedByYamlAlone, unicodeEscape)
}

/** YAML wants the colon within 1024 characters of an implicit key's start. */
export const longestImplicitKey = 1000

/** A value in flow style on one line, with blanks behind commas and colons. */
export function spacedFlowText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spacedFlowText).join(', ')}]`
  if (typeof value !== 'object' || value === null) return flowText(value)
  return `{${Object.entries(value)
    .map(([key, field]) => `${flowKey(key)}: ${spacedFlowText(field)}`)
    .join(', ')}}`
}

function flowKey(key: string): string {
  const text = doubleQuoted(key)
  return text.length > longestImplicitKey ? `? ${text} ` : text
}

function isPlain(text: string): boolean {
  if (simpleWord.test(text)) return !looksLikeOtherTypes.test(text)
  if (startsWithDigitButIsText.test(text)) return letterOfNoNumber.test(text)
  if (looksLikeOtherTypes.test(text)) return false
  return plainStart.test(text) && plainRest.test(text) && !text.includes(': ') && !text.includes(' #')
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
