import { at } from '../../manifest/manifest.ts'
import { annotation, FUNCTION, MIGRATION_ID } from './annotations.ts'
import type { FunctionInput } from './runner.ts'

/**
 * Whether the program that runs the function shows the results to its user, as kpt does and kustomize doesn't.
 *
 * Neither says who it is: they give no environment variable and no argument. But both mark the items (and kpt also a
 * functionConfig that it read from a package) with an id of their own before they hand them over; a list from
 * `kpt fn source` or from a file has none. kustomize finds its functions by an annotation of the functionConfig, so one
 * without it comes from kpt. And where kpt has no item to mark, its functionConfig is the one that it makes of the
 * Kptfile or of the command line, always of one name.
 */
export function orchestratorShowsResults({ items, functionConfig }: FunctionInput): boolean {
  if (annotation(functionConfig, FUNCTION) !== undefined) return false
  return (
    isMadeByKpt(functionConfig) ||
    [{ object: functionConfig }, ...items].some(({ object }) => isMarked(object))
  )
}

function isMarked(object: unknown): boolean {
  return annotation(object, MIGRATION_ID) !== undefined
}

function isMadeByKpt(config: unknown): boolean {
  return at(config, 'kind') === 'ConfigMap' && at(config, 'metadata', 'name') === 'function-input'
}
