import { isTemplate } from '../../manifest/placeholder.ts'

import {
  annotation,
  certsFromSecret,
  foreignAnnotation,
  istioAnnotation,
  shareAnnotation,
} from '../annotations.ts'
import type { Resource } from '../resource.ts'
import { hasPlaceholderIn } from '../values/filled-in-later.ts'
import { notRendered, unresolved } from '../values/read-value.ts'
import { readsAutoAnnotations } from './asks-for-certificates.ts'
import { settingPath } from './own-settings.ts'
import type { ReadContext, SourceKind } from './source-kind.ts'

/** Names and texts that end in a Certificate as they stand, and so with their placeholders. */
const writtenAsTheyStand: ReadonlySet<string> = new Set([
  annotation.issuer,
  annotation.clusterIssuer,
  annotation.issuerKind,
  annotation.issuerGroup,
  annotation.commonName,
  annotation.altNames,
  annotation.ipSans,
  annotation.emailSans,
  annotation.subjectOrganizations,
  annotation.subjectOrganizationalUnits,
  annotation.subjectCountries,
  annotation.subjectProvinces,
  annotation.subjectLocalities,
  annotation.subjectPostalCodes,
  annotation.subjectStreetAddresses,
  annotation.subjectSerialNumber,
  annotation.http01IngressClass,
  annotation.http01IngressClassName,
  foreignAnnotation.issuerName,
  foreignAnnotation.uriSans,
  certsFromSecret,
  istioAnnotation.secretNamespace,
])

const readFromEveryKind: ReadonlySet<string> = new Set(Object.values(annotation))

/**
 * The resource without those of its annotations that can't be read today: templates, and placeholders where the value has
 * to be known. Each is reported, and rejects the resource.
 */
export function withReadableAnnotations(
  resource: Resource,
  sourceKind: SourceKind,
  context: ReadContext,
): Resource {
  const { report } = context
  const unreadable: string[] = []
  for (const key of resource.annotations.keys()) {
    if (!isReadFrom(sourceKind, key, context)) continue
    const value = resource.annotations.get(key) ?? ''
    if (isTemplate(value)) notRendered(report, settingPath(sourceKind, key), value)
    else if (!writtenAsTheyStand.has(key) && hasPlaceholderIn(value, resource))
      unresolved(report, settingPath(sourceKind, key), value)
    else continue
    unreadable.push(key)
  }
  return unreadable.length === 0
    ? resource
    : { ...resource, annotations: resource.annotations.without(new Set(unreadable)) }
}

function isReadFrom(
  sourceKind: SourceKind,
  key: string,
  { options, defaultIssuer }: Pick<ReadContext, 'options' | 'defaultIssuer'>,
): boolean {
  const { ownAnnotations } = sourceKind
  return (
    (readFromEveryKind.has(key) && (key !== annotation.editInPlace || ownAnnotations.includes(key))) ||
    ownAnnotations.includes(key) ||
    (key === shareAnnotation && options.sharedSecrets === 'merge') ||
    (options.defaultAutoCertificateAnnotations.includes(key) &&
      readsAutoAnnotations(sourceKind, defaultIssuer))
  )
}
