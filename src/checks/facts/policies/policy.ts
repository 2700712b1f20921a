import { parseDuration } from '../../../go/duration.ts'
import { at, groupOf, isFields } from '../../../manifest/manifest.ts'
import { rbacGroup } from '../../../shim/access/access.ts'
import type { Resource } from '../../../shim/resource.ts'
import { type Attribute, attributes } from './attributes.ts'
import { PolicyReader } from './policy-reader.ts'

/** A rule in CEL that each value of an attribute has to pass. */
export interface Validation {
  readonly rule: string
  readonly message: string | undefined
}

/** What a policy says of an attribute of a request. */
export interface Allowed {
  /** Globs; undefined where validations alone decide. */
  readonly values: readonly string[] | undefined
  readonly isRequired: boolean
  readonly validations: readonly Validation[]
}

/** What a request has to keep to, with durations in nanoseconds. */
export interface Constraints {
  readonly minDuration: bigint | undefined
  readonly maxDuration: bigint | undefined
  readonly algorithm: string | undefined
  readonly minSize: number | undefined
  readonly maxSize: number | undefined
}

/** Which requests a policy is for: globs, of which one that is left out stands for everything. */
export interface Selector {
  readonly issuerRef: Readonly<Record<'name' | 'kind' | 'group', string | undefined>>
  readonly namespaces: readonly string[]
  /** Labels of the namespace, as a selector. */
  readonly labels: unknown
}

/** A CertificateRequestPolicy of approver-policy: its pkg/apis/policy/v1alpha1/types_certificaterequestpolicy.go. */
export interface Policy extends Resource {
  readonly selector: Selector
  /** By the path of the attribute. */
  readonly allowed: ReadonlyMap<string, Allowed>
  /** Undefined and empty both allow none. */
  readonly usages: readonly string[]
  /** Attributes that a request has to have and that no Certificate of a source can have. */
  readonly outOfReach: readonly string[]
  readonly constraints: Constraints
  readonly plugins: readonly string[]
  /** The first field that can't be read, and that the API server would refuse. */
  readonly unreadable: string | undefined
}

/** Whether an item is a policy of approver-policy. */
export function isPolicy({ apiVersion, kind }: Resource): boolean {
  return kind === 'CertificateRequestPolicy' && groupOf(apiVersion) === policyGroup
}

export const policyGroup = 'policy.cert-manager.io'

/** Whether an item, of any kind, is a policy with rules in CEL. */
export function hasCelRules(object: unknown): boolean {
  return (
    at(object, 'kind') === 'CertificateRequestPolicy' &&
    groupOf(String(at(object, 'apiVersion'))) === policyGroup &&
    attributes.some(
      ({ path }) => at(object, 'spec', 'allowed', ...path.split('.'), 'validations') !== undefined,
    )
  )
}

/** What says which namespaces a policy is for, and who may use it. */
export const typesBesidePolicies: readonly string[] = [
  'Namespace.',
  ...['Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding'].map((kind) => `${kind}.${rbacGroup}`),
]

/** Reads a policy. What is filled in later is taken for what suits every request. */
export function readPolicy(resource: Resource): Policy {
  const reader = new PolicyReader(resource)
  const allowed = new Map<string, Allowed>()
  for (const { path, globsIn } of attributes) {
    const one = allowedAt(`spec.allowed.${path}`, globsIn, reader)
    if (one !== undefined) allowed.set(path, one)
  }
  return {
    ...resource,
    selector: readSelector(reader),
    allowed,
    usages: reader.patterns('spec.allowed.usages') ?? [],
    outOfReach: ['otherNames', 'subject.otherAttributes'].flatMap((path) => requiredIn(path, resource)),
    constraints: readConstraints(reader),
    plugins: Object.keys(reader.fields('spec.plugins') ?? {}),
    unreadable: reader.unreadable,
  }
}

function allowedAt(path: string, globsIn: Attribute['globsIn'], reader: PolicyReader): Allowed | undefined {
  if (reader.fields(path) === undefined) return undefined
  return {
    values: globsIn === 'value' ? reader.onePattern(`${path}.value`) : reader.patterns(`${path}.values`),
    isRequired: reader.boolean(`${path}.required`),
    validations: reader.list(`${path}.validations`).map((validation) => {
      const [rule, message] = [at(validation, 'rule'), at(validation, 'message')]
      return { rule: String(rule), message: typeof message === 'string' ? message : undefined }
    }),
  }
}

/** The types of these attributes are told by numbers; ingress-shim never asks for one. */
function requiredIn(path: string, { object }: Resource): readonly string[] {
  const entries = at(object, 'spec', 'allowed', ...path.split('.'))
  return (Array.isArray(entries) ? entries : [])
    .filter((entry: unknown) => isFields(entry) && entry.required === true)
    .map((entry: unknown) => `${path}[${at(entry, 'oid')}]`)
}

function readConstraints(reader: PolicyReader): Constraints {
  const duration = (name: string) => {
    const path = `spec.constraints.${name}`
    const text = reader.text(path)
    if (text === undefined) return undefined
    const parsed = parseDuration(text)
    if ('value' in parsed) return parsed.value
    reader.refuse(path)
    return undefined
  }
  return {
    minDuration: duration('minDuration'),
    maxDuration: duration('maxDuration'),
    algorithm: reader.text('spec.constraints.privateKey.algorithm'),
    minSize: reader.integer('spec.constraints.privateKey.minSize'),
    maxSize: reader.integer('spec.constraints.privateKey.maxSize'),
  }
}

function readSelector(reader: PolicyReader): Selector {
  const glob = (name: string) => reader.glob(`spec.selector.issuerRef.${name}`)
  return {
    issuerRef: { name: glob('name'), kind: glob('kind'), group: glob('group') },
    namespaces: reader.globs('spec.selector.namespace.matchNames') ?? [],
    labels: reader.fields('spec.selector.namespace.matchLabels'),
  }
}
