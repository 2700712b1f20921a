/** A result as the KRM functions specification has it. */
export interface Result {
  readonly message: string
  readonly severity: 'error' | 'warning' | 'info'
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
