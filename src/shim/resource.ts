import type { Json } from '../manifest/finding.ts'
import { at, type Fields, isFields, type Manifest, typeInWords } from '../manifest/manifest.ts'
import type { Report } from '../manifest/report.ts'
import { StringMap } from '../manifest/string-map.ts'
import { annotationPath } from './annotations.ts'
import { shimRules } from './rules.ts'

/** An item whose identity and metadata have been read. */
export interface Resource {
  readonly position: number
  readonly apiVersion: string
  readonly kind: string
  readonly name: string
  /** `''` where the manifest has none. */
  readonly namespace: string
  readonly labels: StringMap
  readonly annotations: StringMap
  readonly object: Fields
}

/**
 * Reads an item's identity and metadata.
 *
 * Everything of the wrong type is reported as malformed and rejects the item; what is left is read all the same, so
 * that one run shows all problems. Undefined where the item can't even be named.
 */
export function readResource(manifest: Manifest, report: Report): Resource | undefined {
  const { object, position, problem } = manifest
  if (problem !== undefined) unclear(report, problem)
  if (!isFields(object)) {
    malformed(report, '', object, 'a mapping')
    return undefined
  }
  const metadata = object.metadata
  if (!isFields(metadata)) {
    malformed(report, 'metadata', metadata, 'a mapping with a name')
    return undefined
  }
  const name = metadata.name
  if (typeof name !== 'string' || name === '') {
    malformed(report, 'metadata.name', name, 'a string')
    return undefined
  }
  return {
    position,
    apiVersion: textAt(object, 'apiVersion'),
    kind: textAt(object, 'kind'),
    name,
    namespace: readString(metadata.namespace, 'metadata.namespace', report),
    labels: readStringMap(metadata.labels, 'labels', report),
    annotations: readStringMap(metadata.annotations, 'annotations', report),
    object,
  }
}

/** Reports what YAML leaves unclear about an item, and rejects it: to guess could cost a Certificate. */
function unclear(report: Report, problem: string): void {
  report.reject(
    shimRules.malformedResource,
    `This resource can't be relied on: ${problem}. Nothing is generated from it, and nothing in it is changed, until that is fixed.`,
  )
}

/** Reports a field that has the wrong type, and rejects its item. */
export function malformed(report: Report, path: string, value: unknown, expected: string): void {
  const what = path === '' ? 'This item' : path
  report.reject(
    shimRules.malformedResource,
    `${what} is ${typeInWords(value)} where Kubernetes expects ${expected}, so the API server would refuse this resource. Fix its type.`,
    path === '' ? undefined : { path, ...currentValue(value) },
  )
}

/** `currentValue` of a finding for a value that may be missing. */
export function currentValue(value: unknown): { readonly currentValue?: Json } {
  return isJson(value) ? { currentValue: value } : {}
}

/** A string field; missing and null are `''`, as Go decodes them. */
export function readString(value: unknown, path: string, report: Report): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'string') return value
  malformed(report, path, value, 'a string')
  return ''
}

/** A list field; missing and null are empty, as Go decodes them. */
export function readList(value: unknown, path: string, report: Report): readonly unknown[] {
  if (value === undefined || value === null) return []
  if (Array.isArray(value)) return value
  malformed(report, path, value, 'a list')
  return []
}

/** A mapping field; missing and null are empty, as Go decodes them. */
export function readFields(value: unknown, path: string, report: Report): Fields {
  if (value === undefined || value === null) return {}
  if (isFields(value)) return value
  malformed(report, path, value, 'a mapping')
  return {}
}

function readStringMap(value: unknown, field: 'labels' | 'annotations', report: Report): StringMap {
  const fields = readFields(value, `metadata.${field}`, report)
  for (const key of Object.keys(fields)) {
    const entry = fields[key]
    if (typeof entry !== 'string' && entry !== null) notAString(report, field, key, entry)
  }
  return new StringMap(fields)
}

function notAString(report: Report, field: 'labels' | 'annotations', key: string, value: unknown): void {
  const scalar = typeof value === 'boolean' || typeof value === 'number'
  const advice = scalar ? `Write it in quotes: "${value}".` : 'Write it as one string.'
  report.reject(
    field === 'annotations' ? shimRules.annotationNotString : shimRules.malformedResource,
    `The value of the ${field === 'annotations' ? 'annotation' : 'label'} ${key} is ${typeInWords(value)}, but Kubernetes accepts strings only and would refuse this resource. ${advice}`,
    {
      path: field === 'annotations' ? annotationPath(key) : `metadata.labels[${key}]`,
      ...currentValue(value),
      ...(scalar && { proposedValue: String(value) }),
    },
  )
}

function textAt(object: Fields, key: string): string {
  const value = at(object, key)
  return typeof value === 'string' ? value : ''
}

function isJson(value: unknown): value is Json {
  return (
    value !== undefined &&
    typeof value !== 'function' &&
    typeof value !== 'symbol' &&
    typeof value !== 'bigint'
  )
}
