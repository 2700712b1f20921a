import type { Finding } from '../../manifest/finding.ts'
import { at } from '../../manifest/manifest.ts'
import { readableDocuments, type YamlDocument } from '../list/parse-documents.ts'
import { annotation, PACKAGE_PATH } from '../run/annotations.ts'
import { type Step, stepsOf } from '../yaml/step.ts'
import { kustomizeOriginOf, remotePath } from './kustomize-origin.ts'
import { functionConfigPosition, type Result, type Subject } from './result.ts'
import { fileOfSubject, resultOf } from './results.ts'

/** Where a user finds what a result is about. */
export interface Location {
  readonly path: string
  /** Undefined where the file can't be read, or has changed meanwhile. */
  readonly line?: number
  /** Whether the path is that of a file, as seen from the working directory: other programs can open it. */
  readonly isFile: boolean
}

export interface LocatedResult {
  readonly result: Result
  readonly location: Location
  /** Whether this is an info that nobody should miss. */
  readonly alwaysShown?: boolean
}

/** A file of the user, by its name as seen from the working directory. */
export interface UserFile {
  readonly name: string
  readonly text: string
}

/** A file of the user; undefined where there is none of that name below the working directory. */
export type FindFile = (name: string) => UserFile | undefined

/** Something that was read, by the name that a user knows it by. */
export interface Named {
  readonly path: string
  readonly isFile: boolean
}

/** The functionConfig of a call, and the lines of its fields where it is a file. */
export type ConfigOrigin = Named & Pick<Subject, 'lineOf'>

/** What was read. */
export interface Origin {
  /** The list's file, or the standard input. */
  readonly list: Named
  /** The functionConfig of the call, where it has one. */
  readonly functionConfig?: ConfigOrigin
}

/**
 * Finds the file and the line of results: in the user's own file where an item was read from one below the working
 * directory, and else in the list. Every file is read once, however many results it has.
 */
export class Locator {
  readonly #origin: Origin
  readonly #findFile: FindFile
  readonly #files = new Map<string, Promise<FoundFile | undefined>>()

  constructor(origin: Origin, findFile: FindFile) {
    this.#origin = origin
    this.#findFile = findFile
  }

  async locate(finding: Finding, subject: Subject): Promise<LocatedResult> {
    const result = resultOf(finding, subject)
    const location = await this.find(
      { position: finding.position, field: finding.field?.path ?? '' },
      subject,
    )
    return { result, location, ...(finding.alwaysShown && { alwaysShown: true }) }
  }

  /** Where a user finds a field of what is at a position. */
  async find(
    { position, field }: { readonly position: number; readonly field: string },
    subject: Subject,
  ): Promise<Location> {
    const { list, functionConfig } = this.#origin
    const steps = stepsOf(field)
    const filePath = fileOfSubject(subject)?.path
    if (position === functionConfigPosition && functionConfig) {
      return locationIn(functionConfig, functionConfig, steps)
    }
    const origin = filePath === undefined ? await kustomizeOriginOf(subject.object) : undefined
    if (origin?.repo !== undefined) return { path: remotePath(origin), isFile: false }
    const path = filePath ?? origin?.path
    return path === undefined ? locationIn(list, subject, steps) : this.#locationInFile(path, subject, steps)
  }

  async #locationInFile(path: string, { object }: Subject, steps: readonly Step[]): Promise<Location> {
    const packagePath = annotation(object, PACKAGE_PATH)
    const file = await this.#file(packagePath === undefined ? path : `${packagePath}/${path}`)
    const document = file?.documents.get(identityOf(object))
    if (file === undefined) return { path, isFile: false }
    return { path: file.name, ...(document && { line: document.lineOf(steps) }), isFile: true }
  }

  #file(path: string): Promise<FoundFile | undefined> {
    const known = this.#files.get(path)
    if (known) return known
    const file = this.#findFile(path)
    const found = file ? foundFile(file) : Promise.resolve(undefined)
    this.#files.set(path, found)
    return found
  }
}

function locationIn(
  { path, isFile }: Named,
  lines: Pick<Subject, 'lineOf'>,
  steps: readonly Step[],
): Location {
  const line = lines.lineOf?.(steps)
  return { path, ...(line !== undefined && { line }), isFile }
}

interface FoundFile {
  readonly name: string
  /** The resources in it; the first where two have the same identity. */
  readonly documents: ReadonlyMap<string, YamlDocument>
}

async function foundFile({ name, text }: UserFile): Promise<FoundFile> {
  const documents = new Map<string, YamlDocument>()
  // A file that can't be read has changed since the list was made of it.
  for (const document of await readableDocuments(text)) {
    const identity = identityOf(document.value)
    if (!documents.has(identity)) documents.set(identity, document)
  }
  return { name, documents }
}

/** What a resource is still known by in its file, whatever functions before this one have changed. */
function identityOf(object: unknown): string {
  const metadata = at(object, 'metadata')
  return JSON.stringify([at(object, 'kind'), at(metadata, 'name'), at(metadata, 'namespace')])
}
