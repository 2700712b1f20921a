import type { FieldOfFinding } from '../../../manifest/finding.ts'
import { at, isFields } from '../../../manifest/manifest.ts'
import type { Problem } from '../../../manifest/rule.ts'
import { sameValue } from '../../../manifest/same-value.ts'
import { annotation, certificateAnnotation } from '../../annotations.ts'
import { issuerKeyOf } from '../../issuers/issuer.ts'
import { shimRules } from '../../rules.ts'
import { settingPath } from '../../sources/own-settings.ts'
import { referenceFrom } from '../../sources/reference.ts'
import { fieldOfSecret } from '../../sources/source.ts'
import type { CertificateSpec } from '../certificate.ts'
import { asksForTheSame } from '../certificates-by-secret.ts'
import type { DesiredCertificate } from '../desired-certificates.ts'
import { annotationBehind } from '../edits/removed-fields.ts'
import { unitedFields } from './merged-certificate.ts'
import type { Parts } from './shared-secrets.ts'

/** A field in which two sources of a shared Secret contradict each other. */
interface Conflict {
  readonly part: DesiredCertificate
  readonly other: DesiredCertificate
  readonly path: readonly string[]
  /** Undefined where it isn't set. */
  readonly here: unknown
  readonly there: unknown
}

/** Where sources that share a Secret contradict each other. */
export function conflictsOf(parts: Parts): readonly Conflict[] {
  const [first, ...others] = parts
  return others.flatMap((part, index) => [
    ...differences(part, first),
    ...contradictions(part, parts.slice(0, index + 1)),
  ])
}

const notCompared: readonly string[] = ['commonName', ...unitedFields]

/** The fields of which there is one value, or none, for all. */
function differences(part: DesiredCertificate, other: DesiredCertificate): readonly Conflict[] {
  const [here, there] = [comparable(part.certificate.spec), comparable(other.certificate.spec)]
  return [...differingPaths(['spec'], here, there)].map((path) => {
    const valueIn = ({ certificate }: DesiredCertificate): unknown => at(certificate, ...path)
    return { part, other, path, here: valueIn(part), there: valueIn(other) }
  })
}

function comparable(spec: CertificateSpec): unknown {
  return Object.fromEntries(Object.entries(spec).filter(([key]) => !notCompared.includes(key)))
}

function* differingPaths(
  path: readonly string[],
  here: unknown,
  there: unknown,
): Iterable<readonly string[]> {
  if (sameValue(here, there)) return
  const isWhole = path.at(-1) === 'issuerRef'
  if (isWhole || ![here, there].every(mayHaveFields)) {
    yield path
    return
  }
  for (const key of new Set([here, there].filter(isFields).flatMap((fields) => Object.keys(fields)))) {
    yield* differingPaths([...path, key], at(here, key), at(there, key))
  }
}

function mayHaveFields(value: unknown): boolean {
  return value === undefined || isFields(value)
}

/** The fields that one source alone may set: the common name, and the annotations of the Certificate. */
function contradictions(
  part: DesiredCertificate,
  earlier: readonly DesiredCertificate[],
): readonly Conflict[] {
  const paths = [
    ['spec', 'commonName'],
    ...Object.keys(part.certificate.metadata.annotations)
      .filter((key) => key !== certificateAnnotation.source)
      .map((key) => ['metadata', 'annotations', key]),
  ]
  return paths.flatMap((path) => {
    const here: unknown = at(part.certificate, ...path)
    const isOther = (value: unknown) => value !== undefined && value !== here
    const other = earlier.find(({ certificate }) => isOther(at(certificate, ...path)))
    if (here === undefined || other === undefined) return []
    return { part, other, path, here, there: at(other.certificate, ...path) }
  })
}

/** Reports each conflict, and the sources without one that get no Certificate because of it. */
export function reportConflicts(parts: Parts, conflicts: readonly Conflict[], problems: Problem[]): void {
  const [first, ...others] = parts
  for (const conflict of conflicts) problems.push(problemOf(conflict, first))
  const [cause] = conflicts
  const inConflict = new Set(conflicts.map(({ part }) => part))
  for (const part of others) {
    if (cause === undefined || inConflict.has(part) || asksForTheSame(part, first)) continue
    problems.push(problemOfBystander(part, cause, first))
  }
}

function problemOf({ part, other, path, here, there }: Conflict, first: DesiredCertificate): Problem {
  const { source, secret } = part
  return {
    rule: shimRules.secretShared,
    message: `${referenceOf(part)} and ${referenceOf(other)} share the Secret ${secret.name}, which has one Certificate, but ${fieldName(path)} is ${inWords(here)} in the first and ${inWords(there)} in the second. ${untilThen(first)} Make the two the same, or use another secretName here.`,
    position: source.position,
    field: fieldOf(path, part),
  }
}

function problemOfBystander(part: DesiredCertificate, cause: Conflict, first: DesiredCertificate): Problem {
  const { source, secret } = part
  return {
    rule: shimRules.secretShared,
    message: `The Secret ${secret.name} can't be shared as long as ${referenceOf(cause.part)} and ${referenceOf(cause.other)} differ in ${fieldName(cause.path)}. ${untilThen(first)} Make those two the same, or use another secretName here.`,
    position: source.position,
    field: fieldOfSecret(secret),
  }
}

function untilThen(first: DesiredCertificate): string {
  return `Until then, its certificate is that of ${referenceOf(first)} alone, without the hosts of this one.`
}

function referenceOf({ source, secret }: DesiredCertificate): string {
  return referenceFrom(secret.namespace, source)
}

function fieldName([top, ...rest]: readonly string[]): string {
  return top === 'metadata' ? `the annotation ${rest.at(-1)}` : ['spec', ...rest].join('.')
}

function inWords(value: unknown): string {
  if (value === undefined) return 'not set'
  if (typeof value === 'string' && value !== '') return value
  return isFields(value) && value.name !== undefined ? issuerInWords(value) : JSON.stringify(value)
}

function issuerInWords({
  name,
  kind = 'Issuer',
  group = 'cert-manager.io',
}: Readonly<Record<string, unknown>>): string {
  return `${kind} ${name}${group === 'cert-manager.io' ? '' : ` of ${group}`}`
}

/** Where the source of a part says what its Certificate holds. */
function fieldOf(path: readonly string[], { source, secret }: DesiredCertificate): FieldOfFinding {
  const key = path[1] === 'issuerRef' ? issuerKey(source) : keyBehind(path)
  if (key === undefined) return fieldOfSecret(secret)
  const currentValue = source.annotations.get(key)
  return {
    path: settingPath(source.sourceKind, key),
    ...(currentValue !== undefined && { currentValue }),
  }
}

function issuerKey(source: DesiredCertificate['source']): string {
  const { clusterIssuer } = annotation
  return source.annotations.has(clusterIssuer) ? clusterIssuer : issuerKeyOf(source)
}

function keyBehind(path: readonly string[]): string | undefined {
  return path[1] === 'usages' ? annotation.usages : annotationBehind(path)
}
