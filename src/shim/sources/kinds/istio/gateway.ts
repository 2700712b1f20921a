import { Report } from '../../../../manifest/report.ts'
import { istioAnnotation } from '../../../annotations.ts'
import type { Resource } from '../../../resource.ts'
import { shimRules } from '../../../rules.ts'
import { certManagerKind } from '../../cert-manager-kind.ts'
import type { NamedHost, Routes, TlsConfiguration, WantedSecret } from '../../source.ts'
import type { SourceContext } from '../../source-kind.ts'
import { eachSecretOnce } from '../../wanted-secrets.ts'
import type { Credential } from './credential.ts'
import { keyAlgorithms } from './key-algorithms.ts'
import { secretNamespacesOf } from './secret-namespace.ts'
import { readServers, type Server } from './server.ts'
import { hostsOfServer } from './server-hosts.ts'
import { isServed } from './skipped-server.ts'
import { istioGroup, virtualServiceType } from './virtual-services.ts'
import { workloadTypes } from './workloads.ts'

/** A Gateway of Istio: one Certificate for each Secret that its servers name, in the namespace of the gateway's pods. */
export const istioGateway = certManagerKind({
  kind: 'Gateway',
  apiVersions: [`${istioGroup}/v1`, `${istioGroup}/v1beta1`, `${istioGroup}/v1alpha3`],
  tlsFields: ['servers'],
  ownAnnotations: [istioAnnotation.secretNamespace],
  alsoReads: [virtualServiceType, ...workloadTypes],
  routes,
  readTls,
})

function readTls(gateway: Resource, context: SourceContext): TlsConfiguration {
  const { report } = context
  const servers = readServers(gateway, report)
  const tlsServers = servers.filter(({ isTls, credentials }) => isTls || credentials.length > 0)
  const served = servers.filter((server) => isServed(server, report))
  const hostsBy = new Map(served.map((server) => [server, hostsOfServer(server, gateway, context)]))
  for (const [server, hosts] of hostsBy) if (hosts.length === 0) reportNoHosts(server, report)
  const credentials = served.flatMap((server) => server.credentials)
  const namespaces = secretNamespacesOf(gateway, credentials, context)
  const secretsOf = (server: Server, hosts: readonly NamedHost[]) =>
    server.credentials.flatMap((credential) => secretsFor(credential, hosts, namespaces))
  return {
    field: 'spec.servers',
    entryName: 'TLS server',
    entries: tlsServers.length,
    secrets: eachSecretOnce(
      [...hostsBy].flatMap(([server, hosts]) => {
        const algorithms = keyAlgorithms(server, gateway, report)
        const wanted = hosts.length === 0 ? [] : secretsOf(server, hosts)
        return wanted
          .filter(({ isCertain }) => isCertain)
          .map(({ isCertain, ...secret }) => ({ ...secret, ...algorithms.get(secret.path) }))
      }),
    ),
    named: servers.flatMap((server) => secretsOf(server, []).map(({ hosts, isCertain, ...named }) => named)),
    hosts: tlsServers.flatMap((server) => (hostsBy.get(server) ?? server.hosts).map(({ host }) => host)),
    coversAllHosts: false,
  }
}

/** One Secret, or one in each namespace that may be meant, where that isn't clear. */
function secretsFor(
  { name, namespace, path, written }: Credential,
  hosts: readonly NamedHost[],
  namespaces: readonly string[],
): readonly (WantedSecret & { readonly isCertain: boolean })[] {
  const own = written === name ? {} : { written }
  const all = namespace === '' ? namespaces : [namespace]
  return all.map((one) => ({
    namespace: one,
    name,
    path,
    ...own,
    hosts,
    isCertain: all.length === 1,
  }))
}

function reportNoHosts({ path }: Server, report: Report): void {
  report.warn(
    shimRules.tlsHostsMissing,
    'This server has no host of its own, and no VirtualService here gives it one, so it is skipped and gets no Certificate. List its hosts, or put the VirtualServices of this Gateway into the package.',
    { path: `${path}.hosts` },
  )
}

/** What its servers listen for; which of it has a backend, VirtualServices say. */
function routes(gateway: Resource): Routes {
  const servers = readServers(gateway, new Report(gateway.position, []))
  const hosts = servers.flatMap((server) => server.hosts).filter(({ host }) => host !== '*')
  return { hosts, aliases: [], servesAllHosts: true }
}
