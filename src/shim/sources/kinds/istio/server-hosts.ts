import { isTemplate } from '../../../../manifest/placeholder.ts'
import type { Report } from '../../../../manifest/report.ts'
import type { Resource } from '../../../resource.ts'
import { shimRules } from '../../../rules.ts'
import { isFilledInLater } from '../../../values/filled-in-later.ts'
import { HostNames } from '../../../values/hosts.ts'
import type { NamedHost } from '../../source.ts'
import type { SourceContext } from '../../source-kind.ts'
import type { RouteHost, RouteHosts } from '../gateway-api/routes/route-hosts.ts'
import type { Server, ServerHost } from './server.ts'
import { hostsBoundTo } from './virtual-services.ts'

/** Stands for all hosts. */
const all = '*'

/**
 * The hosts that a server wants a certificate for: its own, and those of the VirtualServices that bind to it and that no
 * name covers yet. Of a server for all hosts, VirtualServices alone say which these are.
 */
export function hostsOfServer(
  { hosts }: Server,
  gateway: Resource,
  { resources, report }: SourceContext,
): readonly NamedHost[] {
  const named = hosts.filter(({ host }) => host !== all)
  const bound = hostsBoundTo(gateway, resources)
  const names = new HostNames(named.map(({ host }) => host))
  const wanted: NamedHost[] = [...named]
  for (const one of named.length > 0 ? named : hosts) {
    for (const { host, route } of within(one, bound)) {
      if (isTemplate(host)) reportTemplate(host, route, one, report)
      else if (!names.cover(host)) {
        names.add(host)
        wanted.push({ host, path: one.path, written: one.written ?? one.host })
      }
    }
  }
  return wanted
}

/** The hosts of VirtualServices that a server takes for one of its own, and that are more precise than that. */
function within({ host, namespace }: ServerHost, bound: RouteHosts): readonly RouteHost[] {
  if (host !== all && !host.startsWith('*.')) return []
  const suffix = host.slice(1)
  return bound
    .within(host === all ? '' : host)
    .filter(({ route }) => [namespace, route.namespace].includes('') || namespace === route.namespace)
    .filter((one) => one.host.endsWith(suffix) || isFilledInLater(one.host, one.route))
    .sort((a, b) => a.order - b.order)
}

function reportTemplate(host: string, { name }: Resource, { path }: ServerHost, report: Report): void {
  report.reject(
    shimRules.templateNotRendered,
    `The VirtualService ${name} has the host ${host}, a template that nobody has rendered, so the hosts of this server are not known, and nothing is generated. Render the chart first, and give the result to this function.`,
    { path, currentValue: host },
  )
}
