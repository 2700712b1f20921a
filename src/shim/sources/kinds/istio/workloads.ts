import { isLocalConfig } from '../../../../manifest/local-config.ts'
import { at, groupOf, isFields } from '../../../../manifest/manifest.ts'
import { oncePer } from '../../../../manifest/once-per.ts'
import type { Resource } from '../../../resource.ts'

/** Where the labels of the pods of each type are; a Service has those that it selects them by. */
const labelPaths: ReadonlyMap<string, readonly string[]> = new Map([
  ['Deployment.apps', ['spec', 'template', 'metadata', 'labels']],
  ['DaemonSet.apps', ['spec', 'template', 'metadata', 'labels']],
  ['StatefulSet.apps', ['spec', 'template', 'metadata', 'labels']],
  ['Service.', ['spec', 'selector']],
])

/** The types that say where the pods of a gateway run. */
export const workloadTypes: readonly string[] = [...labelPaths.keys()]

/** The namespaces in which a list has the pods that a Gateway selects, over all namespaces as Istio does. */
export function namespacesOfWorkloads(gateway: Resource, resources: readonly Resource[]): readonly string[] {
  const pairs = pairsOf(at(gateway.object, 'spec', 'selector'))
  const [rarest] = pairs
    .map((pair) => workloadsByLabel(resources).get(pair) ?? [])
    .sort((a, b) => a.length - b.length)
  const selected = (rarest ?? []).filter(({ labels }) => pairs.every((pair) => labels.has(pair)))
  const namespaces = new Set(selected.map(({ namespace }) => namespace))
  // One without a namespace says nothing, unless the Gateway has none either.
  if (gateway.namespace !== '') namespaces.delete('')
  return [...namespaces]
}

interface Workload {
  readonly namespace: string
  /** As `key=value`. */
  readonly labels: ReadonlySet<string>
}

const workloadsByLabel = oncePer((resources: readonly Resource[]) => {
  const byLabel = new Map<string, Workload[]>()
  for (const { apiVersion, kind, object, namespace } of resources) {
    const path = labelPaths.get(`${kind}.${groupOf(apiVersion)}`)
    if (path === undefined || isLocalConfig(object)) continue
    const labels = new Set(pairsOf(at(object, ...path)))
    for (const pair of labels) {
      const others = byLabel.get(pair)
      if (others === undefined) byLabel.set(pair, [{ namespace, labels }])
      else others.push({ namespace, labels })
    }
  }
  return byLabel
})

function pairsOf(labels: unknown): readonly string[] {
  return isFields(labels) ? Object.entries(labels).map(([key, value]) => `${key}=${value}`) : []
}
