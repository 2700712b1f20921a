import type { Change } from '../../manifest/change.ts'
import type { Problem } from '../../manifest/rule.ts'
import { certificateAnnotation } from '../annotations.ts'
import { labelsOf } from '../certificates/certificate-of.ts'
import { secretKey } from '../certificates/certificates-by-secret.ts'
import { type DesiredCertificate, partsOf } from '../certificates/desired-certificates.ts'
import { editsTo } from '../certificates/edits/certificate-edits.ts'
import { NamedSecrets } from '../certificates/named-secrets.ts'
import type { Owners } from '../certificates/owners.ts'
import type { Inventory } from '../inventory.ts'
import type { Options } from '../options.ts'
import { shimRules } from '../rules.ts'
import { referenceFrom } from '../sources/reference.ts'
import { accessName, bindingFor, type Role, type RoleBinding, roleFor, type WantedAccess } from './access.ts'
import { type ExistingAccess, roleOfBinding, secretOfRole } from './existing-access.ts'

type Access = Role | RoleBinding

/** Every field of a Role or RoleBinding that this function sets. */
const accessFields = {
  metadata: { labels: 'every key', annotations: 'managed keys' },
  rules: 'value',
  roleRef: 'value',
  subjects: 'value',
} as const

const managed: ReadonlySet<string> = new Set([certificateAnnotation.source])

/**
 * Decides what happens to the Roles and RoleBindings that let somebody read the Secrets of sources: as with Certificates, what
 * has our annotation is kept up to date, and removed once no resource names its Secret; what is somebody else's is left alone.
 */
export function reconcileAccess(
  inventory: Inventory,
  desired: readonly DesiredCertificate[],
  owners: Owners,
  options: Options,
  problems: Problem[],
): readonly Change<Access>[] {
  const wanted = wantedAccess(inventory, desired, options)
  const existing = new AccessIndex(inventory)
  if (wanted.size === 0 && existing.isEmpty) return []
  const isSetRendered = inventory.certificates.some(
    ({ madeFor, position }) => madeFor !== undefined && inventory.isOwn(position),
  )
  const changes = [...wanted].flatMap(([key, { access, source }]) =>
    pairOf(access, existing, key).flatMap(({ item, now, isTaken }) => {
      if (now !== undefined) return updates(now, item, source)
      return isTaken ? [] : [{ kind: 'create' as const, item, source, isSetRendered }]
    }),
  )
  return [...changes, ...removals(existing, new Set(wanted.keys()), inventory, owners, options, problems)]
}

interface SourceAccess {
  readonly access: WantedAccess
  /** Position of the source. */
  readonly source: number
}

/** What the sources of this set want, by Secret; of several, the first counts. */
function wantedAccess(
  { isOwn }: Inventory,
  desired: readonly DesiredCertificate[],
  { routerAccess }: Options,
): ReadonlyMap<string, SourceAccess> {
  const wanted = new Map<string, SourceAccess>()
  if (!routerAccess) return wanted
  for (const { source, secret } of desired.flatMap(partsOf)) {
    const reader = source.sourceKind.secretReader?.(secret)
    const key = secretKey(secret.namespace, secret.name)
    if (reader === undefined || wanted.has(key) || !isOwn(source.position)) continue
    const { namespace, name } = secret
    const reference = referenceFrom(namespace, source)
    const access = { namespace, secret: name, reader, source: reference, labels: labelsOf(source) }
    wanted.set(key, { access, source: source.position })
  }
  return wanted
}

/** One of the two resources of an access, with what is there for it. */
interface Half {
  readonly item: Access
  /** The one of ours; undefined where there is none. */
  readonly now: ExistingAccess | undefined
  /** Whether somebody else's has its name. */
  readonly isTaken: boolean
}

