import { anyString, type Schema, type Shape } from './shapes.ts'

/** How a setting is written in a ConfigMap, which holds texts alone. */
export interface TextForm {
  readonly schema: Schema
  /** The value of a text; one that can't be read comes back as it is, for the check of the value to report. */
  read(text: string): unknown
}

export function asItIs({ schema }: Shape): TextForm {
  return { schema, read: (text) => text }
}

export const trueOrFalse: TextForm = {
  schema: { enum: ['true', 'false'] },
  read: (text) => (text === 'true' ? true : text === 'false' ? false : text),
}

/** Parts separated by commas, of which one can be too many. */
export const commas: TextForm = { schema: anyString.schema, read: partsOf }

/** Some of these words, separated by commas. */
export function commasBetween(words: readonly string[]): TextForm {
  const anyWord = words.map((word) => word.replaceAll('.', '\\.')).join('|')
  return { schema: listSchema(`(?:${anyWord})`), read: partsOf }
}

/** `<id>=<level>`, separated by commas. */
export function levels(ids: readonly string[], known: readonly string[]): TextForm {
  return {
    schema: listSchema(`(?:${ids.join('|')})\\s*=\\s*(?:${known.join('|')})`),
    read(text) {
      const pairs = partsOf(text).map((part) => part.split('='))
      return Object.fromEntries(pairs.map(([id = '', ...level]) => [id.trim(), level.join('=').trim()]))
    },
  }
}

/** JSON, of which a validator sees no more than that it is a list. */
export const json: TextForm = {
  schema: {
    type: 'string',
    pattern: '^\\s*\\[[\\s\\S]*\\]\\s*$',
    contentMediaType: 'application/json',
  },
  read(text) {
    try {
      return JSON.parse(text)
    } catch {
      return text
    }
  },
}

function partsOf(text: string): readonly string[] {
  const parts = text.split(',').map((part) => part.trim())
  return parts.filter((part) => part !== '')
}

function listSchema(part: string): Schema {
  const one = `(?:${part}\\s*)?`
  return { type: 'string', pattern: `^\\s*${one}(?:,\\s*${one})*$` }
}
