import { type Fields, own } from './manifest.ts'

/**
 * Labels or annotations as they stand in a manifest: the entries whose value is a string, and those that are empty,
 * which count as `''`, as they do for the API server. A view, since lists have tens of thousands of them.
 */
export class StringMap {
  readonly #fields: Fields

  constructor(fields: Fields) {
    this.#fields = fields
  }

  get(key: string): string | undefined {
    const value = own(this.#fields, key)
    if (typeof value === 'string') return value
    return value === null ? '' : undefined
  }

  has(key: string): boolean {
    return this.get(key) !== undefined
  }

  /** The same entries, with others in place of those of the same key and beside the rest. */
  with(entries: Iterable<readonly [key: string, value: string]>): StringMap {
    return new StringMap({ ...this.#fields, ...Object.fromEntries(entries) })
  }

  /** The other entries. */
  without(keys: ReadonlySet<string>): StringMap {
    return new StringMap(Object.fromEntries(this.entries().filter(([key]) => !keys.has(key))))
  }

  keys(): readonly string[] {
    const fields = this.#fields
    return Object.keys(fields).filter((key) => typeof fields[key] === 'string' || fields[key] === null)
  }

  entries(): readonly (readonly [key: string, value: string])[] {
    return Object.keys(this.#fields).flatMap((key) => {
      const value = this.get(key)
      return value === undefined ? [] : [[key, value] as const]
    })
  }
}
