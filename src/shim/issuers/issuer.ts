import { at } from '../../manifest/manifest.ts'
import type { Report } from '../../manifest/report.ts'
import { annotation, annotationPath, foreignAnnotation } from '../annotations.ts'
import type { Options } from '../options.ts'
import type { Resource } from '../resource.ts'
import { shimRules } from '../rules.ts'
import { type OwnSettings, settingName } from '../sources/own-settings.ts'
import type { ReadContext } from '../sources/source-kind.ts'
import type { DefaultIssuer, UnclearDefault } from './default-issuers.ts'
import type { FoundIssuer } from './issuer-ref.ts'
import { overridden } from './override.ts'

/** What is particular to the kind of a source. */
interface Particulars {
  readonly ownSettings?: OwnSettings
  /** What another controller does with contradictory issuer annotations, as a part of a sentence. */
  readonly onIssuerConflict?: string
}

/**
 * Finds the issuer of a source: the defaults of its namespace, then `issuer`, `cluster-issuer`, `issuer-kind` and
 * `issuer-group`, the later one winning, which is `issuerForIngressLike` of cert-manager's certificate-shim; and then the
 * setting `issuerOverride`.
 *
 * Undefined, with the source rejected, where the name is empty or the annotations contradict each other.
 */
export function issuerOf(
  resource: Resource,
  { options, defaultIssuer }: Pick<ReadContext, 'options' | 'defaultIssuer'>,
  report: Report,
  particulars: Particulars = {},
): FoundIssuer | undefined {
  const { annotations } = resource
  const clusterIssuer = annotations.get(annotation.clusterIssuer)
  const named = clusterIssuer ?? annotations.get(annotation.issuer)
  const isUndetermined = named === undefined ? !hasDefault(defaultIssuer, particulars) : named === ''
  const { unclear } = named === undefined ? defaultIssuer : {}
  if (isUndetermined) reportUndetermined(resource, options, report, particulars)
  else if (unclear !== undefined) reportUnclear(unclear, resource, report)
  const conflicts = clusterIssuer === undefined ? [] : conflictsWithClusterIssuer(resource)
  for (const key of conflicts) reportConflict(key, resource, report, particulars)
  if (isUndetermined || unclear !== undefined || conflicts.length > 0) return undefined
  const unannotated =
    named === undefined
      ? defaultIssuer
      : namedIssuer(named, clusterIssuer !== undefined, options, particulars)
  const { name, origin } = unannotated
  const kind = annotations.get(annotation.issuerKind) ?? unannotated.kind
  const group = annotations.get(annotation.issuerGroup) ?? unannotated.group
  const ref = { name, ...(kind !== '' && { kind }), ...(group !== '' && { group }) }
  return overridden({ ref, origin }, options)
}

function hasDefault({ name, unclear }: DefaultIssuer, { ownSettings }: Particulars): boolean {
  return ownSettings === undefined && (name !== '' || unclear !== undefined)
}

/** An issuer by its name, with what it is unless kind and group are annotated too. */
function namedIssuer(
  name: string,
  isOfCluster: boolean,
  { defaultIssuerGroup }: Options,
  { ownSettings }: Particulars,
): DefaultIssuer {
  return {
    name,
    kind: isOfCluster ? 'ClusterIssuer' : 'Issuer',
    group: ownSettings === undefined ? defaultIssuerGroup : 'cert-manager.io',
    origin: 'annotation',
  }
}

/** Nobody can tell what a Namespace means, so that what depends on it is rejected. */
function reportUnclear({ rule, problem, advice }: UnclearDefault, { kind }: Resource, report: Report): void {
  report.reject(
    rule,
    `This ${kind} names no issuer, and ${problem}, so no Certificate can be requested. ${advice}, or name an issuer here with ${annotation.clusterIssuer} or ${annotation.issuer}.`,
    { path: annotationPath(annotation.clusterIssuer) },
  )
}

function reportUndetermined(
  resource: Resource,
  { issuers }: Options,
  report: Report,
  { ownSettings }: Particulars,
): void {
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
  const setting = issuers.length === 0 ? 'set defaultIssuerName' : 'name its namespace in an entry of issuers'
  report.reject(
    shimRules.issuerUndetermined,
    `No issuer is named, so no Certificate can be requested. Add the annotation ${annotation.clusterIssuer} or ${annotation.issuer}, or ${setting} in the functionConfig.`,
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
