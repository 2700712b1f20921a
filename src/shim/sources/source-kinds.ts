import { gateway } from './gateway.ts'
import { ingress } from './ingress.ts'
import { listenerSet } from './listener-set.ts'
import type { SourceKind } from './source.ts'

/** Every kind of source there is. */
const sourceKinds: readonly SourceKind[] = [ingress, gateway, listenerSet]

/** The kind of source that an item is by its apiVersion and kind, or undefined. */
export function sourceKindOf(apiVersion: string, kind: string): SourceKind | undefined {
  return sourceKinds.find((one) => one.kind === kind && one.apiVersions.includes(apiVersion))
}
