import type { Change, FieldEdit } from '../src/manifest/change.ts'

/** The items of a list with the changes made: the plain meaning of a Change, without text. */
export function applied(items: readonly object[], changes: readonly Change[]): readonly object[] {
  const result = new Map<number, object>(items.map((item, position) => [position, structuredClone(item)]))
  const created: object[] = []
  for (const change of changes) {
    if (change.kind === 'create') created.push(change.item)
    else if (change.kind === 'remove') result.delete(change.position)
    else for (const edit of change.edits) apply(edit, result.get(change.position))
  }
  return [...result.values(), ...created]
}

function apply({ path, value }: FieldEdit, item: unknown): void {
  const [key, ...rest] = path
  if (key === undefined || typeof item !== 'object' || item === null) return
  const fields: Record<string, unknown> = Object.assign(item)
  if (rest.length > 0) {
    if (typeof fields[key] !== 'object') fields[key] = {}
    apply({ path: rest, value }, fields[key])
    if (Object.keys(Object(fields[key])).length === 0) delete fields[key]
  } else if (value === undefined) delete fields[key]
  else fields[key] = value
}
