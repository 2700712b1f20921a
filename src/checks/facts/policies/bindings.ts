import { at, groupOf } from '../../../manifest/manifest.ts'
import { rbacGroup } from '../../../shim/access/access.ts'
import type { Resource } from '../../../shim/resource.ts'
import { isFilledInLater } from '../../../shim/values/filled-in-later.ts'
import { policyGroup } from './policy.ts'

/** Stands for every policy, and for every namespace. */
const any = '*'

/** Where cert-manager may use policies, by the RBAC of the list. */
export class Bindings {
  /** The namespaces in which cert-manager may use a policy, by its name; empty where only others may. */
  readonly #namespaces = new Map<string, Set<string>>()

  constructor(resources: readonly Resource[]) {
    const rbac = resources.filter(({ apiVersion }) => groupOf(apiVersion) === rbacGroup)
    const roles = new Map(
      rbac.map((resource) => [keyOf(resource.kind, resource.namespace, resource.name), resource]),
    )
    for (const binding of rbac) {
      if (binding.kind !== 'RoleBinding' && binding.kind !== 'ClusterRoleBinding') continue
      const role = roles.get(roleOf(binding))
      if (role !== undefined) this.#add(binding, role)
    }
  }

  #add(binding: Resource, role: Resource): void {
    const isOurs = listAt(binding.object, 'subjects').some(isCertManager)
    for (const rule of listAt(role.object, 'rules').filter(letsUsePolicies)) {
      // What lets somebody else do anything says nothing on policies.
      if (!isOurs && !listAt(rule, 'resources').includes(policies)) continue
      for (const name of policiesOf(rule)) {
        const namespaces = this.#namespaces.get(name) ?? new Set()
        this.#namespaces.set(name, namespaces)
        if (isOurs) namespaces.add(scopeOf(binding))
      }
    }
  }

  /** Whether cert-manager may use a policy in a namespace; it is taken to where the list has no binding for that policy. */
  allows({ name }: Resource, namespace: string): boolean {
    const known = [this.#namespaces.get(name), this.#namespaces.get(any)].filter((one) => one !== undefined)
    return known.length === 0 || namespace === '' || known.some((one) => one.has(any) || one.has(namespace))
  }
}

const policies = 'certificaterequestpolicies'

function keyOf(kind: string, namespace: string, name: string): string {
  return `${kind}/${kind === 'Role' ? namespace : ''}/${name}`
}

function roleOf({ namespace, object }: Resource): string {
  const [kind, name] = [at(object, 'roleRef', 'kind'), at(object, 'roleRef', 'name')]
  return keyOf(String(kind), namespace, String(name))
}

function scopeOf(binding: Resource): string {
  const { kind, namespace } = binding
  const isEverywhere =
    kind === 'ClusterRoleBinding' || namespace === '' || isFilledInLater(namespace, binding)
  return isEverywhere ? any : namespace
}

function letsUsePolicies(rule: unknown): boolean {
  const has = (key: string, value: string) => listAt(rule, key).some((one) => one === value || one === any)
  return has('apiGroups', policyGroup) && has('resources', policies) && has('verbs', 'use')
}

function policiesOf(rule: unknown): readonly string[] {
  const names = listAt(rule, 'resourceNames').filter((name) => typeof name === 'string')
  return names.length === 0 ? [any] : names
}

/** Groups that every service account is in. */
const groupsOfAll = ['system:authenticated', 'system:serviceaccounts', 'system:serviceaccounts:cert-manager']

/** Whether a subject is cert-manager's controller: its chart calls the service account `cert-manager`, or `<release>-cert-manager`. */
function isCertManager(subject: unknown): boolean {
  const name = at(subject, 'name')
  if (typeof name !== 'string') return false
  switch (at(subject, 'kind')) {
    case 'ServiceAccount':
      return isAccount(name)
    case 'User':
      return name.startsWith('system:serviceaccount:') && isAccount(name.slice(name.lastIndexOf(':') + 1))
    default:
      return groupsOfAll.includes(name)
  }
}

function isAccount(name: string): boolean {
  return name === 'cert-manager' || name.endsWith('-cert-manager')
}

function listAt(value: unknown, key: string): readonly unknown[] {
  const list = at(value, key)
  return Array.isArray(list) ? list : []
}
