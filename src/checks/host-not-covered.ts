import { HostNames } from '../shim/hosts.ts'
import type { NamedHost, Routes, Source } from '../shim/sources/source.ts'
import type { Check } from './check.ts'
import { hostMeantBy, isHost } from './facts/host-text.ts'
import { routingSources } from './facts/routes.ts'

/** A host that is served, beside others that have certificates, without one. */
export const hostNotCovered: Check = {
  rule: {
    id: 'host-not-covered',
    severity: 'warning',
    summary: 'A resource routes a host that its TLS configuration does not cover.',
  },
  *find(list) {
    for (const { source, routes } of routingSources(list)) {
      const { entryName } = source.tls
      for (const { host, path } of uncoveredHosts(routes, source)) {
        yield {
          rule: this.rule,
          message: `No ${entryName} of this ${source.kind} covers ${host}, so browsers get another certificate there, or none. Add the host to the ${entryName} that it belongs to, or switch this rule off if you want plain HTTP.`,
          position: source.position,
          field: { path, currentValue: host },
        }
      }
    }
  },
}

function uncoveredHosts({ hosts }: Routes, { tls, fields }: Source): Iterable<NamedHost> {
  if (tls.entries === 0 || tls.coversAllHosts) return []
  const named = new Set(tls.hosts)
  const uncovered = hosts.filter(({ host }) => !named.has(host) && isHost(host))
  if (uncovered.length === 0) return []
  // ingress-nginx looks for the host among the names of the certificates, too.
  const names = new HostNames([...named, ...fields.altNames].map((name) => hostMeantBy(name) ?? name))
  return eachOnce(uncovered.filter(({ host }) => !names.cover(host)))
}

function eachOnce(hosts: readonly NamedHost[]): Iterable<NamedHost> {
  const firsts = new Map<string, NamedHost>()
  for (const named of hosts) if (!firsts.has(named.host)) firsts.set(named.host, named)
  return firsts.values()
}
