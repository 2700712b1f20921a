import type { CheckedList } from '../checks/check.ts'
import { at } from '../manifest/manifest.ts'
import type { Resource } from '../shim/resource.ts'
import { isRoute } from '../shim/sources/kinds/gateway-api/routes/attached-routes.ts'
import type { NamedHost, Source } from '../shim/sources/source.ts'
import { sourceKindOf } from '../shim/sources/source-kinds.ts'
import { HostNames } from '../shim/values/hosts.ts'
import type { CertificateEntry, Reason, UncoveredHost } from './inventory.ts'

/** The hosts that resources of a set name, and that none of its Certificates is for. */
export function uncoveredHostsIn(
  list: CheckedList,
  certificates: readonly CertificateEntry[],
): readonly UncoveredHost[] {
  const kept = certificates.filter(({ state }) => state !== 'removed')
  const names = new HostNames(kept.flatMap(({ hosts }) => hosts))
  const sources = new Map(list.sources.map((source) => [source.position, source]))
  return list.resources
    .filter(({ position }) => list.isOwn(position))
    .flatMap((resource) => {
      const source = sources.get(resource.position)
      return eachOnce(hostsOf(resource, source))
        .filter(({ host }) => host !== '' && !names.cover(host))
        .map((named) => uncovered(named, resource, source, list))
    })
}

function uncovered(
  { host, path }: NamedHost,
  resource: Resource,
  source: Source | undefined,
  list: CheckedList,
): UncoveredHost {
  const { kind, name, namespace, position } = resource
  const identity = sourceKindOf(resource.apiVersion, kind)?.identity ?? kind
  return {
    host,
    namespace,
    resource: { reference: `${identity}/${name}`, position, field: path },
    reason: reasonFor(resource, source, list),
  }
}

function reasonFor(resource: Resource, source: Source | undefined, list: CheckedList): Reason {
  if (source !== undefined) return source.isRejected ? 'source-rejected' : 'not-in-tls'
  const kind = sourceKindOf(resource.apiVersion, resource.kind)
  const named = kind?.namedSecrets(resource, list.options, list.neighbours) ?? []
  return named.some(({ name }) => name !== '') ? 'other-secret' : 'no-tls'
}

/** The hosts that a resource routes, listens for or wants in a Certificate, and where it names them. */
function hostsOf(resource: Resource, source: Source | undefined): readonly NamedHost[] {
  const routes = sourceKindOf(resource.apiVersion, resource.kind)?.routes?.(resource)
  return [
    ...(routes?.hosts ?? []),
    ...(routes?.aliases ?? []).map(({ host, annotation }) => ({
      host,
      path: `metadata.annotations[${annotation}]`,
    })),
    ...(source?.tls.secrets ?? []).flatMap(({ hosts }) => hosts),
    ...hostsOfGatewayApi(resource),
  ]
}

/** Listeners take hosts, and Routes bring theirs to them. */
function hostsOfGatewayApi({ apiVersion, kind, object }: Resource): readonly NamedHost[] {
  if (isRoute(apiVersion, kind)) {
    return listAt(object, 'hostnames').map((host, index) => named(host, `spec.hostnames[${index}]`))
  }
  if (!apiVersion.startsWith('gateway.networking.k8s.io/')) return []
  return listAt(object, 'listeners').map((listener, index) =>
    named(at(listener, 'hostname'), `spec.listeners[${index}].hostname`),
  )
}

function named(host: unknown, path: string): NamedHost {
  return { host: typeof host === 'string' ? host : '', path }
}

function listAt(object: unknown, key: string): readonly unknown[] {
  const list = at(object, 'spec', key)
  return Array.isArray(list) ? list : []
}

function eachOnce(hosts: readonly NamedHost[]): readonly NamedHost[] {
  return [...new Map([...hosts].reverse().map((named) => [named.host, named])).values()].reverse()
}
