import { parseBool } from '../../go/bool.ts'
import { isLocalConfig } from '../../manifest/local-config.ts'
import { at, isFields, own } from '../../manifest/manifest.ts'
import { hasPlaceholder, isTemplate } from '../../manifest/placeholder.ts'
import { annotation } from '../annotations.ts'
import type { DefaultIssuer } from '../issuers/default-issuers.ts'
import type { Options } from '../options.ts'
import type { Resource } from '../resource.ts'
import { valueOfSetting } from './own-settings.ts'
import type { SourceKind } from './source-kind.ts'

/**
 * Whether a resource asks for Certificates: it has an issuer annotation (also an empty one) or, where its kind has
 * them, an auto annotation that is true; it isn't being deleted; and it will reach a cluster. Annotations of the wrong
 * type, and those that are filled in later, count by what was meant: their source is rejected, and the result says why.
 */
export function asksForCertificates(
  resource: Pick<Resource, 'object' | 'annotations'>,
  hasAutoAnnotations: boolean,
  options: Options,
): boolean {
  return isAnnotated(resource, hasAutoAnnotations, options) && isToStay(resource)
}

/** Whether a resource will reach a cluster, and isn't being deleted there. */
export function isToStay(resource: Pick<Resource, 'object'>): boolean {
  return !isBeingDeleted(resource) && !isLocalConfig(resource.object)
}

/** Whether auto annotations count for a kind: beside cert-manager's own sources, only where they lead to an issuer. */
export function readsAutoAnnotations(
  { autoAnnotations }: Pick<SourceKind, 'autoAnnotations'>,
  { name, unclear }: DefaultIssuer,
): boolean {
  if (autoAnnotations === 'with a default issuer') return name !== '' || unclear !== undefined
  return autoAnnotations === 'always'
}

/** False where the issuer can't be known because an annotation or setting can't be read, which has been reported. */
export function hasReadableIssuer(resource: Resource, { ownSettings }: SourceKind): boolean {
  if (ownSettings !== undefined) {
    const isEmpty = (value: unknown) => value === undefined || value === null || value === ''
    return keysOfIssuer.every(
      (key) => resource.annotations.has(key) || isEmpty(valueOfSetting(ownSettings, key, resource.object)),
    )
  }
  const written = writtenAnnotations(resource)
  return (
    isFields(written) &&
    !isTemplate(written) &&
    keysOfIssuer.every((key) => own(written, key) === undefined || resource.annotations.has(key))
  )
}

const issuerKeys = [annotation.issuer, annotation.clusterIssuer]
const keysOfIssuer = [...issuerKeys, annotation.issuerKind, annotation.issuerGroup]

function isAnnotated(
  resource: Pick<Resource, 'object' | 'annotations'>,
  hasAutoAnnotations: boolean,
  options: Options,
): boolean {
  const written = writtenAnnotations(resource)
  const autoKeys = hasAutoAnnotations ? options.defaultAutoCertificateAnnotations : []
  if (!isFields(written) || isTemplate(written)) return mayHold(written, [...issuerKeys, ...autoKeys])
  if (issuerKeys.some((key) => own(written, key) !== undefined || resource.annotations.has(key))) return true
  return autoKeys.some((key) => isTrue(own(written, key)))
}

/** Whether annotations of the wrong type were meant to hold one of the keys: `["cert-manager.io/issuer: ca"]`, say. */
function mayHold(written: unknown, keys: readonly string[]): boolean {
  if (isTemplate(written)) return true
  const text = typeof written === 'string' ? written : JSON.stringify(written)
  return hasPlaceholder(text) || keys.some((key) => text.includes(key))
}

/** Whether a value is true for Go's ParseBool, or may become so once it is filled in. */
export function isTrue(value: unknown): boolean {
  if (value === undefined || value === null) return false
  return parseBool(String(value)) === true || isTemplate(value) || hasPlaceholder(String(value))
}

function writtenAnnotations({ object }: Pick<Resource, 'object'>): unknown {
  return at(object, 'metadata', 'annotations') ?? {}
}

/** cert-manager's `isDeletedInForeground`. */
function isBeingDeleted({ object }: Pick<Resource, 'object'>): boolean {
  const metadata = at(object, 'metadata')
  const finalizers = at(metadata, 'finalizers')
  return (
    (at(metadata, 'deletionTimestamp') ?? null) !== null ||
    (Array.isArray(finalizers) && finalizers.includes('foregroundDeletion'))
  )
}
