import { type Group, groupedBy } from '../../manifest/grouped.ts'
import { sameValue } from '../../manifest/same-value.ts'
import type { CertificateSpec } from './certificate.ts'
import type { DesiredCertificate } from './desired-certificates.ts'

/** The desired Certificates for one Secret, in list order: only one of them can have it. */
export type Rivals = Group<DesiredCertificate>

/** Brings together the desired Certificates for each Secret. */
export function certificatesBySecret(desired: readonly DesiredCertificate[]): ReadonlyMap<string, Rivals> {
  return groupedBy(desired, ({ secret }) => secretKey(secret.namespace, secret.name))
}

/** Names a Secret, and the Certificate of that name; Kubernetes names have no slash. */
export function secretKey(namespace: string, name: string): string {
  return `${namespace}/${name}`
}

/** Whether two sources ask for Certificates with the same contents; the order of their hosts doesn't count. */
export function asksForTheSame(a: DesiredCertificate, b: DesiredCertificate): boolean {
  return sameValue(comparable(a.certificate.spec), comparable(b.certificate.spec))
}

function comparable({ dnsNames = [], ipAddresses = [], ...others }: CertificateSpec) {
  return { ...others, dnsNames: inOrder(dnsNames), ipAddresses: inOrder(ipAddresses) }
}

function inOrder(hosts: readonly string[]): readonly string[] {
  return [...new Set(hosts)].sort()
}
