import { at, isFields } from '../../manifest/manifest.ts'
import type { FolderItem, NewItems } from '../list/folder.ts'
import { INDEX, OLD_INDEX, OLD_PATH, PATH } from './annotations.ts'
import type { SeenItem } from './subjects.ts'

/**
 * The items of a folder as an orchestrator would hand them over: each with the annotations of its file, by which sets are told
 * apart and new items get their place.
 */
export function seenItems(items: readonly FolderItem[]): readonly SeenItem[] {
  return items.map((item) => ({ ...item, object: withAnnotations(item.object, item.file) }))
}

function withAnnotations(object: unknown, { path, index }: FolderItem['file']): unknown {
  const metadata = at(object, 'metadata') ?? {}
  const annotations = at(metadata, 'annotations') ?? {}
  // What is no mapping is reported as such, and has no place.
  if (!isFields(object) || !isFields(metadata) || !isFields(annotations)) return object
  const place = { [PATH]: path, [INDEX]: String(index), [OLD_PATH]: path, [OLD_INDEX]: String(index) }
  return { ...object, metadata: { ...metadata, annotations: { ...annotations, ...place } } }
}

const placeKeys = new Set([PATH, INDEX, OLD_PATH, OLD_INDEX])

/** New items without the annotations of their place, by the file that these name. */
export function byFile(items: readonly object[]): NewItems {
  const files = new Map<string, object[]>()
  for (const item of items) {
    const path = at(item, 'metadata', 'annotations', PATH)
    if (typeof path !== 'string') continue
    const others = files.get(path) ?? []
    others.push(withoutPlace(item))
    files.set(path, others)
  }
  return files
}

function withoutPlace(item: object): object {
  const metadata = at(item, 'metadata')
  const annotations = at(metadata, 'annotations')
  if (!isFields(metadata) || !isFields(annotations)) return item
  const kept = Object.entries(annotations).filter(([key]) => !placeKeys.has(key))
  return { ...item, metadata: { ...metadata, annotations: Object.fromEntries(kept) } }
}
