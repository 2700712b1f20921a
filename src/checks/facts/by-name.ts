import type { Resource } from '../../shim/resource.ts'

/** Resources by namespace and name; of two with one name, the first in the list counts. */
export class ByName<T extends Resource> {
  readonly #resources = new Map<string, T>()

  constructor(resources: Iterable<T>) {
    for (const resource of resources) {
      const key = keyOf(resource.namespace, resource.name)
      if (!this.#resources.has(key)) this.#resources.set(key, resource)
    }
  }

  /** The resource of that namespace and name, or one of that name whose namespace is only set when it is applied. */
  find(namespace: string, name: string): T | undefined {
    return this.#resources.get(keyOf(namespace, name)) ?? this.#resources.get(keyOf('', name))
  }
}

/** Names of Kubernetes have no slash. */
function keyOf(namespace: string, name: string): string {
  return `${namespace}/${name}`
}
