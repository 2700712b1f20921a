import type { Resource } from '../../shim/resource.ts'
import { gateway } from '../../shim/sources/kinds/gateway-api/gateway.ts'
import { listenerSet } from '../../shim/sources/kinds/gateway-api/listener-set.ts'
import type { SourceKind } from '../../shim/sources/source-kind.ts'
import type { CheckedList } from '../check.ts'
import { ByName } from './by-name.ts'
import { oncePerList } from './once-per-list.ts'

/** The Gateways of the list, sources or not. */
export const gatewaysOf = oncePerList((list) => new ByName(resourcesOf(gateway, list)))

/** The ListenerSets of the list, sources or not. */
export const listenerSetsOf = oncePerList((list) => new ByName(resourcesOf(listenerSet, list)))

function resourcesOf({ kind, apiVersions }: SourceKind, { resources }: CheckedList): readonly Resource[] {
  return resources.filter((resource) => resource.kind === kind && apiVersions.includes(resource.apiVersion))
}
