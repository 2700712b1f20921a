import { type Fields, own } from '../../../../manifest/manifest.ts'
import type { Report } from '../../../../manifest/report.ts'
import type { Resource } from '../../../resource.ts'
import { readFields, readList, readString } from '../../../values/read-value.ts'
import type { NamedHost } from '../../source.ts'
import { readHosts } from '../../tls-blocks.ts'
import { type Credential, credentialOf } from './credential.ts'

/** A host of a server, and the namespace whose VirtualServices may have it: `''` for any. */
export interface ServerHost extends NamedHost {
  readonly namespace: string
}

/** An entry of `spec.servers`; what can't be read in it is left out, and has been reported. */
export interface Server {
  readonly path: string
  readonly isTls: boolean
  readonly hasTls: boolean
  /** As it is written; `''` where it isn't, which Istio takes for PASSTHROUGH. */
  readonly mode: string | undefined
  readonly hosts: readonly ServerHost[]
  readonly credentials: readonly Credential[]
  /** Whether the server has two certificates, of which a client gets the one that it can use. */
  readonly hasPair: boolean
  /** Whether any credential is written, also one that is no Secret, or a file or certificate in its place. */
  readonly hasCertificate: boolean
  /** Where the CA of its clients comes from, if that is said. */
  readonly hasClientCa: boolean
}

/** The modes in which Istio serves a certificate: `ServerTLSSettings` in istio/api's networking/v1alpha3/gateway.proto. */
export const servingModes = ['SIMPLE', 'MUTUAL', 'OPTIONAL_MUTUAL']

/** The servers of a Gateway; reports everything of the wrong type in them. */
export function readServers(resource: Resource, report: Report): readonly Server[] {
  const spec = readFields(own(resource.object, 'spec'), 'spec', report) ?? {}
  const servers = readList(own(spec, 'servers'), 'spec.servers', report) ?? []
  return servers.flatMap((entry, index) => {
    const path = `spec.servers[${index}]`
    const fields = readFields(entry, path, report)
    return fields === undefined ? [] : readServer(fields, path, resource, report)
  })
}

function readServer(server: Fields, path: string, resource: Resource, report: Report): Server {
  const port = readFields(own(server, 'port'), `${path}.port`, report) ?? {}
  const protocol = readString(own(port, 'protocol'), `${path}.port.protocol`, report) ?? ''
  const tls = readFields(own(server, 'tls'), `${path}.tls`, report)
  const { hosts } = readHosts(own(server, 'hosts'), `${path}.hosts`, report)
  const names = tls === undefined ? [] : readCredentialNames(tls, `${path}.tls`, report)
  const credentials = names.flatMap(({ name, path: field }) => credentialOf(name, field, resource) ?? [])
  return {
    path,
    isTls: ['HTTPS', 'TLS'].includes(protocol.toUpperCase()),
    hasTls: (own(server, 'tls') ?? undefined) !== undefined,
    mode: tls && readString(own(tls, 'mode'), `${path}.tls.mode`, report),
    hosts: hosts.map((host) => serverHost(host, resource)),
    credentials,
    hasPair: credentials.length > 1,
    hasCertificate:
      tls === undefined || names.length > 0 || inPlaceOfCredentials.some((key) => isThere(tls, key)),
    hasClientCa: tls !== undefined && isThere(tls, 'caCertCredentialName'),
  }
}

const inPlaceOfCredentials = ['serverCertificate', 'privateKey', 'tlsCertificates']

function isThere(tls: Fields, key: string): boolean {
  return (own(tls, key) ?? '') !== ''
}

function readCredentialNames(tls: Fields, path: string, report: Report) {
  const field = `${path}.credentialName`
  const one = readString(own(tls, 'credentialName'), field, report) ?? ''
  const names = readList(own(tls, 'credentialNames'), `${field}s`, report) ?? []
  const several = names.map((name, index) => {
    const each = `${field}s[${index}]`
    return { name: readString(name, each, report) ?? '', path: each }
  })
  return [{ name: one, path: field }, ...several].filter(({ name }) => name !== '')
}

// `prod/a.com`, say, with `.` for the Gateway's own namespace, and `*` for any.
function serverHost({ host, path }: NamedHost, { namespace }: Resource): ServerHost {
  const slash = host.indexOf('/')
  if (slash === -1) return { host, path, namespace: '' }
  const space = host.slice(0, slash)
  return {
    host: host.slice(slash + 1),
    path,
    written: host,
    namespace: space === '.' ? namespace : space === '*' ? '' : space,
  }
}
