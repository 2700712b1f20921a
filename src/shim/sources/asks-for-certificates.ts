import { parseBool } from '../../go/bool.ts'
import { isLocalConfig } from '../../manifest/local-config.ts'
import { at, isFields, own } from '../../manifest/manifest.ts'
import { annotation } from '../annotations.ts'
import type { Options } from '../options.ts'
import type { Resource } from '../resource.ts'

/**
 * Whether a resource asks for Certificates: it has an issuer annotation (also an empty one) or, where its kind has
 * them, an auto annotation that is true; it isn't being deleted; and it will reach a cluster. Annotations of the wrong
 * type count by what was meant: their source is rejected, and the result says why.
 */
export function asksForCertificates(
  resource: Resource,
  hasAutoAnnotations: boolean,
  options: Options,
): boolean {
  return (
    isAnnotated(resource, hasAutoAnnotations, options) &&
    !isBeingDeleted(resource) &&
    !isLocalConfig(resource.object)
  )
}

/** False where the issuer can't be known because an annotation has the wrong type, which has been reported. */
export function hasReadableIssuer(resource: Resource): boolean {
  const written = writtenAnnotations(resource)
  return (
    isFields(written) &&
    issuerKeys.every((key) => own(written, key) === undefined || resource.annotations.has(key))
  )
}

const issuerKeys = [annotation.issuer, annotation.clusterIssuer]

function isAnnotated(resource: Resource, hasAutoAnnotations: boolean, options: Options): boolean {
  const written = writtenAnnotations(resource)
  if (!isFields(written)) return true
  if (issuerKeys.some((key) => own(written, key) !== undefined || resource.annotations.has(key))) return true
  return (
    hasAutoAnnotations && options.defaultAutoCertificateAnnotations.some((key) => isTrue(own(written, key)))
  )
}

function isTrue(value: unknown): boolean {
  return value !== undefined && value !== null && parseBool(String(value)) === true
}

function writtenAnnotations({ object }: Resource): unknown {
  return at(object, 'metadata', 'annotations') ?? {}
}

/** cert-manager's `isDeletedInForeground`. */
function isBeingDeleted({ object }: Resource): boolean {
  const metadata = at(object, 'metadata')
  const finalizers = at(metadata, 'finalizers')
  return (
    (at(metadata, 'deletionTimestamp') ?? null) !== null ||
    (Array.isArray(finalizers) && finalizers.includes('foregroundDeletion'))
  )
}
