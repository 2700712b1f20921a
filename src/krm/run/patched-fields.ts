import { fieldPath } from '../../manifest/field-path.ts'
import { at, isFields } from '../../manifest/manifest.ts'

/** What a patch changes in resources of a kind. */
export interface PatchedFields {
  readonly kind: string
  /** Undefined where it is for every resource of the kind. */
  readonly name: string | undefined
  /** JSON pointers of the fields; the deepest have three steps, as `/metadata/annotations/KEY` has. */
  readonly pointers: readonly string[]
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
  const pointers = Array.isArray(patch) ? operated(patch) : pointersIn(patch)
  return { kind, name: typeof name === 'string' ? name : undefined, pointers }
}

function operated(operations: readonly unknown[]): readonly string[] {
  return operations.map((operation) => at(operation, 'path')).filter((path) => typeof path === 'string')
}

function pointersIn(value: unknown, pointer = '', depth = 3): readonly string[] {
  if (depth === 0 || !isFields(value)) return [pointer]
  return Object.entries(value).flatMap(([key, child]) =>
    pointersIn(child, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, depth - 1),
  )
}

/** A JSON pointer as Kubernetes writes the path of a field. */
export function fieldPathOf(pointer: string): string {
  const steps = pointer.split('/').slice(1)
  return fieldPath(steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~')))
}
