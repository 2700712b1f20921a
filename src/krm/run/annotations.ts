import { LOCAL_CONFIG } from '../../manifest/local-config.ts'
import { at, type Fields, isFields } from '../../manifest/manifest.ts'
import type { File } from '../results/result.ts'

/** Where an orchestrator read an item, and where it writes it: a file of the package, by its path in it. */
export const PATH = 'internal.config.kubernetes.io/path'
/** The item's place among the documents of that file. */
export const INDEX = 'internal.config.kubernetes.io/index'
/** The same two as orchestrators before kyaml 0.13 knew them; today's still send and compare both. */
export const OLD_PATH = 'config.kubernetes.io/path'
export const OLD_INDEX = 'config.kubernetes.io/index'
/** The package of the item: `kpt fn render` sends the items of subpackages in one list. */
export const PACKAGE_PATH = 'internal.config.kubernetes.io/package-path'
/** Names the program of a kustomize plugin; every functionConfig that kustomize sends has it. */
export const FUNCTION = 'config.kubernetes.io/function'
/** Where kustomize has a resource from, as YAML text. */
export const ORIGIN = 'config.kubernetes.io/origin'
/** kyaml marks each item that it hands to a function, to know it again. */
export const MIGRATION_ID = 'internal.config.kubernetes.io/annotations-migration-resource-id'
/** Helm 4 marks what it hands to a post-renderer with the template that it came from, and files it there again. */
export const HELM_FILENAME = 'postrenderer.helm.sh/postrender-filename'

/** An annotation of an item that nobody has checked; undefined unless it is there and a string. */
export function annotation(object: unknown, key: string): string | undefined {
  const value = at(object, 'metadata', 'annotations', key)
  return typeof value === 'string' ? value : undefined
}

/** The same object with other annotations; where there can be none, none are changed. */
export function withAnnotations<T>(object: T, change: (annotations: Fields) => Fields): T | Fields {
  const metadata = at(object, 'metadata') ?? {}
  const annotations = at(metadata, 'annotations') ?? {}
  if (!isFields(object) || !isFields(metadata) || !isFields(annotations)) return object
  return { ...object, metadata: { ...metadata, annotations: change(annotations) } }
}

/** The file that an item was read from. */
export function fileOf(object: unknown): File | undefined {
  const path = annotation(object, PATH) ?? annotation(object, OLD_PATH)
  if (path === undefined) return undefined
  const index = annotation(object, INDEX) ?? annotation(object, OLD_INDEX)
  return { path, ...(index !== undefined && /^\d{1,9}$/.test(index) && { index: Number(index) }) }
}

const internal = new Set([
  OLD_PATH,
  OLD_INDEX,
  LOCAL_CONFIG,
  FUNCTION,
  'config.kubernetes.io/package',
  'config.k8s.io/id',
])

/** Whether an annotation belongs to an orchestrator, and means nothing outside of its run. */
function isInternal(key: string): boolean {
  return (
    key.startsWith('internal.config.kubernetes.io/') ||
    key.startsWith('kustomize.config.k8s.io/') ||
    internal.has(key)
  )
}

/** Whether a field is such an annotation: an item keeps its own, whatever a function copies from another. */
export function isInternalAnnotation([metadata, annotations, key]: readonly string[]): boolean {
  return metadata === 'metadata' && annotations === 'annotations' && key !== undefined && isInternal(key)
}

/** Annotations without those that only mean something to an orchestrator. */
export function withoutInternal<T>(annotations: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(annotations).filter(([key]) => !isInternal(key)))
}
