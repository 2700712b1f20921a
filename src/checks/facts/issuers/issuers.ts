import type { FieldOfFinding } from '../../../manifest/finding.ts'
import { isLocalConfig } from '../../../manifest/local-config.ts'
import { at, type Fields, groupOf, isFields } from '../../../manifest/manifest.ts'
import { annotation } from '../../../shim/annotations.ts'
import { issuerKeyOf } from '../../../shim/issuers/issuer.ts'
import type { IssuerRef } from '../../../shim/issuers/issuer-ref.ts'
import type { Resource } from '../../../shim/resource.ts'
import { settingPath } from '../../../shim/sources/own-settings.ts'
import type { Source } from '../../../shim/sources/source.ts'
import { ByName } from '../by-name.ts'
import { oncePerList } from '../once-per-list.ts'

/** The types of issuer: the fields of `IssuerConfig` in cert-manager's pkg/apis/certmanager/v1/types_issuer.go. */
const types = ['acme', 'ca', 'selfSigned', 'vault', 'venafi'] as const

export type IssuerType = (typeof types)[number]

/** An Issuer or ClusterIssuer of the list. */
export interface Issuer extends Resource {
  /** Undefined where it says none, or none that is known here. */
  readonly type: IssuerType | undefined
  /** What stands below the type in its spec. */
  readonly config: Fields
}

export interface Issuers {
  readonly all: readonly Issuer[]
  readonly issuers: ByName<Issuer>
  readonly clusterIssuers: ByName<Issuer>
}

/** The issuers of the list that will reach a cluster. */
export const issuersOf = oncePerList(({ resources }): Issuers => {
  const all = resources
    .filter(
      ({ kind, apiVersion }) =>
        (kind === 'Issuer' || kind === 'ClusterIssuer') && groupOf(apiVersion) === 'cert-manager.io',
    )
    .filter((resource) => !isLocalConfig(resource.object))
    .map(readIssuer)
  return {
    all,
    issuers: new ByName(all.filter(({ kind }) => kind === 'Issuer')),
    clusterIssuers: new ByName(
      // A namespace says nothing on a ClusterIssuer.
      all.filter(({ kind }) => kind === 'ClusterIssuer').map((issuer) => ({ ...issuer, namespace: '' })),
    ),
  }
})

/** The group of cert-manager's kinds before v0.11. */
const oldGroup = 'certmanager.k8s.io'

/** The issuers of the list that are in cert-manager's old group, which no cert-manager of today reads. */
export const oldIssuersOf = oncePerList(({ resources }): readonly Resource[] =>
  resources.filter(
    ({ kind, apiVersion, object }) =>
      (kind === 'Issuer' || kind === 'ClusterIssuer') &&
      groupOf(apiVersion) === oldGroup &&
      !isLocalConfig(object),
  ),
)

/** The issuers of the list that others than cert-manager serve. By convention their kinds end in `Issuer`. */
export const externalIssuersOf = oncePerList(({ resources }): readonly Resource[] =>
  resources.filter(
    ({ kind, apiVersion, object }) =>
      kind.endsWith('Issuer') &&
      !['cert-manager.io', oldGroup].includes(groupOf(apiVersion)) &&
      !isLocalConfig(object),
  ),
)

function readIssuer(resource: Resource): Issuer {
  const type = types.find((one) => isFields(at(resource.object, 'spec', one)))
  const config = type === undefined ? undefined : at(resource.object, 'spec', type)
  return { ...resource, type, config: isFields(config) ? config : {} }
}

/** The issuer that the Certificates of a source in a namespace name, where it is in the list. */
export function issuerOf({ issuer }: Source, namespace: string, issuers: Issuers): Issuer | undefined {
  return issuer && issuerNamed(issuer, namespace, issuers)
}

/** The issuer that a Certificate of a namespace names, where it is in the list. */
export function issuerNamed(
  reference: IssuerRef,
  namespace: string,
  { issuers, clusterIssuers }: Issuers,
): Issuer | undefined {
  const kind = builtInKindNamed(reference)
  if (kind === undefined) return undefined
  return (kind === 'Issuer' ? issuers : clusterIssuers).find(namespace, reference.name)
}

/** The kind of issuer that a source names, or undefined where it is one that others than cert-manager serve. */
export function builtInKindOf({ issuer }: Source): 'Issuer' | 'ClusterIssuer' | undefined {
  return issuer && builtInKindNamed(issuer)
}

function builtInKindNamed({
  kind = 'Issuer',
  group = '',
}: IssuerRef): 'Issuer' | 'ClusterIssuer' | undefined {
  if (!['', 'cert-manager.io'].includes(group)) return undefined
  return kind === 'Issuer' || kind === 'ClusterIssuer' ? kind : undefined
}

/** Where a source names its issuer; without a value where the options do it. */
export function issuerField(source: Source): FieldOfFinding {
  const { annotations, sourceKind } = source
  const key = annotations.has(annotation.clusterIssuer) ? annotation.clusterIssuer : issuerKeyOf(source)
  const currentValue = annotations.get(key)
  return { path: settingPath(sourceKind, key), ...(currentValue !== undefined && { currentValue }) }
}

/** What names the issuer of a source from outside, as a message names it: a setting, or its Namespace. */
export function namerOutside({ issuerOrigin, namespace }: Source): string | undefined {
  switch (issuerOrigin) {
    case 'namespace-setting':
      return 'issuers in the functionConfig'
    case 'namespace-object':
      return `the Namespace ${namespace}`
    case 'override':
      return 'issuerOverride in the functionConfig'
    default:
      return undefined
  }
}

/** A sentence for the end of a message on an issuer that the source itself doesn't name. */
export function namedOutside(source: Source): string {
  const namer = namerOutside(source)
  return namer === undefined ? '' : ` It is named by ${namer}.`
}
