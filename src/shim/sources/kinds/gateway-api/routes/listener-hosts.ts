import { isTemplate } from '../../../../../manifest/placeholder.ts'
import type { Report } from '../../../../../manifest/report.ts'
import type { Resource } from '../../../../resource.ts'
import { shimRules } from '../../../../rules.ts'
import type { NamedHost } from '../../../source.ts'
import type { SourceContext } from '../../../source-kind.ts'
import type { Listener } from '../listener.ts'
import { reportWithoutHost } from '../skipped-listener.ts'
import { letsIn } from './allowed-routes.ts'
import { hostsAttachedTo } from './attached-routes.ts'
import { isOpen, type RouteHost } from './route-hosts.ts'

/**
 * The hosts of a listener's Certificate by the Routes that attach to it. A listener for one host has that one; all others have
 * the hosts that their Routes name, and never a wildcard: "Hostnames" of Gateway API says that a certificate covers every
 * hostname in which a listener and a Route intersect, and that no wildcard is made from a hostname.
 */
export function hostsByRoutes(
  listener: Listener,
  parent: Resource,
  { report, resources }: SourceContext,
): readonly NamedHost[] {
  const { hostname } = listener
  if (hostname === undefined) return []
  const path = `${listener.path}.hostname`
  if (hostname !== '' && !hostname.startsWith('*.')) return [{ host: hostname, path }]
  const attached = admitted(hostsAttachedTo(listener, parent, resources), listener, parent, resources, report)
  const templates = attached.filter(({ host }) => isTemplate(host))
  for (const one of templates) reportTemplate(one, listener, report)
  if (templates.length > 0) return []
  const hosts = [...new Set(attached.filter((one) => !isOpen(one)).map(({ host }) => host))]
  if (hostname === '' && hosts.length === 0) reportWithoutHost(listener, report)
  else reportOpen(listener, hosts.length === 0, attached.find(isOpen), report)
  return hosts.map((host) => ({ host, path }))
}

/** The hosts of the Routes that a listener lets in; what only the cluster knows counts as let in. */
function admitted(
  hosts: readonly RouteHost[],
  listener: Listener,
  parent: Resource,
  resources: readonly Resource[],
  report: Report,
): readonly RouteHost[] {
  const answers = new Map<Resource, boolean | undefined>()
  for (const { route } of hosts) {
    if (!answers.has(route)) answers.set(route, letsIn(listener, parent, route, resources))
  }
  const taken = hosts.filter(({ route }) => answers.get(route) !== false)
  const uncertain = taken.find(({ route }) => answers.get(route) === undefined)
  if (uncertain !== undefined) reportUncertain(uncertain, listener, report)
  return taken
}

function reportOpen(
  { name, path, hostname = '' }: Listener,
  hasNoHost: boolean,
  open: RouteHost | undefined,
  report: Report,
): void {
  if (open === undefined && !hasNoHost) return
  const what =
    open === undefined
      ? `No Route here that attaches to the listener ${name || path} names a host below ${hostname}`
      : `The ${described(open)} attaches to the listener ${name || path} for ${open.host || 'all hosts'}`
  report.warn(
    shimRules.gatewayHostUnknown,
    `${what}. Gateway API forbids certificates for wildcards that come from a hostname, so ${hasNoHost ? 'this listener gets none' : 'its Certificate has the other hosts only'}. Name the hosts in the Route, or write a Certificate for the wildcard by hand.`,
    { path: `${path}.hostname`, ...(hostname !== '' && { currentValue: hostname }) },
  )
}

function reportUncertain(host: RouteHost, { name, path }: Listener, report: Report): void {
  report.warn(
    shimRules.gatewayHostUnknown,
    `The listener ${name || path} takes Routes from namespaces by their labels, and those of the namespace of the ${described(host)} are not known here; it is taken to attach. Put its Namespace here as well, and its labels are looked at.`,
    { path: `${path}.allowedRoutes.namespaces.selector` },
  )
}

function reportTemplate(host: RouteHost, { path }: Listener, report: Report): void {
  report.reject(
    shimRules.templateNotRendered,
    `The ${described(host)} attaches to this listener with the host ${host.host}, a template that nobody has rendered, so the hosts of its Certificate are not known, and nothing is generated. Render the chart first, and give the result to this function.`,
    { path, currentValue: host.host },
  )
}

function described({ route: { kind, name, namespace } }: RouteHost): string {
  return `${kind} ${namespace === '' ? '' : `${namespace}/`}${name}`
}
