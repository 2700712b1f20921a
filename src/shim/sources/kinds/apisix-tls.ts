import { at, own } from '../../../manifest/manifest.ts'
import type { Report } from '../../../manifest/report.ts'
import type { Resource } from '../../resource.ts'
import { shimRules } from '../../rules.ts'
import { malformed, readFields, readString } from '../../values/read-value.ts'
import { certManagerKind } from '../cert-manager-kind.ts'
import { tlsOfOneSecret } from '../one-secret.ts'
import type { TlsConfiguration } from '../source.ts'
import type { SourceContext } from '../source-kind.ts'
import { readHosts } from '../tls-blocks.ts'

/** An ApisixTls of APISIX: one Certificate for all of its hosts, in the namespace of its Secret. */
export const apisixTls = certManagerKind({
  kind: 'ApisixTls',
  apiVersions: ['apisix.apache.org/v2'],
  readTls,
})

/** The fields are those of `ApisixTlsSpec` in apisix-ingress-controller's api/v2/apisixtls_types.go. */
function readTls({ object }: Resource, { report }: SourceContext): TlsConfiguration {
  const spec = readFields(own(object, 'spec'), 'spec', report) ?? {}
  const { hosts, areAllHosts } = readHosts(own(spec, 'hosts'), 'spec.hosts', report)
  if (hosts.length === 0 && areAllHosts) {
    report.warn(
      shimRules.tlsHostsMissing,
      'This ApisixTls has no hosts, so it gets no Certificate. List the hosts that the Certificate is for.',
      { path: 'spec.hosts' },
    )
  }
  const name = readRequired(spec, 'name', report)
  const namespace = readRequired(spec, 'namespace', report)
  return tlsOfOneSecret(
    { namespace, name, path: 'spec.secret.name', hosts },
    { field: 'spec.secret', entryName: 'secret' },
  )
}

/** `''` where it is missing or can't be read, which has been reported. */
function readRequired(spec: unknown, key: 'name' | 'namespace', report: Report): string {
  const path = `spec.secret.${key}`
  const value = at(spec, 'secret', key)
  const text = readString(value, path, report)
  if (text === '') malformed(report, path, value, `the ${key} of a Secret`)
  return text ?? ''
}
