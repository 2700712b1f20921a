import { groupedBy } from '../../manifest/grouped.ts'
import type { FolderItem, NewItems } from '../list/folder.ts'
import { annotation, INDEX, OLD_INDEX, OLD_PATH, PATH, withAnnotations } from './annotations.ts'
import type { SeenItem } from './subjects.ts'

/**
 * The items of a folder as an orchestrator would hand them over: each with the annotations of its file, by which sets are told
 * apart and new items get their place.
 */
export function seenItems(items: readonly FolderItem[]): readonly SeenItem[] {
  return items.map((item) => {
    const { path, index } = item.file
    const place = { [PATH]: path, [INDEX]: String(index), [OLD_PATH]: path, [OLD_INDEX]: String(index) }
    const object = withAnnotations(item.object, (annotations) => ({ ...annotations, ...place }))
    return { ...item, object }
  })
}

/** New items without the annotations of their place, by the file that these name. */
export function byFile(items: readonly object[]): NewItems {
  const placed = items.filter((item) => annotation(item, PATH) !== undefined)
  const groups = groupedBy(placed, (item) => annotation(item, PATH) ?? '')
  return new Map([...groups].map(([path, group]) => [path, group.map(withoutPlace)]))
}

const placeKeys = [PATH, INDEX, OLD_PATH, OLD_INDEX]

function withoutPlace(item: object): object {
  return withAnnotations(item, (annotations) =>
    Object.fromEntries(Object.entries(annotations).filter(([key]) => !placeKeys.includes(key))),
  )
}
