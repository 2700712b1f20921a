import { certificateAnnotation } from '../annotations.ts'

/** What reads a Secret, and has to be let in. */
export interface ServiceAccount {
  readonly name: string
  readonly namespace: string
}

interface Metadata {
  readonly name: string
  readonly namespace?: string
  readonly labels?: Readonly<Record<string, string>>
  readonly annotations: Readonly<Record<string, string>>
}

/** What is allowed; of the RBAC API, the part that is written here. */
export interface Role {
  readonly apiVersion: 'rbac.authorization.k8s.io/v1'
  readonly kind: 'Role'
  readonly metadata: Metadata
  readonly rules: readonly [
    {
      readonly apiGroups: readonly string[]
      readonly resources: readonly string[]
      readonly resourceNames: readonly [secret: string]
      readonly verbs: readonly string[]
    },
  ]
}

/** Whom a Role holds for. */
export interface RoleBinding {
  readonly apiVersion: 'rbac.authorization.k8s.io/v1'
  readonly kind: 'RoleBinding'
  readonly metadata: Metadata
  readonly roleRef: { readonly apiGroup: string; readonly kind: 'Role'; readonly name: string }
  readonly subjects: readonly [{ readonly kind: 'ServiceAccount' } & ServiceAccount]
}

/** What reading a Secret takes: a reader watches it, so that it sees a renewed certificate. */
export const readingVerbs: readonly string[] = ['get', 'list', 'watch']

export const rbacGroup = 'rbac.authorization.k8s.io'
const apiVersion = `${rbacGroup}/v1`

/** A Secret that somebody is let in to read, and the source that wants it. */
export interface WantedAccess {
  readonly namespace: string
  readonly secret: string
  readonly reader: ServiceAccount
  /** As the annotation names the source. */
  readonly source: string
  readonly labels: Readonly<Record<string, string>> | undefined
}

/** The name of the Role and RoleBinding for a Secret. */
export function accessName(secret: string, reader: Pick<ServiceAccount, 'name'>): string {
  return `${secret}-${reader.name}`
}

/** The Role that lets somebody read one Secret. */
export function roleFor(access: WantedAccess): Role {
  return {
    apiVersion,
    kind: 'Role',
    metadata: metadataOf(access),
    rules: [{ apiGroups: [''], resources: ['secrets'], resourceNames: [access.secret], verbs: readingVerbs }],
  }
}

/** The RoleBinding for a Role of that name. */
export function bindingFor(access: WantedAccess, role: string): RoleBinding {
  const { name, namespace } = access.reader
  return {
    apiVersion,
    kind: 'RoleBinding',
    metadata: metadataOf(access),
    roleRef: { apiGroup: rbacGroup, kind: 'Role', name: role },
    subjects: [{ kind: 'ServiceAccount', name, namespace }],
  }
}

function metadataOf({ secret, reader, namespace, labels, source }: WantedAccess): Metadata {
  return {
    name: accessName(secret, reader),
    ...(namespace !== '' && { namespace }),
    ...(labels !== undefined && { labels }),
    annotations: { [certificateAnnotation.source]: source },
  }
}
