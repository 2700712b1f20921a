import { isFields, own } from '../../manifest/manifest.ts'
import { nearest } from '../../manifest/nearest.ts'
import { datePattern, isDate } from './date.ts'
import { inQuotes, type SettingProblem, unknownName, wrongValue } from './problems.ts'

/** A JSON Schema, or a part of one. */
export type Schema = { readonly [key: string]: unknown }

/** What a value in a functionConfig can be, for the schema and for the check: a test holds that they accept the same. */
export interface Shape {
  readonly schema: Schema
  problemsOf(value: unknown, path: string): readonly SettingProblem[]
}

type Shapes = Readonly<Record<string, Shape>>

function isString(value: unknown): value is string {
  return typeof value === 'string'
}

/** A value that holds no others; `meant` gives what was meant by a wrong one. */
function single(
  wanted: string,
  schema: Schema,
  fits: (value: unknown) => boolean,
  meant: (value: unknown) => unknown,
): Shape {
  return {
    schema,
    problemsOf: (value, path) => (fits(value) ? [] : [wrongValue(value, path, wanted, meant(value))]),
  }
}

/** A string of which not any will do, so that a message has to say which it is. */
function particular(
  wanted: string,
  schema: Schema,
  fits: (text: string) => boolean,
  meant: (value: unknown) => string | undefined,
): Shape {
  return {
    schema,
    problemsOf(value, path) {
      if (isString(value) && fits(value)) return []
      const given = isString(value) && value !== '' ? `"${value}"` : undefined
      return [wrongValue(value, path, wanted, meant(value), given)]
    },
  }
}

export const anyString = single('a string', { type: 'string' }, isString, inQuotes)

export const filledString = single(
  'a string that is not empty',
  { type: 'string', minLength: 1 },
  (value) => isString(value) && value !== '',
  inQuotes,
)

export const boolean = single(
  'true or false',
  { type: 'boolean' },
  (value) => typeof value === 'boolean',
  (value) => (value === 'true' ? true : value === 'false' ? false : undefined),
)

export const manifest = single(
  'a file name or a manifest',
  { type: ['string', 'object'] },
  (value) => isString(value) || isFields(value),
  inQuotes,
)

export const date = particular(
  'a day that exists, such as "2026-11-24"',
  { type: 'string', pattern: datePattern },
  isDate,
  () => undefined,
)

/** One of some words; `meant` gives the one that was meant by another. */
export function oneOf(
  words: readonly string[],
  wanted = words.join(' or '),
  meant = (value: unknown) => (isString(value) ? nearest(value, words) : undefined),
): Shape {
  return particular(wanted, { enum: words }, (text) => words.includes(text), meant)
}

/** A name that means something to the function. */
export function knownName(names: readonly string[]): Shape {
  return {
    schema: { enum: names },
    problemsOf(value, path) {
      if (!isString(value)) return anyString.problemsOf(value, path)
      return names.includes(value) ? [] : [unknownName(value, path, 'name', names)]
    },
  }
}

/** A list; something that is no list is proposed as its only entry where it can be that. */
export function listOf(entry: Shape, wanted: string): Shape {
  return {
    schema: { type: 'array', items: entry.schema },
    problemsOf(value, path) {
      if (Array.isArray(value)) {
        const entries: readonly unknown[] = value
        return entries.flatMap((one, index) => entry.problemsOf(one, `${path}[${index}]`))
      }
      const isEntry = entry.problemsOf(value, path).length === 0
      return [wrongValue(value, path, wanted, isEntry ? [value] : undefined)]
    },
  }
}

/** A mapping with some fields, of which some have to be there. */
export function mapping(required: Shapes, optional: Shapes): Shape {
  const fields = { ...required, ...optional }
  const names = Object.keys(fields)
  const ofFields = mappingOf(fields, `a mapping with ${names.join(', ')}`, (name, path) =>
    unknownName(name, path, 'field', names),
  )
  return {
    schema: { ...ofFields.schema, required: Object.keys(required) },
    problemsOf(value, path) {
      const absent = Object.keys(required).filter((name) => isFields(value) && own(value, name) === undefined)
      const message = 'This is missing, and has to be there.'
      const missing = absent.map((name) => ({ path: `${path}.${name}`, message }))
      return [...missing, ...ofFields.problemsOf(value, path)]
    },
  }
}

/** A mapping of these keys, each of which can be left out. */
export function mappingOf(
  fields: Shapes,
  wanted: string,
  unknown: (key: string, path: string) => SettingProblem,
): Shape {
  const shapes = new Map(Object.entries(fields))
  return {
    schema: {
      type: 'object',
      properties: Object.fromEntries([...shapes].map(([key, { schema }]) => [key, schema])),
      additionalProperties: false,
    },
    problemsOf(value, path) {
      if (!isFields(value)) return [wrongValue(value, path, wanted)]
      return Object.entries(value).flatMap(([key, field]) => {
        const keyPath = `${path}.${key}`
        return shapes.get(key)?.problemsOf(field, keyPath) ?? [unknown(key, keyPath)]
      })
    },
  }
}
