import { isIpAddress } from '../../go/ip.ts'
import { annotation, applySetLabel, certificateAnnotation } from '../annotations.ts'
import type { AnnotatedFields } from '../fields/fields.ts'
import type { IssuerRef } from '../issuer.ts'
import type { Options } from '../options.ts'
import type { Resource } from '../resource.ts'
import type { Source, WantedHost, WantedSecret } from '../sources/source.ts'
import type { Certificate } from './certificate.ts'

/** The Certificate for one Secret of a source. The rule is `buildCertificates` of cert-manager's certificate-shim. */
export function certificateOf(
  source: Source,
  secret: WantedSecret,
  issuerRef: IssuerRef,
  options: Options,
): Certificate {
  const labels = labelsOf(source)
  return {
    apiVersion: 'cert-manager.io/v1',
    kind: 'Certificate',
    metadata: {
      name: secret.name,
      ...(source.namespace !== '' && { namespace: source.namespace }),
      ...(labels !== undefined && { labels }),
      annotations: Object.fromEntries(annotationsOf(source, options)),
    },
    spec: {
      secretName: secret.name,
      issuerRef,
      ...names(secret.hosts, source.fields),
      ...source.fields.spec,
    },
  }
}

/** How a Certificate names its source: kind, slash, name. */
export function sourceReference({ kind, name }: Pick<Resource, 'kind' | 'name'>): string {
  return `${kind}/${name}`
}

function labelsOf({ labels }: Source): Readonly<Record<string, string>> | undefined {
  const kept = labels.entries().filter(([key]) => key !== applySetLabel)
  return kept.length > 0 ? Object.fromEntries(kept) : undefined
}

/** The extra annotations first, then what the source's kind and its ACME annotations give, which cert-manager sets after them. */
function annotationsOf(source: Source, options: Options): ReadonlyMap<string, string> {
  const result = new Map<string, string>([[certificateAnnotation.source, sourceReference(source)]])
  for (const key of options.extraCertificateAnnotations) {
    const value = source.annotations.get(key)
    if (value !== undefined && key !== certificateAnnotation.source) result.set(key, value)
  }
  if (source.annotations.get(annotation.editInPlace) === 'true') {
    result.set(certificateAnnotation.overrideIngressName, source.name)
    result.set(certificateAnnotation.issueTemporaryCertificate, 'true')
  }
  const ingressClass = source.annotations.get(annotation.http01IngressClass) ?? ''
  if (ingressClass !== '') result.set(certificateAnnotation.overrideIngressClass, ingressClass)
  const ingressClassName = source.annotations.get(annotation.http01IngressClassName) ?? ''
  if (ingressClassName !== '') result.set(certificateAnnotation.overrideIngressClassName, ingressClassName)
  for (const [key, value] of source.sourceKind.certificateAnnotations(source)) result.set(key, value)
  return result
}

/** IP addresses to `ipAddresses`, the rest to `dnsNames`, each host once in the order first seen, then the annotated ones as they stand. */
function names(hosts: readonly WantedHost[], { altNames, ipSans }: AnnotatedFields) {
  const dnsNames: string[] = []
  const ipAddresses: string[] = []
  for (const { host } of hosts) {
    const names = isIpAddress(host) ? ipAddresses : dnsNames
    if (!names.includes(host)) names.push(host)
  }
  dnsNames.push(...altNames)
  ipAddresses.push(...ipSans)
  return { ...(dnsNames.length > 0 && { dnsNames }), ...(ipAddresses.length > 0 && { ipAddresses }) }
}
