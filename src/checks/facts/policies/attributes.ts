import { annotation, foreignAnnotation } from '../../../shim/annotations.ts'
import type { CertificateSpec } from '../../../shim/certificates/certificate.ts'
import { subjectLists } from '../../../shim/fields/subject.ts'

/** Something in a request that a policy allows by its value. */
export interface Attribute {
  /** Below `spec.allowed` of the policy. */
  readonly path: string
  /** The field of the policy with its globs: only an attribute that has one value has one. */
  readonly globsIn: 'value' | 'values'
  /** The annotation that asks for it. */
  readonly key: string
  valuesOf(spec: CertificateSpec): readonly string[]
}

/** Those that a Certificate of a source can have, in the order in which approver-policy looks at them. */
export const attributes: readonly Attribute[] = [
  {
    path: 'commonName',
    globsIn: 'value',
    key: annotation.commonName,
    valuesOf: ({ commonName }) => one(commonName),
  },
  {
    path: 'dnsNames',
    globsIn: 'values',
    key: annotation.altNames,
    valuesOf: ({ dnsNames }) => dnsNames ?? [],
  },
  {
    path: 'ipAddresses',
    globsIn: 'values',
    key: annotation.ipSans,
    valuesOf: ({ ipAddresses }) => ipAddresses ?? [],
  },
  { path: 'uris', globsIn: 'values', key: foreignAnnotation.uriSans, valuesOf: ({ uris }) => uris ?? [] },
  {
    path: 'emailAddresses',
    globsIn: 'values',
    key: annotation.emailSans,
    valuesOf: ({ emailAddresses }) => emailAddresses ?? [],
  },
  ...subjectLists.map(([list, key]) => ({
    path: `subject.${list}`,
    globsIn: 'values' as const,
    key,
    valuesOf: ({ subject }: CertificateSpec) => subject?.[list] ?? [],
  })),
  {
    path: 'subject.serialNumber',
    globsIn: 'value',
    key: annotation.subjectSerialNumber,
    valuesOf: ({ subject }) => one(subject?.serialNumber),
  },
]

function one(value: string | undefined): readonly string[] {
  return value === undefined || value === '' ? [] : [value]
}
