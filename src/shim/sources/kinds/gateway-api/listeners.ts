import { listenerAnnotation } from '../../../annotations.ts'
import type { Resource } from '../../../resource.ts'
import type { NamedHost, NamedSecret, TlsConfiguration, WantedSecret } from '../../source.ts'
import type { SourceContext } from '../../source-kind.ts'
import { eachSecretOnce } from '../../wanted-secrets.ts'
import { type CertificateRef, type Listener, listenersOf } from './listener.ts'
import { hostsByRoutes } from './routes/listener-hosts.ts'
import { reportMisspelt, reportSkipped } from './skipped-listener.ts'

/** The protocols of listeners that Gateway API itself has TLS for. */
const tlsProtocols = ['HTTPS', 'TLS']

/**
 * The TLS configuration of a Gateway or ListenerSet: its listeners that terminate TLS, grouped by the Secret that they
 * name. The rule is `handleGatewayAPIListeners` of cert-manager's certificate-shim.
 */
export function readListeners(resource: Resource, context: SourceContext): TlsConfiguration {
  const { options, report } = context
  const protocols = [...tlsProtocols, ...options.gatewayAPIExtraProtocols]
  const ignored = new Set(ignoredListeners(resource))
  const isIgnored = ({ name }: Listener) => name !== undefined && ignored.has(name)
  const listeners = listenersOf(resource, report)
  const misspelt = listeners.filter(
    (listener) => !isIgnored(listener) && reportMisspelt(listener, protocols, report),
  )
  const tlsListeners = listeners.filter(({ protocol = '' }) => protocols.includes(protocol))
  const terminating = tlsListeners.filter((listener) => !isPassedThrough(listener) && !isIgnored(listener))
  const served = terminating
    .filter((listener) => !reportSkipped(listener, resource, report, options))
    .map((listener) => ({ listener, hosts: hostsOf(listener, resource, context) }))
  return {
    field: 'spec.listeners',
    entryName: 'TLS listener',
    entries: tlsListeners.length + misspelt.length,
    secrets: eachSecretOnce(served.flatMap((listener) => wantedBy(listener, resource))),
    named: listeners.flatMap((listener) => namedBy(listener, resource)),
    hosts: tlsListeners.map(({ hostname }) => hostname ?? ''),
    coversAllHosts: false,
  }
}

/** The names of the listeners that get no Certificate. */
export function ignoredListeners({ annotations }: Resource): readonly string[] {
  const names = annotations.get(listenerAnnotation.ignoreTlsListeners)?.split(',') ?? []
  return names.map((name) => name.trim())
}

/**
 * A Secret of another namespace counts as one of the source's own namespace, too: `secretNameUsedIn` of cert-manager's
 * certificate-shim compares names alone.
 */
function namedBy(listener: Listener, resource: Resource): readonly NamedSecret[] {
  return referencesOf(listener).flatMap(({ name, namespace, path }) =>
    [...new Set([resource.namespace, namespace || resource.namespace])].map((one) => ({
      namespace: one,
      name: name ?? '',
      path: `${path}.name`,
    })),
  )
}

function isPassedThrough({ tls }: Listener): boolean {
  return typeof tls === 'object' && tls.mode === 'Passthrough'
}

function referencesOf({ tls }: Listener): readonly CertificateRef[] {
  return typeof tls === 'object' ? (tls.certificateRefs ?? []) : []
}

/** The hosts that a listener wants a certificate for. */
function hostsOf(listener: Listener, resource: Resource, context: SourceContext): readonly NamedHost[] {
  if (context.options.gatewayHosts === 'routes') return hostsByRoutes(listener, resource, context)
  const { hostname: host, path } = listener
  return host === undefined ? [] : [{ host, path: `${path}.hostname` }]
}

/** A listener that can have a Certificate, and the hosts that it wants one for. */
interface ServedListener {
  readonly listener: Listener
  readonly hosts: readonly NamedHost[]
}

function wantedBy({ listener, hosts }: ServedListener, { namespace }: Resource): readonly WantedSecret[] {
  if (hosts.length === 0) return []
  return referencesOf(listener).flatMap(({ name, path }) =>
    name === undefined ? [] : [{ namespace, name, path: `${path}.name`, hosts }],
  )
}
