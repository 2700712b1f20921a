import { at } from '../../../manifest/manifest.ts'
import type { Resource } from '../../resource.ts'
import { certManagerKind } from '../cert-manager-kind.ts'
import type { Routes, TlsConfiguration } from '../source.ts'
import type { SourceContext } from '../source-kind.ts'
import { readTlsBlocks, reportSkippedBlocks, tlsOfBlocks } from '../tls-blocks.ts'
import { eachSecretOnce } from '../wanted-secrets.ts'

/** A TCPIngress of Kong: one Certificate for each Secret that its TLS blocks name. Kong's HTTP is in Ingresses. */
export const tcpIngress = certManagerKind({
  kind: 'TCPIngress',
  apiVersions: ['configuration.konghq.com/v1beta1'],
  routes,
  readTls,
})

function readTls(resource: Resource, { report }: SourceContext): TlsConfiguration {
  const blocks = readTlsBlocks(resource, report)
  reportSkippedBlocks(blocks, report)
  const tls = tlsOfBlocks(blocks, resource)
  return {
    ...tls,
    secrets: eachSecretOnce(tls.secrets),
    coversAllHosts: blocks.some(({ areAllHosts }) => !areAllHosts),
  }
}

/** A rule with a host is for TLS connections with that name, and one without for all connections of its port. */
function routes({ object }: Resource): Routes {
  const rules = at(object, 'spec', 'rules')
  const hosts = (Array.isArray(rules) ? rules : []).map((rule: unknown) => at(rule, 'host') ?? '')
  return {
    hosts: hosts.flatMap((host, index) =>
      typeof host === 'string' && host !== '' ? [{ host, path: `spec.rules[${index}].host` }] : [],
    ),
    aliases: [],
    servesAllHosts: hosts.includes(''),
  }
}
