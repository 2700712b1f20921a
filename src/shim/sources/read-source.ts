import { parseBool } from '../../go/bool.ts'
import { at, isFields, own } from '../../manifest/manifest.ts'
import { Report } from '../../manifest/report.ts'
import { annotation, localConfigAnnotation } from '../annotations.ts'
import { annotatedFields } from '../fields/fields.ts'
import { issuerOf } from '../issuer.ts'
import type { Options } from '../options.ts'
import type { Resource } from '../resource.ts'
import type { Source, SourceKind } from './source.ts'

/**
 * Whether a resource asks for Certificates: it has an issuer annotation (also an empty one) or, where its kind has
 * them, an auto annotation that is true; it isn't being deleted; and it will reach a cluster. Annotations of the wrong
 * type count by what was meant: their source is spoiled, and says why.
 */
export function isSource(resource: Resource, kind: SourceKind, options: Options): boolean {
  return isAnnotated(resource, kind, options) && !isBeingDeleted(resource) && !isLocalConfig(resource)
}

/** Reads everything that a source says, and reports everything that is wrong with it. */
export function readSource(resource: Resource, kind: SourceKind, options: Options, report: Report): Source {
  const issuer = hasReadableIssuer(resource) ? issuerOf(resource, options, report) : undefined
  const tls = kind.readTls(resource, options, report)
  // Where nothing would be issued, cert-manager never reads the other annotations, and doesn't complain about them.
  const isIdle = tls.secrets.length === 0 && report.isEmpty
  const fields = annotatedFields(resource, isIdle ? new Report(resource.position, []) : report)
  // Spelled out, since a spread takes several times as long and lists have tens of thousands of sources.
  const { position, apiVersion, name, namespace, labels, annotations, object } = resource
  const { spoiled } = report
  return {
    position,
    apiVersion,
    kind: kind.kind,
    name,
    namespace,
    labels,
    annotations,
    object,
    sourceKind: kind,
    issuer,
    tls,
    fields,
    spoiled,
  }
}

function isAnnotated(resource: Resource, kind: SourceKind, options: Options): boolean {
  const written = writtenAnnotations(resource)
  if (!isFields(written)) return true
  if (issuerKeys.some((key) => own(written, key) !== undefined || resource.annotations.has(key))) return true
  return (
    kind.autoAnnotations && options.defaultAutoCertificateAnnotations.some((key) => isTrue(own(written, key)))
  )
}

const issuerKeys = [annotation.issuer, annotation.clusterIssuer]

function isTrue(value: unknown): boolean {
  return value !== undefined && value !== null && parseBool(String(value)) === true
}

/** False where the issuer can't be known because an annotation has the wrong type, which has been reported. */
function hasReadableIssuer(resource: Resource): boolean {
  const written = writtenAnnotations(resource)
  return (
    isFields(written) &&
    issuerKeys.every((key) => own(written, key) === undefined || resource.annotations.has(key))
  )
}

function writtenAnnotations({ object }: Resource): unknown {
  return at(object, 'metadata', 'annotations') ?? {}
}

/** cert-manager's `isDeletedInForeground`. */
function isBeingDeleted({ object }: Resource): boolean {
  const metadata = at(object, 'metadata')
  if (!isFields(metadata)) return false
  const finalizers = at(metadata, 'finalizers')
  return (
    (at(metadata, 'deletionTimestamp') ?? null) !== null ||
    (Array.isArray(finalizers) && finalizers.includes('foregroundDeletion'))
  )
}

/** The KRM functions specification: any value but "false" keeps the item out of a cluster. */
export function isLocalConfig({ annotations }: Resource): boolean {
  const value = annotations.get(localConfigAnnotation)
  return value !== undefined && value !== 'false'
}
