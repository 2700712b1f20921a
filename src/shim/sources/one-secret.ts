import type { TlsConfiguration, WantedSecret } from './source.ts'

/** The TLS configuration of a resource that has one certificate for all of its hosts; an empty name is as good as none. */
export function tlsOfOneSecret(
  { hosts, ...named }: WantedSecret,
  { field, entryName }: Pick<TlsConfiguration, 'field' | 'entryName'>,
): TlsConfiguration {
  return {
    field,
    entryName,
    entries: 1,
    secrets: named.name === '' || hosts.length === 0 ? [] : [{ ...named, hosts }],
    named: named.name === '' ? [] : [named],
    hosts: hosts.map(({ host }) => host),
    coversAllHosts: false,
  }
}
