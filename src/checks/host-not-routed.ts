import type { NamedHost, Routes, Source } from '../shim/sources/source.ts'
import type { Check, CheckedList } from './check.ts'
import { hostField } from './facts/hosts/host-field.ts'
import { isHost } from './facts/hosts/host-text.ts'
import { routedHosts, routingSources } from './facts/hosts/routes.ts'

/** A certificate for a host that nothing serves: often a slip in one of two spellings. */
export const hostNotRouted: Check = {
  rule: {
    id: 'host-not-routed',
    severity: 'info',
    summary: 'A certificate is for a host that no resource of the package routes.',
  },
  *find(list) {
    for (const { source, routes } of routingSources(list)) {
      for (const named of source.tls.unrouted ?? []) {
        yield {
          rule: this.rule,
          message: `No route of this ${source.kind} is for ${named.host}, so its controller doesn't serve that host with this certificate, and the host is left out of it. Check its spelling, add it to the hosts of this ${source.kind}, or remove it from the ${source.tls.entryName}.`,
          position: source.position,
          field: hostField(named),
        }
      }
      for (const named of unroutedHosts(routes, source, list)) {
        yield {
          rule: this.rule,
          message: `This certificate is for ${named.host}, but no rule of this ${source.kind}, nor of another resource in the package, serves that host. Check its spelling, add a rule for it, or remove it from the ${source.tls.entryName}.`,
          position: source.position,
          field: hostField(named),
        }
      }
    }
  },
}

function unroutedHosts(routes: Routes, source: Source, list: CheckedList): readonly NamedHost[] {
  // Without any rule there is nothing to compare with; the API server refuses such an Ingress.
  if (routes.servesAllHosts || routes.hosts.length === 0) return []
  const own = new Set(routes.hosts.map(({ host }) => host))
  const isUnrouted = ({ host }: NamedHost) =>
    !own.has(host) && isHost(host) && routedHosts(list)?.overlap(host) === false
  return source.tls.secrets.flatMap(({ hosts }) => hosts.filter(isUnrouted))
}
