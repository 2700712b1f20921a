import { formatDuration } from '../go/duration.ts'
import { isIpAddress } from '../go/ip.ts'
import { parseMailAddress } from '../go/mail.ts'
import { annotation, annotationPath } from './annotations.ts'
import type { CertificateSpec } from './certificate.ts'
import type { Lifetime } from './fields/lifetime.ts'
import type { FieldOfFinding } from './finding.ts'
import {
  annotationsFit,
  byteLength,
  isDnsSubdomain,
  isLabelValue,
  isQualifiedName,
} from './kubernetes-names.ts'
import type { Source, WantedSecret } from './source.ts'

/** One reason for which cert-manager's webhook would refuse a Certificate. */
export interface Refusal {
  /** The field of the Certificate that the webhook names. */
  readonly certificateField: string
  /** The field of the source that it comes from. */
  readonly field: FieldOfFinding
  /** What is wrong and what to do, in a sentence or two. */
  readonly problem: string
}

/** `MinimumCertificateDuration`, `MinimumRenewBefore` and `DefaultCertificateDuration` of cert-manager's API, in nanoseconds. */
const hour = 3_600_000_000_000n
const minimumDuration = hour
const minimumRenewBefore = hour / 12n
const defaultDuration = 2160n * hour

/**
 * Everything for which the webhook would refuse a Certificate that ingress-shim made, in its order.
 * The rules are `ValidateCertificateSpec` of cert-manager's `internal/apis/certmanager/validation`.
 */
export function refusals(spec: CertificateSpec, secret: WantedSecret, source: Source): readonly Refusal[] {
  return [
    ...secretNameRefusals(secret),
    ...issuerRefusals(spec, source),
    ...commonNameRefusals(spec, source),
    ...ipAddressRefusals(spec, source),
    ...emailAddressRefusals(spec, source),
    ...lifetimeRefusals(source.fields.lifetime, source),
    ...secretTemplateRefusals(spec, source),
  ]
}

function secretNameRefusals({ name, path }: WantedSecret): readonly Refusal[] {
  if (isDnsSubdomain(name)) return []
  return [
    {
      certificateField: 'spec.secretName',
      field: { path, currentValue: name },
      problem: `"${name}" can't be the name of a Secret. Use lower case letters, digits, "-" and ".", 253 characters at most, with a letter or digit at both ends.`,
    },
  ]
}

/** Without a group, or with cert-manager's own, the kind can only be one of its two. */
function issuerRefusals({ issuerRef }: CertificateSpec, source: Source): readonly Refusal[] {
  const { group = 'cert-manager.io', kind = 'Issuer' } = issuerRef
  if (group !== 'cert-manager.io' || ['Issuer', 'ClusterIssuer'].includes(kind)) return []
  return [
    refusal('spec.issuerRef.kind', annotation.issuerKind, source, {
      problem: `The group cert-manager.io has no issuers of kind ${kind}, only Issuer and ClusterIssuer. For an external issuer, name its group too, with ${annotation.issuerGroup} (or defaultIssuerGroup).`,
    }),
  ]
}

function commonNameRefusals({ commonName = '' }: CertificateSpec, source: Source): readonly Refusal[] {
  if (commonName === '') return []
  const bytes = byteLength(commonName)
  if (bytes <= 64) return []
  return [
    refusal('spec.commonName', annotation.commonName, source, {
      problem: `A common name can have 64 bytes at most, and this one has ${bytes}. Use a shorter one, or leave it out: clients look at the DNS names.`,
    }),
  ]
}

function ipAddressRefusals({ ipAddresses = [] }: CertificateSpec, source: Source): readonly Refusal[] {
  return ipAddresses.flatMap((address, index) =>
    isIpAddress(address)
      ? []
      : refusal(`spec.ipAddresses[${index}]`, annotation.ipSans, source, {
          problem: `"${address}" is not an IP address. List addresses separated by commas, without blanks, leading zeros or zones.`,
          ...trimmed(source.annotations.get(annotation.ipSans), isIpAddress),
        }),
  )
}

function emailAddressRefusals({ emailAddresses = [] }: CertificateSpec, source: Source): readonly Refusal[] {
  return emailAddresses.flatMap((address, index) =>
    isBareMailAddress(address)
      ? []
      : refusal(`spec.emailAddresses[${index}]`, annotation.emailSans, source, {
          problem: `"${address}" is not a bare e-mail address. List addresses such as ops@example.com separated by commas, without blanks or names.`,
          ...trimmed(source.annotations.get(annotation.emailSans), isBareMailAddress),
        }),
  )
}

function isBareMailAddress(text: string): boolean {
  const parsed = parseMailAddress(text)
  return 'value' in parsed && parsed.value === text
}

/** A newer cert-manager trims the blanks around each part itself: propose what it would read. */
function trimmed(
  text: string | undefined,
  isValid: (part: string) => boolean,
): { readonly proposedValue?: string } {
  const parts = (text ?? '').split(',').map((part) => part.trim())
  return parts.every(isValid) ? { proposedValue: parts.join(',') } : {}
}

