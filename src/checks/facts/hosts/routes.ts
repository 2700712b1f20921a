import type { Resource } from '../../../shim/resource.ts'
import type { Routes, Source } from '../../../shim/sources/source.ts'
import { sourceKindOf } from '../../../shim/sources/source-kinds.ts'
import { isFilledInLater } from '../../../shim/values/filled-in-later.ts'
import { HostNames } from '../../../shim/values/hosts.ts'
import { oncePerList } from '../once-per-list.ts'

/** The sources that route hosts themselves, as an Ingress does and a Gateway doesn't. */
export const routingSources = oncePerList(
  ({ sources }): readonly { readonly source: Source; readonly routes: Routes }[] =>
    sources.flatMap((source) => {
      const routes = source.sourceKind.routes?.(source)
      return routes === undefined ? [] : [{ source, routes }]
    }),
)

/** Every host that a resource of the list routes, whether it is a source or not; undefined where one is filled in later. */
export const routedHosts = oncePerList(({ resources, duplicates }): HostNames | undefined => {
  const hosts = new HostNames([])
  for (const resource of [...resources, ...duplicates]) {
    const routes = routesOf(resource)
    for (const { host } of [...(routes?.hosts ?? []), ...(routes?.aliases ?? [])]) {
      if (isFilledInLater(host, resource)) return undefined
      hosts.add(host)
    }
  }
  return hosts
})

/** The hosts that rules of the list name, without their aliases. */
export const hostsInRules = oncePerList(
  ({ resources }): ReadonlySet<string> =>
    new Set(resources.flatMap((resource) => routesOf(resource)?.hosts.map(({ host }) => host) ?? [])),
)

function routesOf(resource: Resource): Routes | undefined {
  return sourceKindOf(resource.apiVersion, resource.kind)?.routes?.(resource)
}
