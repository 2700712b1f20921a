import { groupOf } from '../../manifest/manifest.ts'
import { gateway } from './kinds/gateway-api/gateway.ts'
import { listenerSet } from './kinds/gateway-api/listener-set.ts'
import { ingress } from './kinds/ingress/ingress.ts'
import type { SourceKind } from './source-kind.ts'

/** Every kind of source there is. */
const sourceKinds: readonly SourceKind[] = [ingress, gateway, listenerSet]

/** The kind of source that an item is by its apiVersion and kind, or undefined. */
export function sourceKindOf(apiVersion: string, kind: string): SourceKind | undefined {
  return sourceKinds.find((one) => one.kind === kind && one.apiVersions.includes(apiVersion))
}

/** The same by any version of its group: an ownerReference may be older than the manifest. */
export function sourceKindOfGroup(group: string, kind: string): SourceKind | undefined {
  return sourceKinds.find(
    (one) => one.kind === kind && one.apiVersions.some((apiVersion) => groupOf(apiVersion) === group),
  )
}

/** The current version of a kind of source, by its kind alone. */
export function currentApiVersionOf(kind: string): string | undefined {
  return sourceKinds.find((one) => one.kind === kind)?.apiVersions[0]
}
