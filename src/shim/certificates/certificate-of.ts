import { isIpAddress } from '../../go/ip.ts'
import {
  applySetLabel,
  certificateAnnotation,
  ignoreAnnotation,
  istioAnnotation,
  shareAnnotation,
} from '../annotations.ts'
import type { IssuerRef } from '../issuers/issuer-ref.ts'
import type { Options } from '../options.ts'
import { referenceFrom } from '../sources/reference.ts'
import type { NamedHost, Source, WantedSecret } from '../sources/source.ts'
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
      ...(secret.namespace !== '' && { namespace: secret.namespace }),
      ...(labels !== undefined && { labels }),
      annotations: annotationsOf(source, secret, options),
    },
    spec: {
      secretName: secret.name,
      issuerRef,
      ...names(secret.hosts, source),
      ...source.fields.spec,
      ...ofItsOwn(secret, source),
    },
  }
}

/** What the Secret itself says of its key, beside what the annotations of the source say. */
function ofItsOwn({ keyAlgorithm }: WantedSecret, { fields }: Source) {
  return keyAlgorithm !== undefined && { privateKey: { algorithm: keyAlgorithm, ...fields.spec.privateKey } }
}

/** The labels of a source that what is generated for it has as well. */
export function labelsOf({ labels, sourceKind }: Source): Readonly<Record<string, string>> | undefined {
  const kept = labels.entries().filter(([key]) => key !== applySetLabel || sourceKind.copiesVerbatim)
  return kept.length > 0 ? Object.fromEntries(kept) : undefined
}

/** The extra annotations first, then what the source's kind and its ACME annotations give, which cert-manager sets after them. */
function annotationsOf(
  source: Source,
  { namespace }: WantedSecret,
  options: Options,
): Readonly<Record<string, string>> {
  return {
    [certificateAnnotation.source]: referenceFrom(namespace, source),
    ...Object.fromEntries(extraAnnotations(source, options)),
    ...source.certificateAnnotations,
  }
}

function extraAnnotations(
  { annotations, sourceKind }: Source,
  options: Options,
): readonly (readonly [string, string])[] {
  if (sourceKind.ownSettings !== undefined) return []
  return copiedAnnotations(options).flatMap((key) => {
    const value = annotations.get(key)
    return value === undefined ? [] : [[key, value] as const]
  })
}

/** The annotations that are copied to a Certificate; what this project's own say is of one resource alone. */
export function copiedAnnotations({ extraCertificateAnnotations }: Options): readonly string[] {
  return extraCertificateAnnotations.filter((key) => !ownAnnotations.includes(key))
}

const ownAnnotations: readonly string[] = [
  certificateAnnotation.source,
  ignoreAnnotation,
  istioAnnotation.secretNamespace,
  shareAnnotation,
]

/** IP addresses to `ipAddresses`, the rest to `dnsNames`, each host once in the order first seen, then the annotated ones as they stand. */
function names(hosts: readonly NamedHost[], { fields, sourceKind }: Source) {
  const dnsNames: string[] = []
  const ipAddresses: string[] = []
  for (const host of new Set(hosts.map(({ host }) => host)))
    (isIpAddress(host) && !sourceKind.copiesVerbatim ? ipAddresses : dnsNames).push(host)
  // Without a spread: there can be more names than arguments of a call.
  for (const name of fields.altNames) dnsNames.push(name)
  for (const address of fields.ipSans) ipAddresses.push(address)
  return { ...(dnsNames.length > 0 && { dnsNames }), ...(ipAddresses.length > 0 && { ipAddresses }) }
}
