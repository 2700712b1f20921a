import { visibleJson } from '../../krm/results/visible.ts'
import type { LocatedCertificate, LocatedHost, LocatedInventory, Place } from './located.ts'
import { countsOf } from './wording.ts'

/** Grows when a field changes its meaning or goes; new fields can come at any time. */
const version = 1

/**
 * `{version, summary, certificates: [{state, hosts, namespace, secret, certificate, issuer, sources, key, …}],
 * hostsWithoutCertificate: [{host, namespace, resource, reason}]}`
 */
export function formatJson(inventory: LocatedInventory): string {
  const { uncovered: hostsWithoutCertificate, ...summary } = countsOf(inventory)
  return `${visibleJson({
    version,
    summary: { ...summary, hostsWithoutCertificate },
    certificates: inventory.certificates.map(certificateOf),
    hostsWithoutCertificate: inventory.uncovered.map(hostOf),
  })}\n`
}

function certificateOf(entry: LocatedCertificate) {
  const { issuer, issuerOrigin, sources, lifetime, changedFields } = entry
  return {
    state: entry.state,
    ...(changedFields.length > 0 && { changedFields }),
    hosts: entry.hosts,
    namespace: entry.namespace,
    secret: entry.secret,
    certificate: entry.certificate,
    issuer: { ...issuer, from: issuerOrigin },
    sources: sources.map(placeOf),
    key: entry.key,
    ...(lifetime !== undefined && { lifetimeHours: lifetime }),
  }
}

function hostOf({ host, namespace, resource, reason }: LocatedHost) {
  return { host, namespace, resource: placeOf(resource), reason }
}

function placeOf({ reference, path, line }: Place) {
  return { reference, location: { path, line } }
}
