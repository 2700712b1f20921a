import { parseDuration } from '../../go/duration.ts'
import type { Json } from '../../manifest/finding.ts'
import { at, isFields } from '../../manifest/manifest.ts'
import { certificateAnnotation } from '../annotations.ts'
import type { Options } from '../options.ts'
import type { Certificate, FieldEdit } from './certificate.ts'
import type { ExistingCertificate } from './existing.ts'

/** The fields of a CertificateSpec that ingress-shim can set; the others belong to whoever wrote them. */
const specFields: readonly (readonly string[])[] = [
  ['secretName'],
  ['issuerRef', 'name'],
  ['issuerRef', 'kind'],
  ['issuerRef', 'group'],
  ['commonName'],
  ['dnsNames'],
  ['ipAddresses'],
  ['emailAddresses'],
  ['subject', 'organizations'],
  ['subject', 'organizationalUnits'],
  ['subject', 'countries'],
  ['subject', 'provinces'],
  ['subject', 'localities'],
  ['subject', 'postalCodes'],
  ['subject', 'streetAddresses'],
  ['subject', 'serialNumber'],
  ['duration'],
  ['renewBefore'],
  ['renewBeforePercentage'],
  ['usages'],
  ['privateKey', 'algorithm'],
  ['privateKey', 'encoding'],
  ['privateKey', 'size'],
  ['privateKey', 'rotationPolicy'],
  ['revisionHistoryLimit'],
]

/** Maps whose every key comes from the source. */
const maps: readonly (readonly string[])[] = [
  ['metadata', 'labels'],
  ['spec', 'secretTemplate', 'annotations'],
  ['spec', 'secretTemplate', 'labels'],
]

/**
 * What has to change in a Certificate that is there, so that every field that this function can ever set is as the
 * source wants it. Empty where nothing has to change.
 */
export function certificateEdits(
  existing: ExistingCertificate,
  wanted: Certificate,
  options: Options,
): readonly FieldEdit[] {
  const paths = [
    ...maps.flatMap((map) => keysOfEither(map, existing.object, wanted).map((key) => [...map, key])),
    ...managedAnnotations(existing, options).map((key) => ['metadata', 'annotations', key]),
    ...specFields.map((path) => ['spec', ...path]),
  ]
  return paths.flatMap((path) => {
    const now = at(existing.object, ...path)
    const value = at(wanted, ...path)
    if (isSame(now, value) || (isDuration(path) && isSameDuration(now, value))) return []
    return { path, value: isJson(value) ? value : undefined }
  })
}

function keysOfEither(path: readonly string[], ...objects: readonly unknown[]): readonly string[] {
  const maps = objects.map((object) => at(object, ...path)).filter(isFields)
  return [...new Set(maps.flatMap((map) => Object.keys(map)))]
}

/** Our own annotation is only kept up to date: a Certificate that its ownerReference marks as ours doesn't need it. */
function managedAnnotations({ madeFor }: ExistingCertificate, options: Options): readonly string[] {
  const { source, ...others } = certificateAnnotation
  return [
    ...new Set([
      ...(madeFor === undefined ? [] : [source]),
      ...options.extraCertificateAnnotations,
      ...Object.values(others),
    ]),
  ]
}

function isSame(now: unknown, wanted: unknown): boolean {
  if (now === undefined || wanted === undefined || now === null) return (now ?? undefined) === wanted
  if (Array.isArray(now) && Array.isArray(wanted)) {
    return now.length === wanted.length && now.every((value, index) => value === wanted[index])
  }
  return now === wanted
}

function isDuration(path: readonly string[]): boolean {
  const field = path.at(-1)
  return path.length === 2 && (field === 'duration' || field === 'renewBefore')
}

/** `2160h` and `2160h0m0s` say the same, and a hand that wrote the first need not be corrected. */
function isSameDuration(now: unknown, wanted: unknown): boolean {
  if (typeof now !== 'string' || typeof wanted !== 'string') return false
  const [a, b] = [parseDuration(now), parseDuration(wanted)]
  return 'value' in a && 'value' in b && a.value === b.value
}

function isJson(value: unknown): value is Json {
  return value !== undefined
}
