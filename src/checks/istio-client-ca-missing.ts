import { Report } from '../manifest/report.ts'
import { istioGateway } from '../shim/sources/kinds/istio/gateway.ts'
import { readServers, type Server } from '../shim/sources/kinds/istio/server.ts'
import type { Source } from '../shim/sources/source.ts'
import { isFilledInLater } from '../shim/values/filled-in-later.ts'
import type { Check, CheckedList } from './check.ts'
import { oncePerList } from './facts/once-per-list.ts'
import { nameOfIssuer, requestsTo } from './facts/requests.ts'
import { secretWritersOf } from './facts/secret-writers.ts'

/** The Secret that Istio looks into for the CA of clients, beside that of the server: `CaCertSecretSuffix` in its gateway.proto. */
const caSuffix = '-cacert'

/** Clients have to have a certificate, and nothing says of which CA. An ACME server puts no CA into the Secret that could. */
export const istioClientCaMissing: Check = {
  rule: {
    id: 'istio-client-ca-missing',
    severity: 'warning',
    summary: 'A server of an Istio Gateway asks clients for certificates, and nothing says of which CA.',
  },
  *find(list) {
    const told = new Set<string>()
    for (const request of requestsTo('acme', list)) {
      const { source, secret } = request
      if (source.sourceKind !== istioGateway) continue
      const caName = `${secret.name}${caSuffix}`
      for (const { path, mode } of serversAskingClients(source, secret.name)) {
        if (isFilledInLater(secret.name, source) || isThere(secret.namespace, caName, list)) continue
        // Both certificates of a pair are for the same clients.
        const key = `${source.position} ${path}`
        if (told.has(key)) continue
        told.add(key)
        yield {
          rule: this.rule,
          message: `With the mode ${mode}, clients have to show a certificate, and the Secret ${secret.name} has no CA to check it with, since ${nameOfIssuer(request)} is an ACME issuer. Put the CA of your clients into a Secret ${caName}, or name its Secret in caCertCredentialName.`,
          position: source.position,
          field: { path: `${path}.tls.caCertCredentialName` },
        }
      }
    }
  },
}

function serversAskingClients(source: Source, secret: string): readonly Server[] {
  const servers = readServers(source, new Report(source.position, []))
  return servers.filter(
    ({ isTls, mode, hasClientCa, credentials }) =>
      isTls && mode?.endsWith('MUTUAL') && !hasClientCa && credentials.some(({ name }) => name === secret),
  )
}

/** Whether the package has a Secret, or what writes it. */
function isThere(namespace: string, name: string, list: CheckedList): boolean {
  return (
    secretWritersOf(list).find(namespace, name) !== undefined || storedBy(list).has(`${namespace}/${name}`)
  )
}

const storedBy = oncePerList(
  ({ certificates }): ReadonlySet<string> =>
    new Set(certificates.map(({ namespace, secretName }) => `${namespace}/${secretName}`)),
)
