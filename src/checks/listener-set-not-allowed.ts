import type { Resource } from '../shim/resource.ts'
import { allowedListenersOf } from '../shim/sources/kinds/gateway-api/gateway.ts'
import { listenerSet, parentOf } from '../shim/sources/kinds/gateway-api/listener-set.ts'
import { isFilledInLater } from '../shim/values/filled-in-later.ts'
import type { Check } from './check.ts'
import { gatewaysOf } from './facts/gateways.ts'
import { selectedNamespaces } from './facts/selected-namespaces.ts'

/** A ListenerSet at a Gateway that doesn't take it: its listeners are never served. */
export const listenerSetNotAllowed: Check = {
  rule: {
    id: 'listener-set-not-allowed',
    severity: 'error',
    summary: 'The parent Gateway does not allow the ListenerSet to attach.',
  },
  *find(list) {
    for (const source of list.sources) {
      if (source.sourceKind !== listenerSet) continue
      const parent = parentOf(source)
      const gateway = gatewaysOf(list).find(parent.namespace, parent.name)
      const reason = gateway === undefined ? undefined : reasonAgainst(source, parent.namespace, gateway)
      if (reason === undefined) continue
      yield {
        rule: this.rule,
        message: `The Gateway ${parent.name} ${reason}, so the listeners of this ListenerSet will not be served. Let it in with spec.allowedListeners.namespaces of the Gateway, or name another parent.`,
        position: source.position,
        field: { path: 'spec.parentRef.name', currentValue: parent.name },
      }
    }
  },
}

/** Why a Gateway doesn't take a ListenerSet; undefined where it does, or where only the cluster can tell. */
function reasonAgainst(source: Resource, gatewayNamespace: string, gateway: Resource): string | undefined {
  const { namespace } = source
  const { from, selector } = allowedListenersOf(gateway)
  if (isFilledInLater(from, gateway)) return undefined
  if (from === 'None') return 'allows no ListenerSets'
  if (namespace === '' || [source, gateway].some((one) => isFilledInLater(one.namespace, one)))
    return undefined
  if (from === 'Same' && namespace !== gatewayNamespace)
    return `allows ListenerSets of its own namespace ${gatewayNamespace} only`
  const selected = from === 'Selector' ? selectedNamespaces(selector) : undefined
  if (selected === undefined || selected.includes(namespace)) return undefined
  if (selected.some((one) => isFilledInLater(one, gateway))) return undefined
  return `allows ListenerSets of the namespace ${selected.join(', ')} only`
}
