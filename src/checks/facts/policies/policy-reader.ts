import { at, type Fields, isFields } from '../../../manifest/manifest.ts'
import type { Resource } from '../../../shim/resource.ts'
import { isFilledInLater } from '../../../shim/values/filled-in-later.ts'

/** Reads the fields of a policy by their paths. A field that is missing or null is undefined, as Go decodes it. */
export class PolicyReader {
  #unreadable: string | undefined
  readonly #resource: Resource

  constructor(resource: Resource) {
    this.#resource = resource
  }

  /** The first field of the wrong type. */
  get unreadable(): string | undefined {
    return this.#unreadable
  }

  /** Notes a field that can't be read. */
  refuse(path: string): undefined {
    this.#unreadable ??= path
    return undefined
  }

  fields(path: string): Fields | undefined {
    const value = this.#at(path)
    return value === undefined || isFields(value) ? value : this.refuse(path)
  }

  list(path: string): readonly unknown[] {
    const value = this.#at(path) ?? []
    return Array.isArray(value) ? value : (this.refuse(path) ?? [])
  }

  boolean(path: string): boolean {
    const value = this.#at(path) ?? false
    return typeof value === 'boolean' ? value : (this.refuse(path) ?? false)
  }

  integer(path: string): number | undefined {
    const value = this.#at(path)
    if (typeof value === 'string' && isFilledInLater(value, this.#resource)) return undefined
    return value === undefined || (typeof value === 'number' && Number.isInteger(value))
      ? value
      : this.refuse(path)
  }

  /** A text, or undefined also where it is filled in later. */
  text(path: string): string | undefined {
    const text = this.glob(path)
    return text === undefined || isFilledInLater(text, this.#resource) ? undefined : text
  }

  /** A glob as it stands. */
  glob(path: string): string | undefined {
    const value = this.#at(path)
    return value === undefined || typeof value === 'string' ? value : this.refuse(path)
  }

  globs(path: string): readonly string[] | undefined {
    if (this.#at(path) === undefined) return undefined
    const list = this.list(path)
    const texts = list.filter((entry) => typeof entry === 'string')
    if (texts.length < list.length) this.refuse(path)
    return texts
  }

  /** A list of globs, of which those that are filled in later stand for everything. */
  patterns(path: string): readonly string[] | undefined {
    return this.globs(path)?.map((glob) => this.#pattern(glob))
  }

  /** The same for a field that has one glob. */
  onePattern(path: string): readonly string[] | undefined {
    const glob = this.glob(path)
    return glob === undefined ? undefined : [this.#pattern(glob)]
  }

  #pattern(glob: string): string {
    return isFilledInLater(glob, this.#resource) ? '*' : glob
  }

  #at(path: string): unknown {
    return at(this.#resource.object, ...path.split('.')) ?? undefined
  }
}
