import type { Report } from '../manifest/report.ts'
import { annotation, annotationPath } from './annotations.ts'
import type { Options } from './options.ts'
import type { Resource } from './resource.ts'
import { shimRules } from './rules.ts'

/** `spec.issuerRef` of a Certificate. */
export interface IssuerRef {
  readonly name: string
  /** Left out where an annotation or option makes it empty, as Go's `omitempty` does; so is the group. */
  readonly kind?: string
  readonly group?: string
}

/**
 * Finds the issuer of a source: the defaults, then `issuer`, `cluster-issuer`, `issuer-kind` and `issuer-group`, the
 * later one winning. The rule is `issuerForIngressLike` of cert-manager's certificate-shim.
 *
 * Undefined, with the source rejected, where the name is empty or the annotations contradict each other; `onConflict` is what
 * another controller makes of these, as a part of a sentence.
 */
export function issuerOf(
  resource: Resource,
  options: Options,
  report: Report,
  onConflict?: string,
): IssuerRef | undefined {
  const { annotations } = resource
  const issuer = annotations.get(annotation.issuer)
  const clusterIssuer = annotations.get(annotation.clusterIssuer)
  const kind = annotations.get(annotation.issuerKind)
  const group = annotations.get(annotation.issuerGroup)

  const name = clusterIssuer ?? issuer ?? options.defaultIssuerName
  if (name === '') reportUndetermined(resource, report)
  const conflicts = clusterIssuer === undefined ? [] : conflictsWithClusterIssuer(resource)
  for (const key of conflicts) reportConflict(key, resource, report, onConflict)
  if (name === '' || conflicts.length > 0) return undefined
  const effectiveKind = kind ?? defaultKind(issuer, clusterIssuer, options)
  const effectiveGroup = group ?? options.defaultIssuerGroup
  return {
    name,
    ...(effectiveKind !== '' && { kind: effectiveKind }),
    ...(effectiveGroup !== '' && { group: effectiveGroup }),
  }
}

function defaultKind(
  issuer: string | undefined,
  clusterIssuer: string | undefined,
  options: Options,
): string {
  if (clusterIssuer !== undefined) return 'ClusterIssuer'
  return issuer !== undefined ? 'Issuer' : options.defaultIssuerKind
}

function reportUndetermined(resource: Resource, report: Report): void {
  for (const key of [annotation.clusterIssuer, annotation.issuer]) {
    if (resource.annotations.get(key) === '') {
      report.reject(
        shimRules.issuerUndetermined,
        `The annotation ${key} is empty, so no Certificate can be requested. Give it the name of an issuer, or remove it.`,
        { path: annotationPath(key), currentValue: '' },
      )
      return
    }
  }
  report.reject(
    shimRules.issuerUndetermined,
    `No issuer is named, so no Certificate can be requested. Add the annotation ${annotation.clusterIssuer} or ${annotation.issuer}, or set defaultIssuerName in the functionConfig.`,
    { path: annotationPath(annotation.clusterIssuer) },
  )
}

function conflictsWithClusterIssuer({ annotations }: Resource): readonly string[] {
  return [annotation.issuer, annotation.issuerGroup, annotation.issuerKind].filter((key) =>
    annotations.has(key),
  )
}

function reportConflict(key: string, resource: Resource, report: Report, onConflict = ''): void {
  const advice =
    key !== annotation.issuer && namesExternalIssuer(resource)
      ? `For an external issuer, rename ${annotation.clusterIssuer} to ${annotation.issuer}: its kind says that it is for the whole cluster.`
      : 'Remove one of the two.'
  report.reject(
    shimRules.issuerConflict,
    `${key} cannot be combined with ${annotation.clusterIssuer}: cert-manager can't tell which issuer is meant and issues nothing${onConflict === '' ? '' : `; ${onConflict}`}. ${advice}`,
    { path: annotationPath(key), currentValue: resource.annotations.get(key) ?? '' },
  )
}

function namesExternalIssuer({ annotations }: Resource): boolean {
  const group = annotations.get(annotation.issuerGroup) ?? ''
  const kind = annotations.get(annotation.issuerKind) ?? ''
  return (
    !annotations.has(annotation.issuer) &&
    (!['', 'cert-manager.io'].includes(group) || !['', 'Issuer', 'ClusterIssuer'].includes(kind))
  )
}
