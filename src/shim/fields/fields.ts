import { annotation } from '../annotations.ts'
import type { CertificateSpec } from '../certificate.ts'
import type { Report } from '../report.ts'
import type { Resource } from '../resource.ts'
import { durationText, type Lifetime, lifetime, revisionHistoryLimit } from './lifetime.ts'
import { privateKey } from './private-key.ts'
import { AnnotationReader } from './reader.ts'
import { secretTemplate } from './secret-template.ts'
import { subject } from './subject.ts'
import { usages } from './usages.ts'

/** What the annotations of a source say about each of its Certificates. */
export interface AnnotatedFields {
  readonly altNames: readonly string[]
  readonly ipSans: readonly string[]
  readonly lifetime: Lifetime
  /** Everything that is the same for all Certificates of the source. */
  readonly spec: Omit<CertificateSpec, 'secretName' | 'issuerRef' | 'dnsNames' | 'ipAddresses'>
}

/**
 * Translates a source's annotations to fields of a CertificateSpec, and reports all values that can't be read. The
 * rule is `translateAnnotations` of cert-manager's certificate-shim, v1.21.
 */
export function annotatedFields(resource: Resource, report: Report): AnnotatedFields {
  const annotations = new AnnotationReader(resource, report)
  const life = lifetime(annotations)
  const emailSans = annotations.get(annotation.emailSans)
  return {
    altNames: annotations.split(annotation.altNames),
    ipSans: annotations.split(annotation.ipSans),
    lifetime: life,
    spec: withoutUndefined({
      commonName: annotations.get(annotation.commonName) || undefined,
      // Unlike the other two lists, an empty value is split as well and gives one empty address.
      emailAddresses: emailSans?.split(','),
      subject: subject(annotations),
      duration: durationText(life.duration),
      renewBefore: durationText(life.renewBefore),
      renewBeforePercentage: life.renewBeforePercentage,
      usages: usages(annotations),
      privateKey: privateKey(annotations),
      revisionHistoryLimit: revisionHistoryLimit(annotations),
      secretTemplate: secretTemplate(annotations),
    }),
  }
}

type Defined<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> }

function withoutUndefined<T extends object>(fields: T): Defined<T> {
  const defined: Defined<T> = {}
  for (const key in fields) {
    const value = fields[key]
    if (value !== undefined) Object.assign(defined, { [key]: value })
  }
  return defined
}