function lifetimeRefusals(
  { duration, renewBefore, renewBeforePercentage }: Lifetime,
  source: Source,
): readonly Refusal[] {
  // The webhook looks at the percentage only where one of the other two is set.
  if (duration === undefined && renewBefore === undefined) return []
  const lives = duration ?? defaultDuration
  return [
    ...durationRefusals(lives, source),
    ...(renewBefore !== undefined && renewBeforePercentage !== undefined ? exclusiveRefusals(source) : []),
    ...(renewBefore !== undefined ? renewBeforeRefusals(renewBefore, lives, source) : []),
    ...(renewBeforePercentage !== undefined ? percentageRefusals(renewBeforePercentage, lives, source) : []),
  ]
}

function durationRefusals(lives: bigint, source: Source): readonly Refusal[] {
  if (lives >= minimumDuration) return []
  return [
    refusal('spec.duration', annotation.duration, source, {
      problem: `A certificate lives for an hour at least, and this is ${formatDuration(lives)}. Give it more, such as 2160h for 90 days.`,
    }),
  ]
}

function exclusiveRefusals(source: Source): readonly Refusal[] {
  const problem = `${annotation.renewBefore} and ${annotation.renewBeforePercentage} can't both be set. Remove one of the two.`
  return [
    refusal('spec.renewBefore', annotation.renewBefore, source, { problem }),
    refusal('spec.renewBeforePercentage', annotation.renewBeforePercentage, source, { problem }),
  ]
}

function renewBeforeRefusals(renewBefore: bigint, lives: bigint, source: Source): readonly Refusal[] {
  const refuse = (problem: string) => refusal('spec.renewBefore', annotation.renewBefore, source, { problem })
  return [
    ...(renewBefore < minimumRenewBefore
      ? [
          refuse(
            `Renewal starts five minutes before expiry at the latest, and this is ${formatDuration(renewBefore)}. Give it more, such as 720h for 30 days.`,
          ),
        ]
      : []),
    ...(renewBefore >= lives
      ? [
          refuse(
            `The certificate would be renewed ${formatDuration(renewBefore)} before it expires, but it lives for ${formatDuration(lives)} only. Make this shorter than ${annotation.duration}.`,
          ),
        ]
      : []),
  ]
}

function percentageRefusals(percentage: number, lives: bigint, source: Source): readonly Refusal[] {
  const refuse = (problem: string) =>
    refusal('spec.renewBeforePercentage', annotation.renewBeforePercentage, source, { problem })
  const renewBefore = percentageOf(lives, percentage)
  return [
    ...(renewBefore < minimumRenewBefore
      ? [
          refuse(
            `At ${percentage} percent of ${formatDuration(lives)} less than five minutes are left for the renewal. Use a smaller percentage.`,
          ),
        ]
      : []),
    ...(renewBefore >= lives
      ? [
          refuse(
            `At ${percentage} percent of its life the certificate would be renewed the moment it is issued. Use a percentage from 1 to 99.`,
          ),
        ]
      : []),
  ]
}

/**
 * How long before its expiry a certificate is renewed, computed as the webhook does: in 32-bit integers and then in
 * floating point, where a result that doesn't fit 64 bits becomes the smallest integer.
 */
function percentageOf(lives: bigint, percentage: number): bigint {
  const renewBefore = Math.trunc((Number(lives) * ((100 - percentage) | 0)) / 100)
  const fits = Math.abs(renewBefore) < 2 ** 63
  return fits ? BigInt(renewBefore) : -(2n ** 63n)
}

function secretTemplateRefusals(
  { secretTemplate = {} }: CertificateSpec,
  source: Source,
): readonly Refusal[] {
  const { labels = {}, annotations = {} } = secretTemplate
  const refuse = (part: 'labels' | 'annotations', problem: string) =>
    refusal(`spec.secretTemplate.${part}`, annotation.secretTemplate, source, { problem })
  const advice =
    'A key is a name of 63 characters at most, with an optional DNS prefix and a slash before it.'
  return [
    ...Object.entries(labels).flatMap(([key, value]) => [
      ...(isQualifiedName(key) ? [] : [refuse('labels', `"${key}" can't be the key of a label. ${advice}`)]),
      ...(isLabelValue(value)
        ? []
        : [
            refuse(
              'labels',
              `"${value}" can't be the value of the label ${key}. It can have letters, digits, "-", "_" and ".", 63 characters at most.`,
            ),
          ]),
    ]),
    ...Object.keys(annotations).flatMap((key) =>
      isQualifiedName(key.toLowerCase())
        ? []
        : [refuse('annotations', `"${key}" can't be the key of an annotation. ${advice}`)],
    ),
    ...(annotationsFit(annotations)
      ? []
      : [refuse('annotations', 'The annotations are larger than 256 KiB together. Put less into them.')]),
  ]
}

function refusal(
  certificateField: string,
  key: string,
  source: Source,
  { problem, proposedValue }: { readonly problem: string; readonly proposedValue?: string },
): Refusal {
  const currentValue = source.annotations.get(key)
  return {
    certificateField,
    field: {
      path: annotationPath(key),
      ...(currentValue !== undefined && { currentValue }),
      ...(proposedValue !== undefined && { proposedValue }),
    },
    problem,
  }
}
