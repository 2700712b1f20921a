import { nearest } from '../../manifest/nearest.ts'
import { annotation } from '../annotations.ts'
import type { AnnotationReader } from './reader.ts'

/** The usages that a CertificateSpec can name: `KeyUsage` of cert-manager's API. */
const keyUsages = [
  'signing',
  'digital signature',
  'content commitment',
  'key encipherment',
  'key agreement',
  'data encipherment',
  'cert sign',
  'crl sign',
  'encipher only',
  'decipher only',
  'any',
  'server auth',
  'client auth',
  'code signing',
  'email protection',
  's/mime',
  'ipsec end system',
  'ipsec tunnel',
  'ipsec user',
  'timestamping',
  'ocsp signing',
  'microsoft sgc',
  'netscape sgc',
]

/** What cert-manager asks for where nothing is annotated. */
const defaultUsages = ['digital signature', 'key encipherment']

/** `spec.usages`: those of the annotation, separated by commas, or the two defaults. */
export function usages(annotations: AnnotationReader): readonly string[] {
  const text = annotations.get(annotation.usages)
  if (text === undefined) return defaultUsages
  // Blanks only are trimmed, as Go's strings.Trim(usage, " ") does.
  const named = text.split(',').map((usage) => usage.replace(/^ +| +$/g, ''))
  const unknown = [...new Set(named)].filter((usage) => !keyUsages.includes(usage))
  if (unknown.length === 0) return named
  const corrected = named.map((usage) => nearest(usage, keyUsages))
  annotations.invalid(
    annotation.usages,
    `${unknown.map((usage) => `"${usage}"`).join(', ')} ${unknown.length === 1 ? 'is not a usage' : 'are not usages'} that cert-manager knows`,
    `The usages are: ${keyUsages.join(', ')}.`,
    corrected.every((usage) => usage !== undefined) ? corrected.join(',') : undefined,
  )
  return defaultUsages
}
