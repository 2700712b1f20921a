import { isLocalConfig } from '../../manifest/local-config.ts'
import { at, groupOf } from '../../manifest/manifest.ts'
import { rbacGroup, readingVerbs, type ServiceAccount } from '../../shim/access/access.ts'
import type { Resource } from '../../shim/resource.ts'
import type { CheckedList } from '../check.ts'
import { oncePerList } from './once-per-list.ts'

/** What a role lets its holder do with Secrets. */
interface Grant {
  readonly verbs: ReadonlySet<unknown>
  /** Undefined for all of them. */
  readonly names: ReadonlySet<unknown> | undefined
}

/** What a binding gives; `'unknown'` where its role is not in the list. */
type Given = readonly Grant[] | 'unknown'

/**
 * Whether the RBAC of a list lets a service account get, list and watch a Secret. A role that is bound to it and isn't here is
 * taken to do so: clusters have many of their own. The rules are those of Kubernetes' pkg/registry/rbac/validation.
 */
export function mayRead(
  reader: ServiceAccount,
  namespace: string,
  secret: string,
  list: CheckedList,
): boolean {
  const bindings = bindingsOf(list)
  const groups = [reader, { ...reader, name: any }, { name: any, namespace: any }]
  const given = ['', namespace].flatMap((space) =>
    groups.flatMap((one) => bindings.get(readerKey(space, one)) ?? []),
  )
  if (given.includes('unknown')) return true
  const grants = given.flatMap((one) => (one === 'unknown' ? [] : one))
  return readingVerbs.every((verb) =>
    grants.some(
      ({ verbs, names }) => (verbs.has(verb) || verbs.has('*')) && (names === undefined || names.has(secret)),
    ),
  )
}

/** Stands for all service accounts of a namespace, and for all namespaces. */
const any = '*'

/** What each service account is given, by the namespace in which that holds: `''` for all of them. */
const bindingsOf = oncePerList((list): ReadonlyMap<string, readonly Given[]> => {
  const rbac = list.resources.filter(
    ({ apiVersion, object }) => groupOf(apiVersion) === rbacGroup && !isLocalConfig(object),
  )
  const roles = new Map(
    rbac
      .filter(({ kind }) => kind.endsWith('Role'))
      .map((role) => [roleKey(role.kind, role), grantsOf(role)]),
  )
  const bindings = new Map<string, Given[]>()
  for (const binding of rbac) {
    if (!binding.kind.endsWith('Binding')) continue
    const namespace = binding.kind === 'RoleBinding' ? binding.namespace : ''
    const given = roles.get(boundRole(binding)) ?? 'unknown'
    for (const reader of readersOf(binding)) {
      const key = readerKey(namespace, reader)
      const others = bindings.get(key)
      if (others === undefined) bindings.set(key, [given])
      else others.push(given)
    }
  }
  return bindings
})

function boundRole(binding: Resource): string {
  const reference = at(binding.object, 'roleRef')
  return roleKey(String(at(reference, 'kind')), {
    namespace: binding.namespace,
    name: String(at(reference, 'name')),
  })
}

function roleKey(kind: string, { namespace, name }: Pick<Resource, 'namespace' | 'name'>): string {
  return `${kind}/${kind === 'Role' ? namespace : ''}/${name}`
}

function grantsOf({ object }: Resource): readonly Grant[] {
  return listAt(object, 'rules').flatMap((rule) => {
    const holds = (key: string, value: string) =>
      listAt(rule, key).some((one) => one === value || one === '*')
    if (!holds('apiGroups', '') || !holds('resources', 'secrets')) return []
    const names = listAt(rule, 'resourceNames')
    return [{ verbs: new Set(listAt(rule, 'verbs')), names: names.length === 0 ? undefined : new Set(names) }]
  })
}

/** The service accounts that a binding names, also by the group or the user that Kubernetes has for them. */
function readersOf({ object, namespace }: Resource): readonly ServiceAccount[] {
  return listAt(object, 'subjects').flatMap((subject) => {
    const name = String(at(subject, 'name'))
    if (at(subject, 'kind') === 'ServiceAccount') {
      return [{ name, namespace: String(at(subject, 'namespace') ?? namespace) }]
    }
    if (name === 'system:authenticated') return [{ name: any, namespace: any }]
    const [is, space = any, account = any] =
      /^system:serviceaccounts?(?::([^:]+))?(?::([^:]+))?$/.exec(name) ?? []
    return is === undefined ? [] : [{ name: account, namespace: space }]
  })
}

function readerKey(namespace: string, reader: ServiceAccount): string {
  return `${namespace} ${reader.namespace} ${reader.name}`
}

function listAt(value: unknown, key: string): readonly unknown[] {
  const list = at(value, key)
  return Array.isArray(list) ? list : []
}
