import { at } from '../../../manifest/manifest.ts'
import type { Resource } from '../../resource.ts'
import { shimRules } from '../../rules.ts'
import { certManagerKind } from '../cert-manager-kind.ts'
import type { NamedHost, Routes, TlsConfiguration } from '../source.ts'
import type { SourceContext } from '../source-kind.ts'
import { readHosts, readTlsBlocks, reportSkippedBlocks, type TlsBlock, tlsOfBlocks } from '../tls-blocks.ts'
import { eachSecretOnce } from '../wanted-secrets.ts'

/** A RouteGroup of Skipper: one Certificate for each Secret that its TLS blocks name. */
export const routeGroup = certManagerKind({
  kind: 'RouteGroup',
  apiVersions: ['zalando.org/v1'],
  tlsFields: ['tls', 'hosts'],
  routes,
  readTls,
})

/** Skipper takes the hosts of a TLS block that `spec.hosts` has too: `addRouteGroupTLS` of its dataclients/kubernetes. */
function readTls(resource: Resource, { report }: SourceContext): TlsConfiguration {
  const routed = readHosts(at(resource.object, 'spec', 'hosts'), 'spec.hosts', report)
  const names = new Set(routed.hosts.map(({ host }) => host))
  const isRouted = ({ host }: NamedHost) => names.has(host) || !routed.areAllHosts
  const blocks = readTlsBlocks(resource, report)
  reportSkippedBlocks(blocks, report)
  for (const { hosts, path } of blocks) {
    if (hosts.length === 0 || hosts.some(isRouted)) continue
    report.warn(
      shimRules.tlsHostsMissing,
      'No host of this TLS block is among spec.hosts, so Skipper skips it, and it gets no Certificate. Add its hosts to spec.hosts.',
      { path: `${path}.hosts` },
    )
  }
  const served = blocks.map((block): TlsBlock => ({ ...block, hosts: block.hosts.filter(isRouted) }))
  const tls = tlsOfBlocks(served, resource)
  return {
    ...tls,
    secrets: eachSecretOnce(tls.secrets),
    coversAllHosts: blocks.some(({ areAllHosts }) => !areAllHosts),
    unrouted: blocks.flatMap(({ hosts }) => hosts.filter((host) => !isRouted(host))),
  }
}

function routes({ object }: Resource): Routes {
  const entries = at(object, 'spec', 'hosts')
  const hosts = (Array.isArray(entries) ? entries : []).flatMap((host: unknown, index) =>
    typeof host === 'string' ? [{ host, path: `spec.hosts[${index}]` }] : [],
  )
  return { hosts, aliases: [], servesAllHosts: hosts.length === 0 }
}
