import type { Change } from './shim/change.ts'
import type { Finding } from './shim/finding.ts'
import type { Manifest } from './shim/manifest.ts'
import type { Options } from './shim/options.ts'

/** What a list needs so that it holds the Certificates that its sources ask for, and what is wrong with it. */
export interface Outcome {
  readonly changes: readonly Change[]
  /** In list order; the same input always gives the same findings. */
  readonly findings: readonly Finding[]
}

/** The kinds that the function looks at; all others pass through unread. */
export function wanted(apiVersion: string, kind: string): boolean {
  return kind === 'Ingress' && apiVersion !== ''
}

/** The pure core: manifests and options in, changes and findings out. */
export function ingressShim(_manifests: readonly Manifest[], _options: Options): Outcome {
  return { changes: [], findings: [] }
}
