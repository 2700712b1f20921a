const words: ReadonlyMap<string, boolean | null> = new Map([
  ['', null],
  ['~', null],
  ['null', null],
  ['Null', null],
  ['NULL', null],
  ['true', true],
  ['True', true],
  ['TRUE', true],
  ['false', false],
  ['False', false],
  ['FALSE', false],
])
const octal = /^0o[0-7]+$/
const decimal = /^[-+]?[0-9]+$/
const hexadecimal = /^0x[0-9a-fA-F]+$/
const infinite = /^[-+]?\.(?:inf|Inf|INF)$/
const notANumber = /^\.(?:nan|NaN|NAN)$/
const exponential = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/
const fractional = /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/

/** What a plain scalar stands for: YAML 1.2's core schema, section 10.3.2. */
export function plainValue(text: string): string | number | boolean | null {
  const word = words.get(text)
  if (word !== undefined) return word
  // Numbers begin with a sign, a point or a digit; none of the characters behind `9` begins one.
  return text.charCodeAt(0) <= 0x39 ? (numberValue(text) ?? text) : text
}

function numberValue(text: string): number | undefined {
  if (octal.test(text)) return Number.parseInt(text.slice(2), 8)
  if (decimal.test(text)) return Number.parseInt(text, 10)
  if (hexadecimal.test(text)) return Number.parseInt(text.slice(2), 16)
  if (infinite.test(text)) return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  if (notANumber.test(text)) return Number.NaN
  return exponential.test(text) || fractional.test(text) ? Number.parseFloat(text) : undefined
}
