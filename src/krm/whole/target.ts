import type { FieldEdit } from '../../manifest/change.ts'

type Fields = Readonly<Record<string, unknown>>

/** The value that an item has once its fields are edited; mappings that are emptied by an edit go too. */
export function withEdits(object: unknown, edits: readonly FieldEdit[]): unknown {
  return edits.reduce<unknown>((value, { path, value: field }) => withField(value, path, field), object)
}

/** Tells a mapping from everything else that YAML can hold. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether two values are the same to a reader of the YAML; the order of keys doesn't count. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((value, position) => sameValue(value, b[position]))
  }
  if (isFields(a) && isFields(b)) {
    const keys = definedKeys(a)
    return (
      keys.length === definedKeys(b).length &&
      keys.every((key) => Object.hasOwn(b, key) && sameValue(a[key], b[key]))
    )
  }
  return Object.is(a, b)
}

/** The keys of a mapping that have a value to write. */
export function definedKeys(fields: Fields): string[] {
  return Object.keys(fields).filter((key) => fields[key] !== undefined)
}

function withField(value: unknown, [key, ...rest]: readonly string[], field: unknown): unknown {
  if (key === undefined) return field
  const fields = isFields(value) ? value : {}
  const before = Object.hasOwn(fields, key) ? fields[key] : undefined
  const after = withField(before, rest, field)
  if (after === before) return value
  if (after === undefined) return without(fields, key)
  return Object.hasOwn(fields, key)
    ? Object.fromEntries(Object.entries(fields).map(([name, old]) => [name, name === key ? after : old]))
    : Object.fromEntries([...Object.entries(fields), [key, after]])
}

/** The mapping less a key; undefined, so that the mapping goes too, where nothing is left. */
function without(fields: Fields, key: string): Fields | undefined {
  const left = Object.entries(fields).filter(([name]) => name !== key)
  return left.length === 0 ? undefined : Object.fromEntries(left)
}
