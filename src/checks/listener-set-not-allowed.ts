import { at } from '../manifest/manifest.ts'
import type { Resource } from '../shim/resource.ts'
import { allowedListenersOf } from '../shim/sources/gateway.ts'
import { listenerSet, parentOf } from '../shim/sources/listener-set.ts'
import type { Check } from './check.ts'
import { gatewaysOf } from './facts/gateways.ts'

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
function reasonAgainst(
  { namespace }: Resource,
  gatewayNamespace: string,
  gateway: Resource,
): string | undefined {
  const { from, selector } = allowedListenersOf(gateway)
  if (from === 'None') return 'allows no ListenerSets'
  if (namespace === '') return undefined
  if (from === 'Same' && namespace !== gatewayNamespace)
    return `allows ListenerSets of its own namespace ${gatewayNamespace} only`
  if (from === 'Selector' && namespace !== (namespaceSelectedBy(selector) ?? namespace))
    return `allows ListenerSets of the namespace ${namespaceSelectedBy(selector)} only`
  return undefined
}

/** Namespaces are labelled with their name by Kubernetes itself; which other labels they have, the list doesn't say. */
function namespaceSelectedBy(selector: unknown): string | undefined {
  const name = at(selector, 'matchLabels', 'kubernetes.io/metadata.name')
  return typeof name === 'string' ? name : undefined
}
