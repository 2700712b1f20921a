import { parseDuration } from '../../../go/duration.ts'
import type { FieldEdit } from '../../../manifest/change.ts'
import type { Json } from '../../../manifest/finding.ts'
import { at, isFields } from '../../../manifest/manifest.ts'
import { sameValue } from '../../../manifest/same-value.ts'
import { certificateAnnotation, foreignAnnotation } from '../../annotations.ts'
import type { Options } from '../../options.ts'
import { copiedAnnotations } from '../certificate-of.ts'
import { type DesiredCertificate, partsOf } from '../desired-certificates.ts'
import type { ExistingCertificate } from '../existing.ts'
import { certificateFields, type FieldForm, type FieldTable } from './certificate-fields.ts'

/**
 * What has to change in an existing Certificate, so that every field that this function can ever set is as the source
 * wants it. Empty where nothing has to change.
 */
export function certificateEdits(
  existing: ExistingCertificate,
  desired: DesiredCertificate,
  options: Options,
): readonly FieldEdit[] {
  return editsTo(
    fieldsFor(desired),
    existing.object,
    desired.certificate,
    managedAnnotations(existing, options),
  )
}

/** A source that can't ask for URIs leaves those alone that somebody has added. */
function fieldsFor(desired: DesiredCertificate): FieldTable {
  const mayAskForUris = ({ source: { sourceKind } }: DesiredCertificate) =>
    sourceKind.ownAnnotations.includes(foreignAnnotation.uriSans)
  if (partsOf(desired).some(mayAskForUris)) return certificateFields
  const { uris, ...spec } = certificateFields.spec
  return { ...certificateFields, spec }
}

/** What has to change in an object, so that the fields of a table are as wanted. */
export function editsTo(
  table: FieldTable,
  now: unknown,
  wanted: unknown,
  managedAnnotations: ReadonlySet<string>,
): readonly FieldEdit[] {
  return [...editsOf(table, { path: [], now, wanted }, managedAnnotations)]
}

/** One field, with its value today and the one that it should have. */
interface Field {
  readonly path: readonly string[]
  readonly now: unknown
  readonly wanted: unknown
}

function* editsOf(
  form: FieldForm | FieldTable,
  field: Field,
  managed: ReadonlySet<string>,
): Iterable<FieldEdit> {
  if (typeof form === 'object') {
    for (const [key, inner] of Object.entries(form)) yield* editsOf(inner, fieldIn(field, key), managed)
  } else if (form === 'every key' || form === 'managed keys') {
    const keys = form === 'every key' ? keysOfEither(field) : managed
    for (const key of keys) yield* editsOf('value', fieldIn(field, key), managed)
  } else if (!isSame(field, form)) {
    yield { path: field.path, value: isJson(field.wanted) ? field.wanted : undefined }
  }
}

function fieldIn({ path, now, wanted }: Field, key: string): Field {
  return { path: [...path, key], now: at(now, key), wanted: at(wanted, key) }
}

function keysOfEither({ now, wanted }: Field): ReadonlySet<string> {
  return new Set([now, wanted].filter(isFields).flatMap((fields) => Object.keys(fields)))
}

/** Our own annotation is only kept up to date: a Certificate that its ownerReference marks as ours doesn't need it. */
function managedAnnotations({ madeFor }: ExistingCertificate, options: Options): ReadonlySet<string> {
  const { source, ...others } = certificateAnnotation
  return new Set([
    ...(madeFor === undefined ? [] : [source]),
    ...copiedAnnotations(options),
    ...Object.values(others),
  ])
}

/** An empty field is as good as none. */
function isSame({ now, wanted }: Field, form: 'value' | 'duration'): boolean {
  return sameValue(now ?? undefined, wanted) || (form === 'duration' && isSameDuration(now, wanted))
}

/** `2160h` and `2160h0m0s` say the same, and somebody who wrote the first need not be corrected. */
function isSameDuration(now: unknown, wanted: unknown): boolean {
  if (typeof now !== 'string' || typeof wanted !== 'string') return false
  const [a, b] = [parseDuration(now), parseDuration(wanted)]
  return 'value' in a && 'value' in b && a.value === b.value
}

function isJson(value: unknown): value is Json {
  return value !== undefined
}
