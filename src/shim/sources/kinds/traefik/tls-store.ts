import { at, own } from '../../../../manifest/manifest.ts'
import type { Report } from '../../../../manifest/report.ts'
import { annotation, traefikAnnotation } from '../../../annotations.ts'
import type { Resource } from '../../../resource.ts'
import { shimRules } from '../../../rules.ts'
import { isFilledInLater } from '../../../values/filled-in-later.ts'
import { currentValue, readFields, readList, readString } from '../../../values/read-value.ts'
import { certManagerKind } from '../../cert-manager-kind.ts'
import type { NamedSecret, TlsConfiguration } from '../../source.ts'
import { eachSecretOnce } from '../../wanted-secrets.ts'

/** The one store that Traefik uses. */
const defaultStore = 'default'

/** A TLSStore: one Certificate for each Secret that it names. It has no hosts, so the annotations name them. */
export const tlsStore = certManagerKind({
  kind: 'TLSStore',
  apiVersions: ['traefik.io/v1alpha1', 'traefik.containo.us/v1alpha1'],
  tlsFields: ['defaultCertificate', 'certificates', 'defaultGeneratedCert'],
  autoAnnotations: 'with a default issuer',
  ownAnnotations: [traefikAnnotation.ignore],
  removed: {
    apiVersions: ['traefik.containo.us/v1alpha1'],
    release: 'Traefik 3',
    advice: 'the fields are the same',
  },
  isLeftOut: ({ annotations }) => annotations.get(traefikAnnotation.ignore) === 'true',
  readTls: (resource, { report }) => readTls(resource, report),
})

function readTls(resource: Resource, report: Report): TlsConfiguration {
  const secrets = readSecrets(resource, report)
  const isGenerated = hasGeneratedCertificate(resource, report)
  const named = secrets.filter(({ name }) => name !== '')
  const isServed = isDefault(resource, report) && named.length > 0 && hasNames(resource, report)
  return {
    field: 'spec.defaultCertificate',
    entryName: 'defaultCertificate',
    adviceWithout:
      'Name a Secret in spec.defaultCertificate.secretName, or remove the annotation that asks for Certificates.',
    entries: secrets.length + (isGenerated ? 1 : 0),
    secrets: isServed ? eachSecretOnce(named.map((secret) => ({ ...secret, hosts: [] }))) : [],
    named,
    hosts: [],
    coversAllHosts: true,
  }
}

/** Reports those without a name. */
function readSecrets({ object, namespace }: Resource, report: Report): readonly NamedSecret[] {
  const spec = readFields(own(object, 'spec'), 'spec', report) ?? {}
  const certificates = readList(own(spec, 'certificates'), 'spec.certificates', report) ?? []
  const entries: readonly (readonly [string, unknown])[] = [
    ['spec.defaultCertificate', own(spec, 'defaultCertificate') ?? undefined],
    ...certificates.map((entry, index) => [`spec.certificates[${index}]`, entry] as const),
  ]
  return entries.flatMap(([entryPath, entry]) => {
    const path = `${entryPath}.secretName`
    const fields = entry === undefined ? undefined : readFields(entry, entryPath, report)
    const name = fields && readString(own(fields, 'secretName'), path, report)
    if (name === '') reportNoSecret(path, report)
    return name === undefined ? [] : [{ namespace, name, path }]
  })
}

function reportNoSecret(path: string, report: Report): void {
  report.warn(
    shimRules.tlsSecretNameMissing,
    'This certificate of the store has no secretName, so it is skipped and gets no Certificate. Name the Secret that the Certificate is to be stored in.',
    { path },
  )
}

/** Whether Traefik requests the default certificate itself, which is reported. */
function hasGeneratedCertificate({ object }: Resource, report: Report): boolean {
  const path = 'spec.defaultGeneratedCert.resolver'
  const resolver = readString(at(object, 'spec', 'defaultGeneratedCert', 'resolver'), path, report) ?? ''
  if (resolver === '') return false
  report.warn(
    shimRules.traefikAcmeInstead,
    `The resolver ${resolver} makes Traefik itself request the default certificate, for which no Certificate is needed. Remove defaultGeneratedCert and name a Secret in defaultCertificate, or remove the annotation that asks for Certificates.`,
    { path, ...currentValue(resolver) },
  )
  return true
}

/** `DefaultTLSStoreName` in Traefik's pkg/tls. */
function isDefault(resource: Resource, report: Report): boolean {
  const { name } = resource
  if (name === defaultStore || isFilledInLater(name, resource)) return true
  report.warn(
    shimRules.listenerSkipped,
    `Traefik uses the TLSStore with the name ${defaultStore} and no other, so this one is skipped and gets no Certificate. Name it ${defaultStore}, or remove the annotation that asks for Certificates.`,
    { path: 'metadata.name', currentValue: name, proposedValue: defaultStore },
  )
  return false
}

function hasNames({ annotations }: Resource, report: Report): boolean {
  const keys = [annotation.altNames, annotation.commonName, annotation.ipSans]
  if (keys.some((key) => (annotations.get(key) ?? '') !== '')) return true
  report.reject(
    { ...shimRules.tlsHostsMissing, severity: 'error' },
    `A TLSStore has no hosts, so nobody knows what its certificate is for, and none is made. Name them in the annotation ${annotation.altNames}.`,
    { path: 'metadata.annotations' },
  )
  return false
}
