import { at, own } from '../../../../manifest/manifest.ts'
import type { Report } from '../../../../manifest/report.ts'
import type { Rule } from '../../../../manifest/rule.ts'
import { certificateAnnotation } from '../../../annotations.ts'
import type { Resource } from '../../../resource.ts'
import { shimRules } from '../../../rules.ts'
import { readFields, readString } from '../../../values/read-value.ts'
import { isToStay } from '../../asks-for-certificates.ts'
import { certManagerKind } from '../../cert-manager-kind.ts'
import { tlsOfOneSecret } from '../../one-secret.ts'
import type { Routes, TlsConfiguration } from '../../source.ts'
import type { SourceContext } from '../../source-kind.ts'
import { settings, withSettings } from './settings.ts'

/**
 * A VirtualServer of NGINX with `spec.tls.cert-manager`: one Certificate for its host. Its controller has a fork of ingress-shim,
 * which reads fields and no annotations: `Sync` in internal/certmanager/sync.go of nginx/kubernetes-ingress.
 */
export const virtualServer = certManagerKind({
  kind: 'VirtualServer',
  apiVersions: ['k8s.nginx.org/v1'],
  tlsFields: ['tls', 'host'],
  ownSettings: settings,
  copiesVerbatim: true,
  asks: (resource) =>
    (at(resource.object, 'spec', 'tls', 'cert-manager') ?? null) !== null && isToStay(resource),
  complete: withSettings,
  routes,
  readTls,
  certificateAnnotations: ({ object }) =>
    at(object, 'spec', 'tls', 'cert-manager', 'issue-temp-cert') === true
      ? { [certificateAnnotation.issueTemporaryCertificate]: 'true' }
      : {},
})

function readTls(resource: Resource, { report }: SourceContext): TlsConfiguration {
  const spec = readFields(own(resource.object, 'spec'), 'spec', report) ?? {}
  const tls = readFields(own(spec, 'tls'), 'spec.tls', report) ?? {}
  const name = readString(own(tls, 'secret'), 'spec.tls.secret', report)
  const host = readString(own(spec, 'host'), 'spec.host', report)
  if (name === '') refuse(shimRules.tlsSecretNameMissing, 'spec.tls.secret', 'Secret', report)
  if (host === '') refuse(shimRules.tlsHostsMissing, 'spec.host', 'host', report)
  return tlsOfOneSecret(
    {
      namespace: resource.namespace,
      name: name ?? '',
      path: 'spec.tls.secret',
      hosts: host === undefined || host === '' ? [] : [{ host, path: 'spec.host' }],
    },
    { field: 'spec.tls', entryName: 'TLS configuration' },
  )
}

/** Its controller skips nothing: it refuses the whole VirtualServer. */
function refuse(rule: Rule, path: string, what: string, report: Report): void {
  report.reject(
    { ...rule, severity: 'error' },
    `This VirtualServer asks for a Certificate and has no ${what}, so its controller refuses it. Set ${path}.`,
    { path },
  )
}

function routes({ object }: Resource): Routes {
  const host = at(object, 'spec', 'host')
  const hosts = typeof host === 'string' && host !== '' ? [{ host, path: 'spec.host' }] : []
  return { hosts, aliases: [], servesAllHosts: false }
}
