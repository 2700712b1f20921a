import { JsonRefused, JsonTokens } from './json-tokens.ts'
import type { Parsed } from './parsed.ts'
import { quote } from './quote.ts'

/** A map without a prototype, so that `__proto__` and `constructor` are keys like any other. */
type StringMap = Readonly<Record<string, string>>

/**
 * Reads a JSON object whose fields are maps of strings, as a Go 1.26 `json.Decoder` with `DisallowUnknownFields` decodes it into
 * a struct of `map[string]string`.
 *
 * Only the first JSON value counts, and what follows it is ignored. Field names match in any case. `null` leaves a field (or
 * everything) out, and is `''` as a value of a map. A field that comes twice is merged. An unknown field, a value of another type
 * and broken JSON are problems.
 *
 * @param fields names in ASCII
 */
export function decodeStringMaps<K extends string>(
  text: string,
  fields: readonly K[],
): Parsed<Partial<Record<K, StringMap>>> {
  try {
    return { value: readFields(new JsonTokens(text), fields) }
  } catch (refused) {
    if (refused instanceof JsonRefused) return { problem: refused.message }
    throw refused
  }
}

function readFields<K extends string>(tokens: JsonTokens, fields: readonly K[]) {
  const decoded: Partial<Record<K, Record<string, string>>> = {}
  if (tokens.next() === '') throw new JsonRefused('it is empty, not a JSON object')
  if (tokens.takeNull()) return decoded
  if (tokens.next() !== '{') throw tokens.refuseValue('it', 'a JSON object')
  readMembers(tokens, (name) => {
    const field = fields.find((known) => fold(known) === fold(name))
    if (field === undefined) {
      throw new JsonRefused(
        `it has an unknown field ${quote(name)}; what can be set is ${fields.join(' and ')}`,
      )
    }
    if (tokens.takeNull()) delete decoded[field]
    else decoded[field] = readStringMap(tokens, field, decoded[field] ?? emptyMap())
  })
  return decoded
}

function emptyMap(): Record<string, string> {
  return Object.create(null)
}

function readStringMap(tokens: JsonTokens, field: string, map: Record<string, string>) {
  if (tokens.next() !== '{') throw tokens.refuseValue(field, 'an object of strings')
  readMembers(tokens, (key) => {
    map[key] = readStringOrNull(tokens, `the value of ${quote(key)} in ${field}`)
  })
  return map
}

function readStringOrNull(tokens: JsonTokens, where: string): string {
  if (tokens.takeNull()) return ''
  if (tokens.next() !== '"') throw tokens.refuseValue(where, 'text in double quotes')
  return tokens.string()
}

/** Reads `{"name": value, …}`; the value of each name is read by `readValue`. */
function readMembers(tokens: JsonTokens, readValue: (name: string) => void): void {
  tokens.expect('{')
  if (tokens.take('}')) return
  do {
    const name = tokens.string()
    tokens.expect(':')
    readValue(name)
  } while (tokens.take(','))
  tokens.expect('}')
}

/** Unicode's simple case folding as far as ASCII reaches: the long s is the one letter that `toLowerCase` leaves alone. */
function fold(name: string): string {
  return name.replaceAll('\u017f', 's').toLowerCase()
}
