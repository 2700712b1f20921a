import { isFields, own } from './manifest.ts'

/** Whether two values are the same to a reader of a manifest: the order of keys doesn't count, nor does an undefined one. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((value, index) => sameValue(value, b[index]))
  }
  if (isFields(a) && isFields(b)) {
    const keys = definedKeys(a)
    return keys.length === definedKeys(b).length && keys.every((key) => sameValue(a[key], own(b, key)))
  }
  return Object.is(a, b)
}

function definedKeys(fields: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(fields).filter((key) => fields[key] !== undefined)
}
