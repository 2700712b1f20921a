import type { Key } from '../../shim/values/handwritten-spec.ts'
import { type IssuerOrigin, type Reason, states } from '../inventory.ts'
import type { LocatedCertificate, LocatedInventory, Place } from './located.ts'

/** What stands where there is nothing to say. */
export const nothing = '—'

/** `ClusterIssuer letsencrypt`; with its group, where that isn't cert-manager's own. */
export function issuerText({ issuer: { name, kind = 'Issuer', group = '' } }: LocatedCertificate): string {
  if (name === '') return nothing
  return `${['', 'cert-manager.io'].includes(group) ? kind : `${kind}.${group}`} ${name}`
}

const origins: Readonly<Record<IssuerOrigin, string>> = {
  annotation: 'annotation',
  default: 'default',
  'namespace-setting': 'namespace',
  'namespace-object': 'namespace',
  override: 'override',
  certificate: 'Certificate',
}

/** What names the issuer, in a word. */
export function originText({ issuerOrigin }: LocatedCertificate): string {
  return origins[issuerOrigin]
}

export function keyText({ algorithm, size }: Key): string {
  return size === undefined ? algorithm : `${algorithm} ${size}`
}

/** `90 days`; `160 hours`, which is no number of whole days. */
export function lifetimeText({ lifetime }: LocatedCertificate): string {
  if (lifetime === undefined) return nothing
  if (lifetime >= 48 && lifetime % 24 === 0) return `${lifetime / 24} days`
  return lifetime === 1 ? '1 hour' : `${Math.round(lifetime * 100) / 100} hours`
}

/** `apps/ingress.yaml:12` */
export function placeText({ path, line }: Place): string {
  return line === undefined ? path : `${path}:${line}`
}

export const reasons: Readonly<Record<Reason, string>> = {
  'source-rejected': 'asks for a certificate, and is rejected',
  'not-in-tls': 'asks for certificates, and for none of this host',
  'other-secret': 'asks for none: its Secret comes from elsewhere',
  'no-tls': 'has no TLS',
}

/** How many Certificates there are of each state, and how many hosts without one. */
export function countsOf({ certificates, uncovered }: LocatedInventory) {
  const count = { new: 0, changed: 0, removed: 0, kept: 0 }
  for (const { state } of certificates) count[state]++
  return { ...count, uncovered: uncovered.length }
}

/** `2 new, 1 kept; 1 host without a certificate` */
export function summaryText(inventory: LocatedInventory): string {
  const counts = countsOf(inventory)
  const some = states.filter((state) => counts[state] > 0).map((state) => `${counts[state]} ${state}`)
  const certificates = some.length === 0 ? 'no Certificates' : `${some.join(', ')}`
  return counts.uncovered === 0 ? certificates : `${certificates}; ${uncoveredText(counts.uncovered)}`
}

export function uncoveredText(count: number): string {
  return count === 1 ? '1 host without a certificate' : `${count} hosts without a certificate`
}
