import type { FieldEdit } from '../../../manifest/change.ts'
import { fieldPath } from '../../../manifest/field-path.ts'
import { isJson } from '../../../manifest/finding.ts'
import { at } from '../../../manifest/manifest.ts'
import type { Problem } from '../../../manifest/rule.ts'
import {
  annotation,
  certificateAnnotation,
  foreignAnnotation,
  listenerAnnotation,
} from '../../annotations.ts'
import { shimRules } from '../../rules.ts'
import { hasSetting, settingPath } from '../../sources/own-settings.ts'
import type { Source } from '../../sources/source.ts'
import type { CertificateSpec } from '../certificate.ts'
import { type DesiredCertificate, partsOf } from '../desired-certificates.ts'
import type { ExistingCertificate } from '../existing.ts'

/** For each field of a `T` the annotation of the source that it comes from; one that is forgotten fails to compile. */
type AnnotationsOf<T> = { readonly [Key in keyof T]-?: string | AnnotationsOf<NonNullable<T[Key]>> }

/** The hosts come and go with the TLS configuration, and a Certificate never loses its Secret or usages. */
type Removable = Omit<CertificateSpec, 'secretName' | 'dnsNames' | 'ipAddresses' | 'usages' | 'issuerRef'> & {
  readonly issuerRef: Omit<CertificateSpec['issuerRef'], 'name'>
}

const annotationsOfSpec = {
  issuerRef: { kind: annotation.issuerKind, group: annotation.issuerGroup },
  commonName: annotation.commonName,
  emailAddresses: annotation.emailSans,
  uris: foreignAnnotation.uriSans,
  subject: {
    organizations: annotation.subjectOrganizations,
    organizationalUnits: annotation.subjectOrganizationalUnits,
    countries: annotation.subjectCountries,
    provinces: annotation.subjectProvinces,
    localities: annotation.subjectLocalities,
    postalCodes: annotation.subjectPostalCodes,
    streetAddresses: annotation.subjectStreetAddresses,
    serialNumber: annotation.subjectSerialNumber,
  },
  duration: annotation.duration,
  renewBefore: annotation.renewBefore,
  renewBeforePercentage: annotation.renewBeforePercentage,
  privateKey: {
    algorithm: annotation.privateKeyAlgorithm,
    encoding: annotation.privateKeyEncoding,
    size: annotation.privateKeySize,
    rotationPolicy: annotation.privateKeyRotationPolicy,
  },
  revisionHistoryLimit: annotation.revisionHistoryLimit,
  secretTemplate: annotation.secretTemplate,
} as const satisfies AnnotationsOf<Removable>

/** The annotations of a source that its Certificates have under another name. */
const renamedAnnotations: Readonly<Record<string, string>> = {
  [certificateAnnotation.overrideIngressName]: annotation.editInPlace,
  [certificateAnnotation.issueTemporaryCertificate]: annotation.editInPlace,
  [certificateAnnotation.overrideIngressClass]: annotation.http01IngressClass,
  [certificateAnnotation.overrideIngressClassName]: annotation.http01IngressClassName,
  [certificateAnnotation.parentRefNamespace]: listenerAnnotation.parentRefFallback,
}

const givenByKind: readonly string[] = [
  certificateAnnotation.parentRefKind,
  certificateAnnotation.parentRefName,
]

/** Reports each field that an update takes away, and how it can be kept; a host that goes is no news. */
export function reportRemovedFields(
  { position, object }: ExistingCertificate,
  edits: readonly FieldEdit[],
  desired: DesiredCertificate,
  problems: Problem[],
): void {
  const sources = partsOf(desired).map(({ source }) => source)
  const who = sources.map(({ reference }) => reference).join(' and ')
  const reason = sources.length === 1 ? `${who} doesn't ask for it` : `${who} don't all ask for it`
  for (const { path, value } of edits) {
    if (value !== undefined || isHosts(path)) continue
    const now = at(object, ...path)
    const keeper = keeperOf(
      path,
      desired.source,
      sources.length > 1 ? 'each of them' : `that ${desired.source.kind}`,
    )
    const advice = keeper === undefined ? '' : ` To keep it, ${keeper}.`
    problems.push({
      rule: shimRules.certificateFieldRemoved,
      message: `${fieldPath(path)} is removed from this Certificate, since ${reason}.${advice}`,
      position,
      field: { path: fieldPath(path), ...(isJson(now) && { currentValue: now }) },
    })
  }
}

function isHosts([top, field]: readonly string[]): boolean {
  return top === 'spec' && (field === 'dnsNames' || field === 'ipAddresses')
}

/** What a source needs so that a field stays; undefined where nothing on it can do that. */
function keeperOf(path: readonly string[], { sourceKind }: Source, where: string): string | undefined {
  const [top, field, ...rest] = path
  if (top === 'metadata' && field === 'labels') return `put the label ${rest.join()} on ${where}`
  const key = annotationBehind(path)
  if (key === undefined || !hasSetting(sourceKind, key)) return undefined
  return sourceKind.ownSettings === undefined
    ? `put the annotation ${key} on ${where}`
    : `set ${settingPath(sourceKind, key)} of ${where}`
}

/** The annotation of a source that a field comes from. */
export function annotationBehind([top, field, ...rest]: readonly string[]): string | undefined {
  if (top === 'metadata') {
    const key = rest.join()
    return givenByKind.includes(key) ? undefined : (renamedAnnotations[key] ?? key)
  }
  let found: unknown = annotationsOfSpec
  for (const key of [field, ...rest]) {
    if (key !== undefined && typeof found !== 'string') found = at(found, key)
  }
  return typeof found === 'string' ? found : undefined
}
