import { ignoreAnnotation } from '../../shim/annotations.ts'
import type { Resource } from '../../shim/resource.ts'
import { isFilledInLater } from '../../shim/values/filled-in-later.ts'

/**
 * The ids of the rules that a resource asks not to hear of, as its annotation has them: on each line some with commas
 * between, and a reason behind a colon.
 */
export function ignoredRules(resource: Pick<Resource, 'annotations'>): readonly string[] {
  const text = resource.annotations.get(ignoreAnnotation)
  if (text === undefined || isFilledInLater(text, resource)) return []
  return text
    .split('\n')
    .flatMap((line) => line.replace(/:.*/s, '').split(','))
    .map((id) => id.trim())
    .filter((id) => id !== '')
}

/** What each resource asks not to hear of, by its position in the list. */
export function ignoredByPosition(resources: readonly Resource[]): ReadonlyMap<number, ReadonlySet<string>> {
  const ignored = new Map<number, ReadonlySet<string>>()
  for (const resource of resources) {
    const rules = ignoredRules(resource)
    if (rules.length > 0) ignored.set(resource.position, new Set(rules))
  }
  return ignored
}
