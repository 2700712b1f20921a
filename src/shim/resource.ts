import { at, type Fields, isFields, type Manifest, typeInWords } from '../manifest/manifest.ts'
import { isTemplate, mappingTemplates } from '../manifest/placeholder.ts'
import type { Report } from '../manifest/report.ts'
import { StringMap } from '../manifest/string-map.ts'
import { annotationPath } from './annotations.ts'
import { shimRules } from './rules.ts'
import { hasPlaceholderIn } from './values/filled-in-later.ts'
import { isDnsLabel, isDnsSubdomain } from './values/kubernetes-names.ts'
import { currentValue, malformed, notRendered, readFields, readString } from './values/read-value.ts'

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
  /** Of its file; `''` where it has none. */
  readonly directory: string
  /** The file that it was read from; undefined where it has none. */
  readonly file: string | undefined
}

/**
 * Reads an item's identity and metadata.
 *
 * Everything of the wrong type is reported as malformed and rejects the item; what is left is read all the same, so
 * that one run shows all problems. Undefined where the item can't even be named.
 */
export function readResource(manifest: Manifest, report: Report): Resource | undefined {
  const { object, position, problem, directory = '' } = manifest
  if (problem !== undefined) unclear(object, problem, report)
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
  const resource: Resource = {
    position,
    apiVersion: textAt(object, 'apiVersion'),
    kind: textAt(object, 'kind'),
    name,
    namespace: typeof metadata.namespace === 'string' ? metadata.namespace : '',
    labels: readStringMap(metadata.labels, 'labels', report),
    annotations: readStringMap(metadata.annotations, 'annotations', report),
    object,
    directory,
    file: manifest.file?.path,
  }
  checkNames(resource, metadata.namespace, report)
  return resource
}

/** Whether everything that tells a resource from others is known: a template or a value of the wrong type could be any name. */
export function hasKnownIdentity({ name, object }: Resource): boolean {
  const namespace = at(object, 'metadata', 'namespace') ?? ''
  return typeof namespace === 'string' && !isTemplate(namespace) && !isTemplate(name)
}

function checkNames(resource: Resource, namespace: unknown, report: Report): void {
  const name = readString(resource.name, 'metadata.name', report)
  if (name !== undefined && !isDnsSubdomain(name) && !hasPlaceholderIn(name, resource)) {
    refusedName(report, 'metadata.name', name, isDnsSubdomain, subdomainAdvice)
  }
  const space = readString(namespace, 'metadata.namespace', report) ?? ''
  if (space !== '' && !isDnsLabel(space) && !hasPlaceholderIn(space, resource)) {
    refusedName(report, 'metadata.namespace', space, isDnsLabel, labelAdvice)
  }
}

const subdomainAdvice = 'lower-case letters, digits, "-" and ".", 253 characters at most'
const labelAdvice = 'lower-case letters, digits and "-", 63 characters at most'

function refusedName(
  report: Report,
  path: string,
  name: string,
  isValid: (name: string) => boolean,
  allowed: string,
): void {
  const lower = name.toLowerCase()
  report.reject(
    shimRules.malformedResource,
    `${JSON.stringify(name)} is not a name that Kubernetes accepts here, so the API server would refuse this resource. Use ${allowed}, with a letter or digit at both ends.`,
    { path, currentValue: name, ...(isValid(lower) && { proposedValue: lower }) },
  )
}

/**
 * Reports what YAML leaves unclear about an item, and rejects it: to guess could cost a Certificate. A template without
 * quotes is what makes most items unclear, and is said by its field.
 */
function unclear(object: unknown, problem: string, report: Report): void {
  const templates = mappingTemplates(object)
  for (const path of templates) notRendered(report, path)
  if (templates.length > 0) return
  report.reject(
    shimRules.malformedResource,
    `This resource can't be relied on: ${problem}. Nothing is generated from it, and nothing in it is changed, until that is fixed.`,
  )
}

function readStringMap(value: unknown, field: 'labels' | 'annotations', report: Report): StringMap {
  const fields = readFields(value, `metadata.${field}`, report) ?? {}
  for (const key of Object.keys(fields)) {
    const entry = fields[key]
    if (typeof entry !== 'string' && entry !== null) notAString(report, field, key, entry)
    else if (field === 'labels' && isTemplate(entry)) notRendered(report, `metadata.labels[${key}]`, entry)
  }
  return new StringMap(fields)
}

function notAString(report: Report, field: 'labels' | 'annotations', key: string, value: unknown): void {
  const path = field === 'annotations' ? annotationPath(key) : `metadata.labels[${key}]`
  if (isTemplate(value)) {
    notRendered(report, path)
    return
  }
  const scalar = typeof value === 'boolean' || typeof value === 'number'
  const advice = scalar ? `Write it in quotes: "${value}".` : 'Write it as one string.'
  report.reject(
    field === 'annotations' ? shimRules.annotationNotString : shimRules.malformedResource,
    `The value of the ${field === 'annotations' ? 'annotation' : 'label'} ${key} is ${typeInWords(value)}, but Kubernetes accepts strings only and would refuse this resource. ${advice}`,
    {
      path,
      ...currentValue(value),
      ...(scalar && { proposedValue: String(value) }),
    },
  )
}

function textAt(object: Fields, key: string): string {
  const value = at(object, key)
  return typeof value === 'string' ? value : ''
}
