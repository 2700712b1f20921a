/** One item of the list as it was read: nothing about `object` has been checked yet. */
export interface Manifest {
  /** The item's place in the list, from 0. */
  readonly position: number
  readonly object: unknown
  /** Why `object` can't be trusted, in a sentence without its end: a key that appears twice, say. */
  readonly problem?: string | undefined
  /** The directory of its file, which says what is applied together; left out where it has none. */
  readonly directory?: string
  /** The file that it was read from, for a message that sends its reader there; left out where it has none. */
  readonly file?: { readonly path: string }
}

/** A mapping whose values have not been checked. */
export type Fields = Readonly<Record<string, unknown>>

/** Tells a mapping from everything else that YAML can hold. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value of a mapping's own key, so that `__proto__` and `constructor` are keys like any other. */
export function own(fields: Fields, key: string): unknown {
  const value = fields[key]
  // Most keys that are asked for are missing; only what every object inherits takes the second question.
  return value === undefined || Object.hasOwn(fields, key) ? value : undefined
}

/** The value at a path of mappings, or undefined where one of them is missing or something else. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  let found = value
  for (const key of path) {
    if (!isFields(found)) return undefined
    found = own(found, key)
  }
  return found
}

/** The group of an apiVersion; `''` for the core group. */
export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/')
  return slash === -1 ? '' : apiVersion.slice(0, slash)
}

/** What a value is, in words that a message can use. */
export function typeInWords(value: unknown): string {
  if (value === null || value === undefined) return 'empty'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a mapping'
  if (typeof value === 'boolean') return 'a boolean'
  return typeof value === 'string' ? 'a string' : 'a number'
}