function pairOf(access: WantedAccess, existing: AccessIndex, key: string): readonly Half[] {
  const name = accessName(access.secret, access.reader)
  const [role, binding] = [existing.ofSecret('Role', key), existing.ofSecret('RoleBinding', key)]
  const isTaken = (kind: Access['kind']) => existing.isTaken(kind, access.namespace, name)
  // A binding to somebody else's Role would say what nobody has looked at.
  const isRoleTaken = role === undefined && isTaken('Role')
  return [
    { item: roleFor(access), now: role, isTaken: isRoleTaken },
    {
      item: bindingFor(access, role?.name ?? name),
      now: binding,
      isTaken: isRoleTaken || isTaken('RoleBinding'),
    },
  ]
}

function updates(now: ExistingAccess, item: Access, source: number): readonly Change<Access>[] {
  const edits = now.isLeftAlone ? [] : editsTo(accessFields, now.object, item, managed)
  return edits.length === 0 ? [] : [{ kind: 'update', position: now.position, source, edits }]
}

/** Those of ours that no source wants, unless something here may still need them. */
function removals(
  existing: AccessIndex,
  wanted: ReadonlySet<string>,
  inventory: Inventory,
  owners: Owners,
  options: Options,
  problems: Problem[],
): readonly Change<never>[] {
  if (!options.prune || existing.isEmpty || inventory.hasUnnamedSource || !inventory.hasSourceKind) return []
  const named = new NamedSecrets(inventory, options)
  return existing.ours.flatMap((one) => {
    const key = existing.secretKeyOf(one)
    const isNeeded =
      one.isLeftAlone ||
      wanted.has(key) ||
      named.useOf(one.namespace, existing.secretOf(one)) !== undefined ||
      owners.named(one.namespace, one.madeFor).some((source) => owners.isRejected(source))
    if (isNeeded) return []
    problems.push(removed(one, existing.secretOf(one)))
    return [{ kind: 'remove', position: one.position }]
  })
}

function removed({ kind, position }: ExistingAccess, secret: string): Problem {
  return {
    rule: shimRules.certificateRemoved,
    message: `This ${kind} is removed: it was generated so that a router could read the Secret ${secret}, and nothing here names that any more. To keep such resources, set prune: false in the functionConfig.`,
    position,
  }
}

/** The Roles and RoleBindings of a set, to look them up by the Secret that they are for and by name. */
class AccessIndex {
  readonly ours: readonly ExistingAccess[]
  readonly #roles: ReadonlyMap<string, ExistingAccess>
  readonly #bySecret = new Map<string, ExistingAccess>()
  readonly #foreign: ReadonlySet<string>

  constructor({ access, isOwn }: Inventory) {
    const isOurs = ({ madeFor, position }: ExistingAccess) => madeFor !== undefined && isOwn(position)
    this.ours = access.filter(isOurs)
    const roles = this.ours.filter(({ kind }) => kind === 'Role')
    this.#roles = new Map(roles.map((role) => [secretKey(role.namespace, role.name), role]))
    this.#foreign = new Set(access.filter((one) => !isOurs(one)).map(nameKey))
    for (const one of this.ours) {
      const key = `${one.kind} ${this.secretKeyOf(one)}`
      if (!this.#bySecret.has(key)) this.#bySecret.set(key, one)
    }
  }

  get isEmpty(): boolean {
    return this.ours.length === 0
  }

  /** The Secret that one of ours is for: what the Role says or, where it is gone, the name. */
  secretOf(one: ExistingAccess): string {
    const role = one.kind === 'Role' ? one : this.#roles.get(secretKey(one.namespace, roleOfBinding(one)))
    return (role && secretOfRole(role)) ?? one.name.replace(/-[^-]*$/, '')
  }

  secretKeyOf(one: ExistingAccess): string {
    return secretKey(one.namespace, this.secretOf(one))
  }

  ofSecret(kind: Access['kind'], key: string): ExistingAccess | undefined {
    return this.#bySecret.get(`${kind} ${key}`)
  }

  isTaken(kind: Access['kind'], namespace: string, name: string): boolean {
    return this.#foreign.has(nameKey({ kind, namespace, name }))
  }
}

function nameKey({ kind, namespace, name }: Pick<ExistingAccess, 'kind' | 'namespace' | 'name'>): string {
  return `${kind} ${secretKey(namespace, name)}`
}
