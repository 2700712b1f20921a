import { annotation, PACKAGE_PATH } from '../run/annotations.ts'
import type { Report } from '../run/runner.ts'
import { lineOfField } from './field-line.ts'
import { stepsOf } from './field-path.ts'
import type { Result } from './result.ts'
import { type Document, documentOf, documentsOf, ItemLines } from './source-lines.ts'

/** Where a user finds what a result is about. */
export interface Location {
  readonly path: string
  /** Undefined where the file can't be read, or has changed meanwhile. */
  readonly line?: number
}

export interface LocatedResult {
  readonly result: Result
  readonly location: Location
}

/** A file of the user; undefined where there is none of that name below the working directory. */
export type FindFile = (name: string) => { readonly name: string; readonly text: string } | undefined

/** What was read. */
export interface Origin {
  /** The list: the name of its file, or of the standard input. */
  readonly list: { readonly name: string; readonly bytes: Uint8Array }
  /** The functionConfig, where it isn't the list's own, and the name of its file or of what it is made of. */
  readonly functionConfig?: { readonly name: string; readonly object: unknown }
}

/**
 * Finds the file and the line of results: in the user's own file where an item was read from one below the working
 * directory, and else in the list.
 */
export class Locator {
  readonly #origin: Origin
  readonly #findFile: FindFile
  readonly #items: ItemLines
  readonly #files = new Map<string, { name: string; documents: readonly Document[] } | undefined>()

  constructor(origin: Origin, findFile: FindFile) {
    this.#origin = origin
    this.#findFile = findFile
    this.#items = new ItemLines(origin.list.bytes)
  }

  locate(report: Report): LocatedResult {
    return { result: report.result, location: this.#locationOf(report) }
  }

  #locationOf({ result, object, line }: Report): Location {
    const { list, functionConfig } = this.#origin
    const path = functionConfig?.object === object ? functionConfig?.name : result.file?.path
    if (path !== undefined) return this.#inFile(path, object, result)
    if (line === undefined) return { path: list.name }
    return { path: list.name, line: lineIn(this.#items.item(line), result) }
  }

  #inFile(path: string, object: unknown, result: Result): Location {
    const packagePath = annotation(object, PACKAGE_PATH)
    const file = this.#file(packagePath === undefined ? path : `${packagePath}/${path}`)
    const document = file && documentOf(file.documents, object)
    return document ? { path: file.name, line: lineIn(document, result) } : { path }
  }

  #file(path: string) {
    if (!this.#files.has(path)) {
      const found = this.#findFile(path)
      this.#files.set(path, found && { name: found.name, documents: documentsOf(found.text) })
    }
    return this.#files.get(path)
  }
}

function lineIn(document: Document, { field }: Result): number {
  return lineOfField(document.lines, document.first, stepsOf(field?.path ?? '')).number
}
