import type { Certificate } from '../certificate.ts'

/**
 * How a field is compared and written: as one value; as a duration, which can be written in several ways; or key by key,
 * where every key comes from the source, or only those that this function manages.
 */
export type FieldForm = 'value' | 'duration' | 'every key' | 'managed keys'

export interface FieldTable {
  readonly [key: string]: FieldForm | FieldTable
}

/** A table with a line for each field of a `T`: one that is forgotten, or doesn't exist, fails to compile. */
type FieldsOf<T> = { readonly [Key in keyof T]-?: FormOf<NonNullable<T[Key]>> }

type FormOf<Value> = Value extends string
  ? 'value' | 'duration'
  : Value extends number | readonly unknown[]
    ? 'value'
    : Value extends Readonly<Record<string, string>>
      ? string extends keyof Value
        ? 'every key' | 'managed keys'
        : FieldsOf<Value>
      : FieldsOf<Value>

interface EditableFields {
  readonly metadata: Omit<Certificate['metadata'], 'name' | 'namespace'>
  readonly spec: Certificate['spec']
}

/** Every field of a Certificate that this function can set, and so removes where the source doesn't ask for it. */
export const certificateFields = {
  metadata: {
    labels: 'every key',
    annotations: 'managed keys',
  },
  spec: {
    secretName: 'value',
    issuerRef: {
      name: 'value',
      kind: 'value',
      group: 'value',
    },
    commonName: 'value',
    dnsNames: 'value',
    ipAddresses: 'value',
    emailAddresses: 'value',
    uris: 'value',
    subject: {
      organizations: 'value',
      organizationalUnits: 'value',
      countries: 'value',
      provinces: 'value',
      localities: 'value',
      postalCodes: 'value',
      streetAddresses: 'value',
      serialNumber: 'value',
    },
    duration: 'duration',
    renewBefore: 'duration',
    renewBeforePercentage: 'value',
    usages: 'value',
    privateKey: {
      algorithm: 'value',
      encoding: 'value',
      size: 'value',
      rotationPolicy: 'value',
    },
    revisionHistoryLimit: 'value',
    secretTemplate: {
      annotations: 'every key',
      labels: 'every key',
    },
  },
} as const satisfies FieldsOf<EditableFields>
