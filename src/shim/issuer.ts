import { at } from '../manifest/manifest.ts'
import type { Report } from '../manifest/report.ts'
import { annotation, annotationPath, foreignAnnotation } from './annotations.ts'
import type { Options } from './options.ts'
import type { Resource } from './resource.ts'
import { shimRules } from './rules.ts'
import { type OwnSettings, settingName } from './sources/own-settings.ts'

/** `spec.issuerRef` of a Certificate. */
export interface IssuerRef {
  readonly name: string
  /** Left out where an annotation or option makes it empty, as Go's `omitempty` does; so is the group. */
  readonly kind?: string
  readonly group?: string
}

/** What is particular to the kind of a source. */
interface Particulars {
  readonly ownSettings?: OwnSettings
  /** What another controller does with contradictory issuer annotations, as a part of a sentence. */
  readonly onIssuerConflict?: string
}

/**
 * Finds the issuer of a source: the defaults, then `issuer`, `cluster-issuer`, `issuer-kind` and `issuer-group`, the
 * later one winning. The rule is `issuerForIngressLike` of cert-manager's certificate-shim.
 *
 * Undefined, with the source rejected, where the name is empty or the annotations contradict each other.
 */
export function issuerOf(
  resource: Resource,
  options: Options,
  report: Report,
  particulars: Particulars = {},
): IssuerRef | undefined {
  const { annotations } = resource
  const issuer = annotations.get(annotation.issuer)
  const clusterIssuer = annotations.get(annotation.clusterIssuer)
  const kind = annotations.get(annotation.issuerKind)
  const group = annotations.get(annotation.issuerGroup)

  const name =
    clusterIssuer ?? issuer ?? (particulars.ownSettings === undefined ? options.defaultIssuerName : '')
  if (name === '') reportUndetermined(resource, report, particulars)
  const conflicts = clusterIssuer === undefined ? [] : conflictsWithClusterIssuer(resource)
  for (const key of conflicts) reportConflict(key, resource, report, particulars)
  if (name === '' || conflicts.length > 0) return undefined
  const effectiveKind = kind ?? defaultKind(issuer, clusterIssuer, options)
  const effectiveGroup =
    group ?? (particulars.ownSettings === undefined ? options.defaultIssuerGroup : 'cert-manager.io')
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

function reportUndetermined(resource: Resource, report: Report, { ownSettings }: Particulars): void {
  if (ownSettings !== undefined) {
    report.reject(
      shimRules.issuerUndetermined,
      `No issuer is named, so no Certificate can be requested. Name one with ${settingName({ ownSettings }, annotation.clusterIssuer)} or ${settingName({ ownSettings }, annotation.issuer)}.`,
      { path: ownSettings.path },
    )
    return
  }
  for (const key of [annotation.clusterIssuer, issuerKeyOf(resource)]) {
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

/** The annotation that names an Issuer: a Route may call it otherwise, and has both by the time that it is read. */
export function issuerKeyOf({ annotations, object }: Pick<Resource, 'annotations' | 'object'>): string {
  const isWritten = (key: string) => at(object, 'metadata', 'annotations', key) !== undefined
  const { issuerName } = foreignAnnotation
  const isAlias = annotations.has(annotation.issuer) && !isWritten(annotation.issuer) && isWritten(issuerName)
  return isAlias ? issuerName : annotation.issuer
}

function conflictsWithClusterIssuer({ annotations }: Resource): readonly string[] {
  return [annotation.issuer, annotation.issuerGroup, annotation.issuerKind].filter((key) =>
    annotations.has(key),
  )
}

function reportConflict(
  conflicting: string,
  resource: Resource,
  report: Report,
  particulars: Particulars,
): void {
  const { ownSettings, onIssuerConflict } = particulars
  const key = conflicting === annotation.issuer ? issuerKeyOf(resource) : conflicting
  const [name, other, issuer] = [key, annotation.clusterIssuer, annotation.issuer].map((one) =>
    settingName(particulars, one),
  )
  const advice =
    conflicting !== annotation.issuer && namesExternalIssuer(resource)
      ? `For an external issuer, rename ${other} to ${issuer}: its kind says that it is for the whole cluster.`
      : 'Remove one of the two.'
  report.reject(
    shimRules.issuerConflict,
    `${name} cannot be combined with ${other}: cert-manager can't tell which issuer is meant and issues nothing${onIssuerConflict === undefined ? '' : `; ${onIssuerConflict}`}. ${advice}`,
    ownSettings === undefined
      ? { path: annotationPath(key), currentValue: resource.annotations.get(key) ?? '' }
      : { path: ownSettings.path },
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
