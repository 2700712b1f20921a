import type { Resource } from '../../../resource.ts'
import { isFilledInLater } from '../../../values/filled-in-later.ts'
import type { NamedHost } from '../../source.ts'

/** A host as Traefik compares it: in lower case, and without a dot at its end. */
export function hostAsTraefikReads(named: NamedHost, resource: Resource): NamedHost {
  const { host, path, written = host } = named
  if (isFilledInLater(host, resource)) return named
  const lower = host.toLowerCase()
  const read = lower.endsWith('.') ? lower.slice(0, -1) : lower
  return read === host ? named : { host: read, path, written }
}
