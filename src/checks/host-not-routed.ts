import { nginxAnnotation } from '../shim/annotations.ts'
import { covers } from '../shim/hosts.ts'
import type { Resource } from '../shim/resource.ts'
import { ingress } from '../shim/sources/ingress.ts'
import type { WantedHost } from '../shim/sources/source.ts'
import type { Check, CheckedList } from './check.ts'
import { isHost } from './facts/host-text.ts'
import { hasDefaultBackend, type IngressHosts, ingressHosts, ruleHostsOf } from './facts/ingress-hosts.ts'
import { oncePerList } from './facts/once-per-list.ts'

/** A certificate for a host that nothing serves: often a slip in one of two spellings. */
export const hostNotRouted: Check = {
  rule: {
    id: 'host-not-routed',
    severity: 'info',
    summary: 'A TLS block has a host that no rule of an Ingress serves.',
  },
  *find(list) {
    for (const hosts of ingressHosts(list)) {
      for (const { host, path } of unroutedHosts(hosts, list)) {
        yield {
          rule: this.rule,
          message: `A certificate is asked for ${host}, but no rule of this Ingress, nor of another in the package, serves that host. Check its spelling, add a rule for it, or take it out of the TLS block.`,
          position: hosts.source.position,
          field: { path, currentValue: host },
        }
      }
    }
  },
}

function unroutedHosts({ source, rules }: IngressHosts, list: CheckedList): readonly WantedHost[] {
  // Without any rule there is nothing to compare with; the API server refuses such an Ingress.
  if (rules.length === 0) return []
  const unnamed: WantedHost[] = []
  for (const { hosts } of source.tls.secrets) {
    for (const host of hosts) if (!rules.includes(host.host) && isHost(host.host)) unnamed.push(host)
  }
  if (unnamed.length === 0 || rules.includes('') || hasDefaultBackend(source)) return []
  const served = servedBeside(rules, source)
  return unnamed.filter(
    ({ host }) => !served.some((other) => overlap(host, other)) && !isServedElsewhere(host, list),
  )
}

/** The hosts of the rules, and those that ingress-nginx serves with them. */
function servedBeside(rules: readonly string[], { annotations }: Resource): readonly string[] {
  return [
    ...rules,
    ...(annotations.get(nginxAnnotation.serverAlias) ?? '').split(',').map((alias) => alias.trim()),
    ...(annotations.get(nginxAnnotation.fromToWwwRedirect) === 'true'
      ? rules.map((host) => (host.startsWith('www.') ? host.slice(4) : `www.${host}`))
      : []),
  ]
}

function overlap(a: string, b: string): boolean {
  return covers(a, b) || covers(b, a)
}

/** Often one Ingress has the TLS blocks and others the rules. */
function isServedElsewhere(host: string, list: CheckedList): boolean {
  const served = servedInList(list)
  const parent = host.slice(host.indexOf('.'))
  return served.has(host) || served.has(`*${parent}`) || (host.startsWith('*.') && served.has(parent))
}

/** Every host that an Ingress of the list serves and, with its dot, the domain of each. */
const servedInList = oncePerList(({ resources }): ReadonlySet<string> => {
  const hosts = new Set<string>()
  for (const resource of resources) {
    if (resource.kind !== ingress.kind || !ingress.apiVersions.includes(resource.apiVersion)) continue
    for (const host of servedBeside(ruleHostsOf(resource), resource)) {
      hosts.add(host).add(host.slice(host.indexOf('.')))
    }
  }
  return hosts
})
