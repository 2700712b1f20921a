/** How much a finding matters, in the words of the KRM functions specification; the worst first. */
export const severities = ['error', 'warning', 'info'] as const

export type Severity = (typeof severities)[number]

/** What a field of a manifest can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** The field of a source (or other item) that a finding is about. */
export interface FieldOfFinding {
  /** Kubernetes' own notation: `metadata.annotations[cert-manager.io/duration]`, `spec.tls[1].secretName`. */
  readonly path: string
  /** The value today; left out where the field is absent. */
  readonly currentValue?: Json
  /** The value that it should have, where there is one right answer. */
  readonly proposedValue?: Json
}

/** Something that a reader of the results should know about one item of the list. */
export interface Finding {
  /** The rule's stable id, in kebab-case. */
  readonly rule: string
  readonly severity: Severity
  /** One or two sentences: what is wrong, why it matters, what to do. */
  readonly message: string
  /** The item's position in the list. */
  readonly position: number
  readonly field?: FieldOfFinding
  /** On an info that text output shows although it leaves out others. */
  readonly alwaysShown?: boolean
}

/** Whether a value that came from outside can be said in a result. */
export function isJson(value: unknown): value is Json {
  return (
    value !== undefined &&
    typeof value !== 'function' &&
    typeof value !== 'symbol' &&
    typeof value !== 'bigint'
  )
}
