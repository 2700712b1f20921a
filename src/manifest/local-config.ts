import { at } from './manifest.ts'

/** Marks an item that never reaches a cluster. */
export const LOCAL_CONFIG = 'config.kubernetes.io/local-config'

/** Whether an item is kept out of the cluster: by the KRM functions specification, any value but `"false"` does that. */
export function isLocalConfig(object: unknown): boolean {
  const value = at(object, 'metadata', 'annotations', LOCAL_CONFIG)
  return value === null || (typeof value === 'string' && value !== 'false')
}
