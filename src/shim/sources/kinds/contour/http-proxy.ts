import { at, type Fields, own } from '../../../../manifest/manifest.ts'
import type { Report } from '../../../../manifest/report.ts'
import type { Resource } from '../../../resource.ts'
import { shimRules } from '../../../rules.ts'
import { malformed, readBoolean, readFields, readString } from '../../../values/read-value.ts'
import { certManagerKind } from '../../cert-manager-kind.ts'
import { tlsOfOneSecret } from '../../one-secret.ts'
import type { NamedHost, Routes, TlsConfiguration } from '../../source.ts'
import type { SourceContext } from '../../source-kind.ts'
import { delegationType, reportUndelegated } from './delegations.ts'
import { readSecretName } from './secret-name.ts'

/** contour-plus, the controller that makes Certificates from HTTPProxies, reads the first and writes the second. */
const exclude = 'contour-plus.cybozu.com/exclude'
const ownedBy = 'contour-plus.cybozu.com/owned-by'

/** An HTTPProxy of Contour with a virtualhost: one Certificate for its host. */
export const httpProxy = certManagerKind({
  kind: 'HTTPProxy',
  apiVersions: ['projectcontour.io/v1'],
  tlsFields: ['virtualhost'],
  autoAnnotations: 'with a default issuer',
  hasValidatedHosts: true,
  alsoReads: [delegationType],
  ownerAnnotation: ownedBy,
  onIssuerConflict: 'contour-plus would take the ClusterIssuer',
  isLeftOut: ({ annotations }) => annotations.get(exclude) === 'true',
  routes,
  readTls,
})

const fqdnPath = 'spec.virtualhost.fqdn'
const tlsPath = 'spec.virtualhost.tls'
const passthroughPath = `${tlsPath}.passthrough`

/** The rule is `computeHTTPProxy` of Contour's internal/dag/httpproxy_processor.go. */
function readTls(resource: Resource, context: SourceContext): TlsConfiguration {
  const { report } = context
  const spec = readFields(own(resource.object, 'spec'), 'spec', report) ?? {}
  const virtualhost = own(spec, 'virtualhost') ?? undefined
  if (virtualhost === undefined) return withoutTls('spec.virtualhost', onIncluded)
  const fields = readFields(virtualhost, 'spec.virtualhost', report)
  const hosts = fields === undefined ? [] : readHost(own(fields, 'fqdn'), report)
  const tls = fields && (own(fields, 'tls') ?? undefined)
  if (tls === undefined) return withoutTls(tlsPath)
  return readVirtualhostTls(readFields(tls, tlsPath, report), hosts, resource, context)
}

const onIncluded =
  'Where another HTTPProxy includes this one, annotate that one: only an HTTPProxy with a virtualhost has TLS.'

function withoutTls(field: string, adviceWithout?: string): TlsConfiguration {
  return {
    field,
    entryName: 'TLS configuration',
    ...(adviceWithout !== undefined && { adviceWithout }),
    entries: 0,
    secrets: [],
    named: [],
    hosts: [],
    coversAllHosts: false,
  }
}

function readVirtualhostTls(
  tls: Fields | undefined,
  hosts: readonly NamedHost[],
  resource: Resource,
  context: SourceContext,
): TlsConfiguration {
  const { report } = context
  const path = `${tlsPath}.secretName`
  const secret = readSecretName(tls && own(tls, 'secretName'), path, resource, report)
  const isPassedThrough = tls && readBoolean(own(tls, 'passthrough'), passthroughPath, report)
  if (isPassedThrough === true) reportPassthrough(secret.written, report)
  else if (isPassedThrough === false && secret.name === '') reportWithoutSecret(path, report)
  if (!isPassedThrough && secret.name !== '') reportUndelegated(secret, resource, context)
  const found = tlsOfOneSecret({ ...secret, hosts }, { field: tlsPath, entryName: 'TLS configuration' })
  return isPassedThrough ? { ...found, secrets: [] } : found
}

function reportPassthrough(secretName: string, report: Report): void {
  if (secretName === '') {
    report.warn(
      shimRules.tlsPassthrough,
      'This HTTPProxy passes TLS through to its backend, which has the certificate, so none is made here. Remove the annotation that asks for Certificates, or let Contour terminate TLS with a secretName.',
      { path: passthroughPath, currentValue: true },
    )
    return
  }
  report.reject(
    shimRules.malformedResource,
    'passthrough cannot be combined with secretName, so Contour refuses this HTTPProxy. Remove one of the two: with passthrough, the backend has the certificate.',
    { path: passthroughPath, currentValue: true },
  )
}

function reportWithoutSecret(path: string, report: Report): void {
  report.warn(
    shimRules.tlsSecretNameMissing,
    'This TLS configuration has no secretName, so Contour refuses this HTTPProxy, and it gets no Certificate. Name the Secret that the Certificate is to be stored in.',
    { path },
  )
}

/** It is required, and there is one. */
function readHost(fqdn: unknown, report: Report): readonly NamedHost[] {
  const host = readString(fqdn, fqdnPath, report)
  if (host === '') malformed(report, fqdnPath, fqdn, 'a host')
  return host === undefined || host === '' ? [] : [{ host, path: fqdnPath }]
}

function routes({ object }: Resource): Routes {
  const host = at(object, 'spec', 'virtualhost', 'fqdn')
  const hosts = typeof host === 'string' && host !== '' ? [{ host, path: fqdnPath }] : []
  return { hosts, aliases: [], servesAllHosts: false }
}
