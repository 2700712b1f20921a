import type { NamedHost, TlsConfiguration } from './source.ts'

/** The one Secret that a resource names for all of its hosts; an empty name is as good as none. */
export interface OneSecret {
  readonly namespace: string
  readonly name: string
  /** The field that names it. */
  readonly path: string
  readonly hosts: readonly NamedHost[]
}

/** The TLS configuration of a resource that has one certificate for all of its hosts. */
export function tlsOfOneSecret(
  secret: OneSecret,
  { field, entryName }: Pick<TlsConfiguration, 'field' | 'entryName'>,
): TlsConfiguration {
  const { namespace, name, path, hosts } = secret
  return {
    field,
    entryName,
    entries: 1,
    secrets: name === '' || hosts.length === 0 ? [] : [secret],
    named: name === '' ? [] : [{ namespace, name, path }],
    hosts: hosts.map(({ host }) => host),
    coversAllHosts: false,
  }
}
