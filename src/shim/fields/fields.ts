import { formatDuration } from '../../go/duration.ts'
import type { Report } from '../../manifest/report.ts'
import { annotation } from '../annotations.ts'
import type { CertificateSpec } from '../certificates/certificate.ts'
import type { Resource } from '../resource.ts'
import type { SourceKind } from '../sources/source-kind.ts'
import { type Lifetime, lifetime, revisionHistoryLimit } from './lifetime.ts'
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
 * rule is `translateAnnotations` of cert-manager's certificate-shim.
 */
export function annotatedFields(resource: Resource, report: Report, sourceKind: SourceKind): AnnotatedFields {
  const annotations = new AnnotationReader(resource, report, sourceKind)
  const life = lifetime(annotations)
  return {
    altNames: annotations.split(annotation.altNames),
    ipSans: annotations.split(annotation.ipSans),
    lifetime: life,
    spec: specOf(annotations, life),
  }
}

function specOf(annotations: AnnotationReader, life: Lifetime): AnnotatedFields['spec'] {
  const commonName = annotations.get(annotation.commonName) ?? ''
  // Unlike the other lists, an empty value is split as well and gives one empty address.
  const emails = annotations.get(annotation.emailSans)
  const emailAddresses = emails === undefined ? undefined : annotations.splitText(emails)
  const { duration, renewBefore, renewBeforePercentage } = life
  const namedSubject = subject(annotations)
  const key = privateKey(annotations)
  const limit = revisionHistoryLimit(annotations)
  const template = secretTemplate(annotations)
  // One by one, since spreads take several times as long and lists have tens of thousands of sources.
  const spec: { -readonly [Field in keyof AnnotatedFields['spec']]: AnnotatedFields['spec'][Field] } = {}
  if (commonName !== '') spec.commonName = commonName
  if (emailAddresses !== undefined) spec.emailAddresses = emailAddresses
  if (namedSubject !== undefined) spec.subject = namedSubject
  if (duration !== undefined) spec.duration = formatDuration(duration)
  if (renewBefore !== undefined) spec.renewBefore = formatDuration(renewBefore)
  if (renewBeforePercentage !== undefined) spec.renewBeforePercentage = renewBeforePercentage
  spec.usages = usages(annotations)
  if (key !== undefined) spec.privateKey = key
  if (limit !== undefined) spec.revisionHistoryLimit = limit
  if (template !== undefined) spec.secretTemplate = template
  return spec
}
