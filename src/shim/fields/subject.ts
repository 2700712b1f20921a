import { parseCsvRecord } from '../../go/csv.ts'
import { annotation } from '../annotations.ts'
import type { Subject } from '../certificates/certificate.ts'
import type { AnnotationReader } from './reader.ts'

/** The lists of a subject, and the annotation that each is read from. */
export const subjectLists = [
  ['organizations', annotation.subjectOrganizations],
  ['organizationalUnits', annotation.subjectOrganizationalUnits],
  ['countries', annotation.subjectCountries],
  ['provinces', annotation.subjectProvinces],
  ['localities', annotation.subjectLocalities],
  ['postalCodes', annotation.subjectPostalCodes],
  ['streetAddresses', annotation.subjectStreetAddresses],
] as const

/** `spec.subject` from the `subject-*` annotations, or undefined where there is none. */
export function subject(annotations: AnnotationReader): Subject | undefined {
  const found: { -readonly [Field in keyof Subject]: Subject[Field] } = {}
  for (const [field, key] of subjectLists) {
    const values = csv(key, annotations)
    if (values !== undefined) found[field] = values
  }
  const serialNumber = annotations.get(annotation.subjectSerialNumber)
  if (serialNumber !== undefined && serialNumber !== '') found.serialNumber = serialNumber
  return Object.keys(found).length > 0 ? found : undefined
}

function csv(key: string, annotations: AnnotationReader): readonly string[] | undefined {
  const text = annotations.get(key)
  if (text === undefined) return undefined
  const masked = annotations.masked(text)
  const record = parseCsvRecord(masked.text)
  if ('value' in record) return masked.unmask(record.value)
  return annotations.invalid(
    key,
    record.problem,
    'Write the values separated by commas on one line, and put a value that contains a comma in double quotes.',
  )
}
