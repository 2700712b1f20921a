import { isLocalConfig } from '../../manifest/local-config.ts'
import { at, type Fields, isFields } from '../../manifest/manifest.ts'
import type { SettingProblem } from '../config/problems.ts'
import { parseDocuments, type YamlDocument } from '../list/parse-documents.ts'
import type { Wanted } from '../list/resource-list.ts'
import type { File } from '../results/result.ts'
import { YamlError } from '../yaml/yaml-error.ts'
import { annotation, FUNCTION, withAnnotations, withoutInternal } from './annotations.ts'
import type { GivenResource, SeenItem } from './subjects.ts'

/** What a functionConfig adds to the list that the function works on. */
export interface Given {
  readonly resources: readonly GivenResource[]
  /** Positions of items that are the functionConfig itself, and must not come back. */
  readonly leaveOut: ReadonlySet<number>
  readonly problems: readonly SettingProblem[]
}

/** Reads a file below the working directory; throws a FileError for any other. */
export type ReadFile = (name: string) => string

/** A file that a functionConfig names can't be read; the message says why. */
export class FileError extends Error {}

/**
 * The functionConfig as a source of its own.
 *
 * kustomize gives a generator no resources: the one item is the functionConfig, which it marks local-config. It must not
 * come back, or kustomize finds a duplicate of the resource that the same file gives. A list that has the resource itself
 * (kpt, or a kustomize transformer) needs no second one.
 */
export function givenByItself(config: Fields, items: readonly SeenItem[]): Given {
  const copies = items.filter((item) => keyOf(item.object) === keyOf(config))
  const marked = copies.filter((item) => isLocalConfig(item.object))
  const resources = copies.length > marked.length ? [] : [{ object: unmarked(config) }]
  return { resources, leaveOut: new Set(marked.map((item) => item.position)), problems: [] }
}

/**
 * The resources that `spec.resources` names or inlines. One that the list has too is left to the list: there it may be
 * patched already.
 */
export async function givenBySettings(
  settings: readonly (string | Fields)[],
  items: readonly SeenItem[],
  readFile: ReadFile,
): Promise<Given> {
  const readings = await Promise.all(settings.map((setting) => readSetting(setting, readFile)))
  const inList = new Set(settings.length === 0 ? [] : items.map(({ object }) => keyOf(object)))
  return {
    resources: readings
      .flatMap((reading) => (typeof reading === 'string' ? [] : reading))
      .filter(({ object }) => !inList.has(keyOf(object))),
    leaveOut: new Set(),
    problems: readings.flatMap((reading, index) => {
      const path = `spec.resources[${index}]`
      return typeof reading === 'string' ? [{ path, message: reading, currentValue: settings[index] }] : []
    }),
  }
}

/**
 * Whether kustomize runs the function as a generator that has nothing to generate from: the one item that it hands over is
 * the functionConfig. A transformer gets the resources of the package, and never its own functionConfig.
 */
export function isIdleGenerator(config: unknown, onlyItem: unknown, settings: readonly unknown[]): boolean {
  return (
    settings.length === 0 &&
    onlyItem !== undefined &&
    annotation(config, FUNCTION) !== undefined &&
    keyOf(onlyItem) === keyOf(config)
  )
}

/** The resources of a setting, or why its file can't be read. */
async function readSetting(
  name: string | Fields,
  readFile: ReadFile,
): Promise<readonly GivenResource[] | string> {
  if (typeof name !== 'string') return [{ object: unmarked(name) }]
  try {
    const documents = await parseDocuments(readFile(name))
    const stray = documents.findIndex(({ value }) => !isFields(value))
    if (stray !== -1) return `Document ${stray + 1} of ${name} is not a resource: it has to be a mapping.`
    return documents.map((document, index) => resourceOf(document, { path: name, index }))
  } catch (error) {
    if (error instanceof FileError) return error.message
    if (error instanceof YamlError) return `${name} can't be read as YAML: ${error.message}.`
    throw error
  }
}

function resourceOf({ value, problem }: YamlDocument, file: File): GivenResource {
  return { object: unmarked(value), file, problem }
}

function keyOf(object: unknown): string {
  const metadata = at(object, 'metadata')
  return JSON.stringify([
    at(object, 'apiVersion'),
    at(object, 'kind'),
    at(metadata, 'namespace'),
    at(metadata, 'name'),
  ])
}

/** The resource without the marks of kustomize, which say that it is a functionConfig. */
function unmarked(object: unknown): unknown {
  return withAnnotations(object, withoutInternal)
}

/** Whether a functionConfig is itself a resource that the function makes others from. */
export function isSource(config: unknown, sources: Wanted): config is Fields {
  const [apiVersion, kind] = [at(config, 'apiVersion'), at(config, 'kind')]
  return typeof apiVersion === 'string' && typeof kind === 'string' && sources(apiVersion, kind)
}
