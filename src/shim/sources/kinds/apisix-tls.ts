import { type Fields, isFields, own } from '../../../manifest/manifest.ts'
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
  tlsFields: ['hosts', 'secret'],
  readTls,
})

/** The fields are those of `ApisixTlsSpec` in apisix-ingress-controller's api/v2/apisixtls_types.go, which requires all of them. */
function readTls({ object }: Resource, { report }: SourceContext): TlsConfiguration {
  const spec = readRequired(object, 'spec', 'a mapping with hosts and a secret', report)
  const secret =
    spec && readRequired(spec, 'spec.secret', 'a mapping with the name and namespace of a Secret', report)
  const { hosts, areAllHosts } = readHosts(own(spec ?? {}, 'hosts'), 'spec.hosts', report)
  if (spec !== undefined && hosts.length === 0 && areAllHosts) {
    report.warn(
      shimRules.tlsHostsMissing,
      'This ApisixTls has no hosts, so it gets no Certificate. List the hosts that the Certificate is for.',
      { path: 'spec.hosts' },
    )
  }
  const name = secret && readName(secret, 'name', report)
  const namespace = secret && readName(secret, 'namespace', report)
  return tlsOfOneSecret(
    { namespace: namespace ?? '', name: name ?? '', path: 'spec.secret.name', hosts },
    { field: 'spec.secret', entryName: 'secret' },
  )
}

/** Undefined where it is missing or has another type, which is reported. */
function readRequired(parent: Fields, path: string, expected: string, report: Report): Fields | undefined {
  const value = own(parent, path.slice(path.lastIndexOf('.') + 1))
  if (isFields(value)) return readFields(value, path, report)
  malformed(report, path, value, expected)
  return undefined
}

/** Undefined or `''` where it is missing or can't be read, which has been reported. */
function readName(secret: Fields, key: 'name' | 'namespace', report: Report): string | undefined {
  const path = `spec.secret.${key}`
  const value = own(secret, key)
  const text = readString(value, path, report)
  if (text === '') malformed(report, path, value, `the ${key} of a Secret`)
  return text
}
