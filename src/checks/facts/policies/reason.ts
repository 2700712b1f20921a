import type { FieldOfFinding } from '../../../manifest/finding.ts'
import type { Source } from '../../../shim/sources/source.ts'
import { type AskedCertificate, annotationField } from '../requests.ts'

/** Why a policy denies a request, and the source and its field that ask for what it denies. */
export interface Reason {
  /** A part of a sentence, which begins with the field of the policy. */
  readonly text: string
  readonly source: Source
  readonly field: FieldOfFinding
}

/** Of what an annotation of the source asks for. */
export function reasonAt(text: string, { source }: AskedCertificate, key: string): Reason {
  return { text, source, field: annotationField(source, key) }
}
