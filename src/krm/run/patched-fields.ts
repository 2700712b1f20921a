import { at, isFields } from '../../manifest/manifest.ts'

/** What a patch changes in resources of a kind. */
export interface PatchedFields {
  readonly kind: string
  /** Undefined where it is for every resource of the kind. */
  readonly name: string | undefined
  /** The steps to each field, three of them at most for a strategic merge patch, as `metadata`, `annotations`, KEY. */
  readonly fields: readonly (readonly string[])[]
}

/**
 * What a document of a patch changes: a strategic merge patch, or operations of JSON Patch on the target that the
 * kustomization gives them.
 * Source: https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/patches/
 */
export function patchedFields(patch: unknown, target: unknown): PatchedFields | undefined {
  const kind = at(target, 'kind') ?? at(patch, 'kind')
  const name = at(target, 'name') ?? at(patch, 'metadata', 'name')
  if (typeof kind !== 'string') return undefined
  const fields = Array.isArray(patch) ? operated(patch) : fieldsIn(patch)
  return { kind, name: typeof name === 'string' ? name : undefined, fields }
}

/** A JSON pointer writes `~1` for a slash and `~0` for `~`. */
function operated(operations: readonly unknown[]): readonly (readonly string[])[] {
  const pointers = operations
    .map((operation) => at(operation, 'path'))
    .filter((path) => typeof path === 'string')
  return pointers.map((pointer) =>
    pointer
      .split('/')
      .slice(1)
      .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~')),
  )
}

function fieldsIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (path.length === 3 || !isFields(value)) return [path]
  return Object.entries(value).flatMap(([key, child]) => fieldsIn(child, [...path, key]))
}
