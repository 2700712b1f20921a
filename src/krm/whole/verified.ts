import { parseDocument } from 'yaml'
import type { ListEdits } from '../list/resource-list.ts'
import { isFields, sameValue, withEdits } from './target.ts'

/** Whether a list that was written reads back as the one before with its edits. */
export function readsAsEdited(before: Buffer, after: Buffer, edits: ListEdits): boolean {
  const old = fieldsOf(before)
  const written = fieldsOf(after)
  if (old === undefined || written === undefined) return false
  const items = listOf(old.items).flatMap((item, position) =>
    edits.remove.has(position) ? [] : [withEdits(item, edits.update.get(position) ?? [])],
  )
  return sameValue(
    { ...written, items: listOf(written.items), results: listOf(written.results) },
    { ...old, items: [...items, ...edits.append], results: [...listOf(old.results), ...edits.results] },
  )
}

function fieldsOf(bytes: Buffer): Readonly<Record<string, unknown>> | undefined {
  const doc = parseDocument(bytes.toString('utf8'), { uniqueKeys: false, logLevel: 'error' })
  const value: unknown = doc.errors.length === 0 ? doc.toJS({ maxAliasCount: -1 }) : undefined
  return isFields(value) ? value : undefined
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
