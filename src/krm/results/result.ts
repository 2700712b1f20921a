import type { Severity } from '../../manifest/finding.ts'

/** A result as the KRM functions specification has it. */
export interface Result {
  readonly message: string
  readonly severity: Severity
  readonly resourceRef?: {
    readonly apiVersion: string
    readonly kind: string
    readonly name: string
    readonly namespace?: string
  }
  readonly field?: {
    readonly path: string
    readonly currentValue?: unknown
    readonly proposedValue?: unknown
  }
  readonly file?: { readonly path: string; readonly index?: number }
  readonly tags?: Readonly<Record<string, string>>
}
