import { annotation } from '../annotations.ts'
import type { CertificateSpec } from '../certificates/certificate.ts'
import { settingName } from '../sources/own-settings.ts'
import { fieldOfSecret, type Source, type WantedSecret } from '../sources/source.ts'
import { isFilledInLater } from '../values/filled-in-later.ts'
import { byteLength, isDnsLabel, isDnsSubdomain } from '../values/kubernetes-names.ts'
import { emailAddressRefusals, ipAddressRefusals } from './addresses.ts'
import { lifetimeRefusals } from './lifetime.ts'
import { type Refusal, refusal } from './refusal.ts'
import { secretTemplateRefusals } from './secret-template.ts'

/**
 * Everything for which the webhook would refuse a Certificate that ingress-shim made, in its order.
 * The rules are `ValidateCertificateSpec` of cert-manager's `internal/apis/certmanager/validation`.
 */
export function refusals(spec: CertificateSpec, secret: WantedSecret, source: Source): readonly Refusal[] {
  return [
    ...namespaceRefusals(secret, source),
    ...secretNameRefusals(secret, source),
    ...issuerRefusals(spec, source),
    ...commonNameRefusals(spec, source),
    ...ipAddressRefusals(spec, source),
    ...emailAddressRefusals(spec, source),
    ...lifetimeRefusals(source.fields.lifetime, source),
    ...(spec.secretTemplate === undefined ? [] : secretTemplateRefusals(spec.secretTemplate, source)),
  ]
}

/** Its own namespace is looked at wherever the source comes from; this is one that it names for the Secret. */
function namespaceRefusals(secret: WantedSecret, source: Source): readonly Refusal[] {
  const { namespace } = secret
  if (namespace === source.namespace || isDnsLabel(namespace) || isFilledInLater(namespace, source)) return []
  return [
    {
      certificateField: 'metadata.namespace',
      field: fieldOfSecret(secret),
      problem: `"${namespace}" is not a valid name for a namespace. Use lower-case letters, digits and "-", 63 characters at most, with a letter or digit at both ends.`,
    },
  ]
}

function secretNameRefusals(secret: WantedSecret, source: Source): readonly Refusal[] {
  const { name } = secret
  if (isDnsSubdomain(name) || isFilledInLater(name, source)) return []
  return [
    {
      certificateField: 'spec.secretName',
      field: fieldOfSecret(secret),
      problem: `"${name}" is not a valid name for a Secret. Use lower-case letters, digits, "-" and ".", 253 characters at most, with a letter or digit at both ends.`,
    },
  ]
}

/** Without a group, or with cert-manager's own, the kind can only be one of its two. */
function issuerRefusals({ issuerRef }: CertificateSpec, source: Source): readonly Refusal[] {
  const { group = 'cert-manager.io', kind = 'Issuer' } = issuerRef
  if (group !== 'cert-manager.io' || ['Issuer', 'ClusterIssuer'].includes(kind)) return []
  if (isFilledInLater(kind, source)) return []
  return [
    refusal('spec.issuerRef.kind', annotation.issuerKind, source, {
      problem: `The group cert-manager.io has no issuers of kind ${kind}, only Issuer and ClusterIssuer. For an external issuer, name its group too, with ${settingName(source.sourceKind, annotation.issuerGroup)}${otherSetting(source)}.`,
    }),
  ]
}

/** Where else the group of an issuer can be named. */
function otherSetting({ issuerOrigin, sourceKind }: Source): string {
  if (issuerOrigin === 'namespace-setting') return ' (or group in issuers)'
  if (issuerOrigin === 'override') return ' (or group in issuerOverride)'
  return sourceKind.ownSettings === undefined ? ' (or defaultIssuerGroup)' : ''
}

function commonNameRefusals({ commonName = '' }: CertificateSpec, source: Source): readonly Refusal[] {
  if (commonName === '') return []
  const bytes = byteLength(commonName)
  if (bytes <= 64 || isFilledInLater(commonName, source)) return []
  return [
    refusal('spec.commonName', annotation.commonName, source, {
      problem: `A common name has 64 bytes at most, and this one has ${bytes}. Use a shorter one, or leave it out: clients look at the DNS names.`,
    }),
  ]
}
