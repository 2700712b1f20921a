import { listenerAnnotation } from '../annotations.ts'
import type { Options } from '../options.ts'
import type { Resource } from '../resource.ts'
import { type Listener, listenersOf } from './listener.ts'
import { reportSkipped } from './skipped-listener.ts'
import type { NamedHost, TlsConfiguration, WantedSecret } from './source.ts'
import type { SourceContext } from './source-kind.ts'

/** The protocols of listeners that Gateway API itself has TLS for. */
const tlsProtocols = ['HTTPS', 'TLS']

/**
 * The TLS configuration of a Gateway or ListenerSet: its listeners that terminate TLS, grouped by the Secret that they
 * name. The rule is `handleGatewayAPIListeners` of cert-manager's certificate-shim.
 */
export function readListeners(resource: Resource, { options, report }: SourceContext): TlsConfiguration {
  const listeners = listenersOf(resource, report)
  const tlsListeners = listeners.filter((listener) => speaksTls(listener, options))
  const ignored = ignoredListeners(resource)
  const terminating = tlsListeners.filter(
    ({ name, tls }) => tls?.mode !== 'Passthrough' && !ignored.has(name),
  )
  const served = terminating.filter((listener) => !reportSkipped(listener, resource, report))
  return {
    field: 'spec.listeners',
    entryName: 'TLS listener',
    entries: tlsListeners.length,
    secrets: secretsOf(served),
    named: new Set(listeners.flatMap(({ tls }) => tls?.certificateRefs.map(({ name }) => name) ?? [])),
    hosts: tlsListeners.map(({ hostname }) => hostname),
    coversAllHosts: false,
  }
}

function speaksTls({ protocol }: Listener, options: Options): boolean {
  return tlsProtocols.includes(protocol) || options.gatewayAPIExtraProtocols.includes(protocol)
}

function ignoredListeners({ annotations }: Resource): ReadonlySet<string> {
  const names = annotations.get(listenerAnnotation.ignoreTlsListeners)?.split(',') ?? []
  return new Set(names.map((name) => name.trim()))
}

/** One for each Secret that is named, with the hosts of all listeners that name it. */
function secretsOf(listeners: readonly Listener[]): readonly WantedSecret[] {
  const secrets = new Map<string, { name: string; path: string; hosts: NamedHost[] }>()
  for (const { path, hostname, tls } of listeners) {
    const host = { host: hostname, path: `${path}.hostname` }
    for (const reference of tls?.certificateRefs ?? []) {
      const { name } = reference
      const secret = secrets.get(name)
      if (secret === undefined) secrets.set(name, { name, path: `${reference.path}.name`, hosts: [host] })
      else secret.hosts.push(host)
    }
  }
  return [...secrets.values()]
}
