import { at, groupOf } from '../../manifest/manifest.ts'
import { certificateAnnotation } from '../annotations.ts'
import type { Resource } from '../resource.ts'
import { rbacGroup } from './access.ts'

/** A Role or RoleBinding that the list has already. */
export interface ExistingAccess extends Resource {
  /** The source that it was made for, by this project's annotation. */
  readonly madeFor: string | undefined
  /** Malformed, which is reported where it is ours, and never touched. */
  readonly isLeftAlone: boolean
}

/** Whether an item is a Role or RoleBinding. */
export function isAccess(apiVersion: string, kind: string): boolean {
  return (kind === 'Role' || kind === 'RoleBinding') && groupOf(apiVersion) === rbacGroup
}

/** What a Role or RoleBinding says about its source. */
export function readAccess(resource: Resource, isLeftAlone: boolean): ExistingAccess {
  return { ...resource, madeFor: resource.annotations.get(certificateAnnotation.source), isLeftAlone }
}

/** The Secret that a Role of ours is for: the name of the Role may have been changed since, as kustomize's namePrefix does. */
export function secretOfRole({ object }: Resource): string | undefined {
  const [rule] = listAt(object, 'rules')
  const [name] = listAt(rule, 'resourceNames')
  return typeof name === 'string' ? name : undefined
}

/** The name of the Role that a RoleBinding is for. */
export function roleOfBinding({ object }: Resource): string {
  const name = at(object, 'roleRef', 'name')
  return typeof name === 'string' ? name : ''
}

function listAt(value: unknown, key: string): readonly unknown[] {
  const list = at(value, key)
  return Array.isArray(list) ? list : []
}
