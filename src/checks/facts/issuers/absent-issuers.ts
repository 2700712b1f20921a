import { groupedBy } from '../../../manifest/grouped.ts'
import { groupOf } from '../../../manifest/manifest.ts'
import type { Resource } from '../../../shim/resource.ts'
import { isIssuer } from '../../../shim/sets/identity.ts'
import type { Source } from '../../../shim/sources/source.ts'
import { isFilledInLater } from '../../../shim/values/filled-in-later.ts'
import type { CheckedList } from '../../check.ts'
import { ByName } from '../by-name.ts'
import { oncePerList } from '../once-per-list.ts'
import { invalidReferences } from './issuer-reference.ts'
import { builtInKindOf, externalIssuersOf, issuersOf, oldIssuersOf } from './issuers.ts'

/** An issuer of the list, built in or external. */
export interface KnownIssuer extends Resource {
  readonly group: string
}

/** A source whose issuer is not where its controller will look for it, although the list has issuers. */
export interface AbsentIssuer {
  readonly source: Source
  /** That of its Certificates. */
  readonly namespace: string
  readonly kind: string
  readonly group: string
  readonly name: string
  /** One of that kind, group and name in another namespace. */
  readonly elsewhere: KnownIssuer | undefined
  /** One of that name, of another kind or group, which the source could name. */
  readonly namesake: KnownIssuer | undefined
}

/** The sources whose issuer should be in the list and isn't. */
export const absentIssuers = oncePerList((list): readonly AbsentIssuer[] => {
  const { isEmpty, byType, byName } = lookupsOf(list)
  if (isEmpty) return []
  const isThereTwice = new Set(list.duplicates.filter(isIssuer).map(({ name }) => name))
  return list.sources.flatMap((source) => {
    if (source.issuer === undefined || invalidReferences(source).length > 0) return []
    const { name, kind = 'Issuer', group = builtInGroup } = source.issuer
    if (isThereTwice.has(name)) return []
    const sameType = byType.get(typeKey(group, kind))
    return namespacesOf(source).flatMap((namespace) => {
      if (sameType?.byName.find(namespace, name) !== undefined) return []
      if (mayBeNamedLater(source, namespace, name) || sameType?.isNamedLater) return []
      const elsewhere = sameType?.anywhere.get(name)
      // Without a namespace, the source may end up in any, and so beside the issuer.
      if (elsewhere !== undefined && namespace === '') return []
      const namesake = byName.find(namespace, name)
      // Another rule says that cert-manager has no such kind of its own.
      const isRefused = group === builtInGroup && builtInKindOf(source) === undefined
      if (isRefused && (namesake === undefined || namesake.group === builtInGroup)) return []
      return [{ source, namespace, kind, group, name, elsewhere, namesake }]
    })
  })
})

/** The namespaces of the Certificates of a source; its own where it gets none. */
function namespacesOf({ namespace, tls }: Source): readonly string[] {
  return tls.secrets.length === 0 ? [namespace] : [...new Set(tls.secrets.map((secret) => secret.namespace))]
}

/** Whether only a placeholder's value will say which issuer is meant, or in which namespace. */
function mayBeNamedLater(resource: Resource, namespace: string, name: string): boolean {
  return isFilledInLater(name, resource) || isFilledInLater(namespace, resource)
}

/** The names of the issuers of that kind and group that the source could name instead. */
export function alternativesTo(
  { namespace, kind, group }: AbsentIssuer,
  list: CheckedList,
): readonly string[] {
  const names = lookupsOf(list).byType.get(typeKey(group, kind))?.names
  return [...new Set(['', namespace])].flatMap((one) => names?.get(one) ?? [])
}

export const builtInGroup = 'cert-manager.io'

interface OfOneType {
  readonly byName: ByName<KnownIssuer>
  /** The last one of each name, whatever its namespace. */
  readonly anywhere: ReadonlyMap<string, KnownIssuer>
  readonly names: ReadonlyMap<string, readonly string[]>
  /** Whether one of them has a name that is filled in later. */
  readonly isNamedLater: boolean
}

const lookupsOf = oncePerList((list) => {
  const all = [
    ...[...issuersOf(list).all, ...oldIssuersOf(list)].map((issuer) => known(issuer, builtInGroup)),
    ...externalIssuersOf(list).map((issuer) => known(issuer, groupOf(issuer.apiVersion))),
  ]
  const types = groupedBy(all, ({ group, kind }) => typeKey(group, kind))
  return {
    isEmpty: all.length === 0,
    byType: new Map([...types].map(([key, issuers]) => [key, ofOneType(issuers)] as const)),
    byName: new ByName(all),
  }
})

/** A namespace says nothing on an issuer of the whole cluster. */
function known(issuer: Resource, group: string): KnownIssuer {
  return { ...issuer, group, namespace: issuer.kind.includes('Cluster') ? '' : issuer.namespace }
}

function ofOneType(issuers: readonly KnownIssuer[]): OfOneType {
  const names = groupedBy(issuers, ({ namespace }) => namespace)
  return {
    byName: new ByName(issuers),
    anywhere: new Map(issuers.map((issuer) => [issuer.name, issuer])),
    names: new Map([...names].map(([namespace, some]) => [namespace, some.map(({ name }) => name)])),
    isNamedLater: issuers.some((issuer) => mayBeNamedLater(issuer, issuer.namespace, issuer.name)),
  }
}

function typeKey(group: string, kind: string): string {
  return `${group} ${kind}`
}
