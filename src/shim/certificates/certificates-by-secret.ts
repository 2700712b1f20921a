import { sameValue } from '../../manifest/same-value.ts'
import type { CertificateSpec } from './certificate.ts'
import type { DesiredCertificate } from './desired-certificates.ts'

/** The desired Certificates for one Secret, in list order: only one of them can have it. */
export type Rivals = readonly [DesiredCertificate, ...DesiredCertificate[]]

/** Brings together the desired Certificates for each Secret. */
export function certificatesBySecret(desired: readonly DesiredCertificate[]): ReadonlyMap<string, Rivals> {
  const bySecret = new Map<string, [DesiredCertificate, ...DesiredCertificate[]]>()
  for (const one of desired) {
    const key = secretKey(one.source.namespace, one.secret.name)
    const others = bySecret.get(key)
    if (others === undefined) bySecret.set(key, [one])
    else others.push(one)
  }
  return bySecret
}

/** Names a Secret, and the Certificate of that name; Kubernetes names have no slash. */
export function secretKey(namespace: string, name: string): string {
  return `${namespace}/${name}`
}

/** Whether two desired Certificates have the same contents, in whatever order their hosts are, or the same source. */
export function asksForTheSame(a: DesiredCertificate, b: DesiredCertificate): boolean {
  return (
    a.source.reference === b.source.reference ||
    sameValue(withoutOrder(a.certificate.spec), withoutOrder(b.certificate.spec))
  )
}

function withoutOrder({ dnsNames, ipAddresses, ...spec }: CertificateSpec): object {
  return { ...spec, dnsNames: distinct(dnsNames), ipAddresses: distinct(ipAddresses) }
}

function distinct(hosts: readonly string[] = []): readonly string[] {
  return [...new Set(hosts)].sort()
}
