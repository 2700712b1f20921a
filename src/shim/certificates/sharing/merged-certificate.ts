import { certificateAnnotation } from '../../annotations.ts'
import type { Certificate, CertificateSpec } from '../certificate.ts'
import type { Parts } from './shared-secrets.ts'

/** The fields that are united; all others are the same in each part, or only one has them. */
export const unitedFields = ['dnsNames', 'ipAddresses', 'emailAddresses', 'uris'] as const

type UnitedField = (typeof unitedFields)[number]

/**
 * One Certificate for what several sources want in one Secret: their names in list order, the labels that all of them have (one
 * says which application or release a resource belongs to), and the annotations that any of them has.
 */
export function mergedCertificate(parts: Parts): Certificate {
  const certificates = parts.map(({ certificate }) => certificate)
  const [first] = parts
  const { labels, ...metadata } = first.certificate.metadata
  const common = commonLabels(certificates)
  return {
    ...first.certificate,
    metadata: {
      ...metadata,
      ...(Object.keys(common).length > 0 && { labels: common }),
      annotations: unitedAnnotations(certificates),
    },
    spec: unitedSpec(certificates, first.certificate.spec),
  }
}

/** In the order in which the fields of an unshared one are written. */
function unitedSpec(certificates: readonly Certificate[], first: CertificateSpec): CertificateSpec {
  const { secretName, issuerRef, dnsNames, ipAddresses, emailAddresses, uris, commonName, ...others } = first
  const [named] = certificates.flatMap(({ spec }) => spec.commonName ?? [])
  return {
    secretName,
    issuerRef,
    ...united('dnsNames', certificates),
    ...united('ipAddresses', certificates),
    ...united('uris', certificates),
    ...(named !== undefined && { commonName: named }),
    ...united('emailAddresses', certificates),
    ...others,
  }
}

/** Each name once; one that is written in two ways stays as it comes first. */
function united(
  field: UnitedField,
  certificates: readonly Certificate[],
): Pick<CertificateSpec, UnitedField> {
  const names = new Map<string, string>()
  for (const { spec } of certificates) {
    for (const name of spec[field] ?? []) {
      const key = name.toLowerCase()
      if (!names.has(key)) names.set(key, name)
    }
  }
  return names.size === 0 ? {} : { [field]: [...names.values()] }
}

function commonLabels(certificates: readonly Certificate[]): Readonly<Record<string, string>> {
  const [first, ...others] = certificates.map(
    ({ metadata }) => new Map(Object.entries(metadata.labels ?? {})),
  )
  const common = [...(first ?? [])].filter(([key, value]) => others.every((one) => one.get(key) === value))
  return Object.fromEntries(common)
}

function unitedAnnotations(certificates: readonly Certificate[]): Readonly<Record<string, string>> {
  const references = certificates.map(({ metadata }) => metadata.annotations[certificateAnnotation.source])
  const all = certificates.map(({ metadata }) => metadata.annotations)
  return Object.assign({}, ...all, { [certificateAnnotation.source]: references.join() })
}
