import type { FieldOfFinding } from '../../manifest/finding.ts'
import { settingPath } from '../sources/own-settings.ts'
import type { Source } from '../sources/source.ts'

/** One reason for which cert-manager's webhook would refuse a Certificate. */
export interface Refusal {
  /** The field of the Certificate that the webhook names. */
  readonly certificateField: string
  /** The field of the source that it comes from. */
  readonly field: FieldOfFinding
  /** What is wrong and what to do, in a sentence or two. */
  readonly problem: string
}

/** A refusal of what an annotation of the source has put into a field of the Certificate. */
export function refusal(
  certificateField: string,
  key: string,
  source: Source,
  { problem, proposedValue }: { readonly problem: string; readonly proposedValue?: string },
): Refusal {
  const currentValue = source.annotations.get(key)
  return {
    certificateField,
    field: {
      path: settingPath(source.sourceKind, key),
      ...(currentValue !== undefined && { currentValue }),
      ...(proposedValue !== undefined && { proposedValue }),
    },
    problem,
  }
}
