import type { FieldEdit } from './change.ts'
import { type Fields, isFields, own } from './manifest.ts'

/** The value that an item has once its fields are edited; mappings that are emptied by an edit go too. */
export function withEdits(object: unknown, edits: readonly FieldEdit[]): unknown {
  return edits.reduce<unknown>((value, { path, value: field }) => withField(value, path, field), object)
}

function withField(value: unknown, [key, ...rest]: readonly string[], field: unknown): unknown {
  if (key === undefined) return field
  const fields = isFields(value) ? value : {}
  const before = own(fields, key)
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
