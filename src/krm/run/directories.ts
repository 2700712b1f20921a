import type { Manifest } from '../../manifest/manifest.ts'
import { annotation, FUNCTION, fileOf, PACKAGE_PATH } from './annotations.ts'
import type { FunctionInput } from './runner.ts'

/**
 * The items with the file that each was read from and its directory, which says what is applied together.
 *
 * What kustomize hands over is applied together, and so is a stream: there, a path is only where a
 * reader finds the item.
 */
export function withDirectories(manifests: readonly Manifest[], input: FunctionInput): readonly Manifest[] {
  const isOneSet = input.isOneSet === true || annotation(input.functionConfig, FUNCTION) !== undefined
  return manifests.map(({ position, object, problem, file: given }) => {
    const annotated = fileOf(object)
    const file = given ?? annotated
    const directory = isOneSet ? undefined : directoryIn(packageOf(object), annotated?.path)
    return { position, object, problem, ...(directory !== undefined && { directory }), ...(file && { file }) }
  })
}

/** The directory of a path below its package; undefined for none, and for one that leads out of its package. */
export function directoryIn(packagePath: string, path: string | undefined): string | undefined {
  // A Certificate of a source outside has no path either, and they belong together.
  if (path === undefined || path === '' || path.includes('\\') || path.startsWith('/')) return undefined
  if (joined('', path).split('/')[0] === '..') return undefined
  const inside = joined(packagePath, path)
  return inside.slice(0, Math.max(inside.lastIndexOf('/'), 0))
}

/** The path of an item's file, below its package: kpt gives two subpackages the same `path: ingress.yaml`. */
export function pathOf(object: unknown): string | undefined {
  const path = fileOf(object)?.path
  return path === undefined ? undefined : joined(packageOf(object), path)
}

function packageOf(object: unknown): string {
  return annotation(object, PACKAGE_PATH) ?? ''
}

/** Where a path has segments that say nothing, or lead up. */
const loose = /(?:^|\/)\.{0,2}(?:\/|$)/

/** A path below a directory, without `.` and with as few `..` as can be. */
export function joined(directory: string, path: string): string {
  const whole = directory === '' ? path : `${directory}/${path}`
  if (!loose.test(whole)) return whole
  const segments: string[] = []
  for (const segment of whole.split('/')) {
    if (segment === '' || segment === '.') continue
    const last = segments.at(-1)
    if (segment === '..' && last !== undefined && last !== '..') segments.pop()
    else segments.push(segment)
  }
  return segments.join('/')
}
