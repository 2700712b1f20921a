import type { FieldOfFinding } from '../manifest/finding.ts'
import type { Routes, Source } from '../shim/sources/source.ts'
import { isFilledInLater } from '../shim/values/filled-in-later.ts'
import { HostNames } from '../shim/values/hosts.ts'
import type { Check, CheckedList } from './check.ts'
import { hostField } from './facts/hosts/host-field.ts'
import { hostMeantBy, isHost } from './facts/hosts/host-text.ts'
import { hostsInRules, routingSources } from './facts/hosts/routes.ts'
import { annotationField } from './facts/requests.ts'

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
      for (const { host, field } of uncoveredHosts(routes, source, list)) {
        yield {
          rule: this.rule,
          message: `No ${entryName} of this ${source.kind} covers ${host}, so browsers get another certificate there, or none. Add the host to the ${entryName} that it belongs to, or switch this rule off if you want plain HTTP.`,
          position: source.position,
          field,
        }
      }
    }
  },
}

interface ServedHost {
  readonly host: string
  readonly field: FieldOfFinding
}

function uncoveredHosts(routes: Routes, source: Source, list: CheckedList): Iterable<ServedHost> {
  const { tls, fields } = source
  if (tls.entries === 0 || tls.coversAllHosts) return []
  const named = new Set(tls.hosts)
  const uncovered = servedHosts(routes, source, list).filter(({ host }) => !named.has(host) && isHost(host))
  if (uncovered.length === 0) return []
  if ([...named, ...fields.altNames].some((name) => isFilledInLater(name, source))) return []
  // ingress-nginx looks for the host among the names of the certificates, too.
  const names = new HostNames([...named, ...fields.altNames].map((name) => hostMeantBy(name) ?? name))
  return eachOnce(uncovered.filter(({ host }) => !names.cover(host)))
}

function servedHosts({ hosts, aliases }: Routes, source: Source, list: CheckedList): readonly ServedHost[] {
  return [
    ...hosts.map((named) => ({ host: named.host, field: hostField(named) })),
    // A host of a rule takes the place of an alias: ingress-nginx's docs/user-guide/nginx-configuration/annotations.md.
    ...aliases
      .filter(({ host }) => !hostsInRules(list).has(host))
      .map(({ host, annotation }) => ({ host, field: annotationField(source, annotation) })),
  ]
}

function eachOnce(hosts: readonly ServedHost[]): Iterable<ServedHost> {
  const firsts = new Map<string, ServedHost>()
  for (const served of hosts) if (!firsts.has(served.host)) firsts.set(served.host, served)
  return firsts.values()
}
