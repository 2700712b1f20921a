import type { Json, Severity } from '../../../src/manifest/finding.ts'

/** The fields of `spec` in an IngressShim, as far as the user set any. */
export type Settings = Readonly<Record<string, unknown>>

export interface RenderRequest {
  readonly kind: 'render'
  readonly text: string
  readonly settings: Settings
  /** The day on which certificates are judged: 2026-11-24. */
  readonly today: string
}

export interface FixRequest {
  readonly kind: 'fix'
  readonly text: string
  readonly fix: Fix
}

/** What the page asks the worker for. */
export type Request = RenderRequest | FixRequest

/** A question as it is sent; its answer has the same number. */
export interface Asked {
  readonly id: number
  readonly request: Request
}

/** What the worker answers: a rendering, or the text with the fix. */
export interface Answers {
  readonly render: Rendering
  readonly fix: string
}

/** What the function makes of a text. */
export interface Rendering {
  /** Why the text can't be read, in a sentence; then there is nothing else. */
  readonly problem?: string
  /** The whole text as the command writes it. */
  readonly output: string
  readonly changes: readonly ShownChange[]
  readonly results: readonly ShownResult[]
  /** How long the function itself took. */
  readonly milliseconds: number
}

/** What happens to a resource, usually a Certificate. */
export interface ShownChange {
  readonly kind: 'created' | 'updated' | 'removed'
  readonly resource: string
  /** The resource as it is then, as YAML; empty where it is removed. */
  readonly text: string
}

export interface ShownResult {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  /** `Ingress prod/shop`; empty for what is about the settings. */
  readonly resource: string
  readonly path: string
  /** From 1; undefined for what is about the settings. */
  readonly line?: number
  readonly fix?: Fix
}

/** A proposed value, and where it goes. */
export interface Fix {
  /** The item's position in the input. */
  readonly position: number
  /** The field in Kubernetes' own notation. */
  readonly path: string
  readonly currentValue?: Json
  readonly proposedValue: Json
}
