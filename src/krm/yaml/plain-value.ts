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
/** JavaScript reads all of these as YAML does. */
const decimal = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/
const otherBase = /^0(?:o[0-7]+|x[0-9a-fA-F]+)$/
const infinite = /^[-+]?\.(?:inf|Inf|INF)$/
const notANumber = /^\.(?:nan|NaN|NAN)$/

/** What a plain scalar stands for: YAML 1.2's core schema, section 10.3.2. */
export function plainValue(text: string): string | number | boolean | null {
  const word = words.get(text)
  if (word !== undefined) return word
  // Numbers begin with a sign, a point or a digit; none of the characters behind `9` begins one.
  return text.charCodeAt(0) <= 0x39 ? (numberValue(text) ?? text) : text
}

function numberValue(text: string): number | undefined {
  if (decimal.test(text) || otherBase.test(text)) return Number(text)
  if (infinite.test(text)) return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  return notANumber.test(text) ? Number.NaN : undefined
}
