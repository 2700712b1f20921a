import { at } from '../manifest/manifest.ts'
import { fieldOfSecret } from '../shim/sources/source.ts'
import type { Check } from './check.ts'
import { ByName } from './facts/by-name.ts'
import { type Issuer, issuersOf } from './facts/issuers/issuers.ts'

/**
 * A certificate in the Secret in which an issuer keeps its own key. cert-manager warns of the first case after the fact
 * (`Sync` in its pkg/controller/certificaterequests/sync.go). In the second, both keep their key in `tls.key`
 * (`ACMEIssuer.PrivateKey` in its pkg/apis/acme/v1/types_issuer.go).
 */
export const issuerSecretOverwritten: Check = {
  rule: {
    id: 'issuer-secret-overwritten',
    severity: 'error',
    summary: 'The certificate would overwrite the Secret in which an issuer keeps its own key.',
  },
  *find(list) {
    const keepers = new ByName(issuersOf(list).all.flatMap(bySecret))
    for (const { position, tls } of list.sources) {
      for (const secret of tls.secrets) {
        const { namespace, name } = secret
        const keeper = keepers.find(namespace, name)
        if (keeper === undefined) continue
        yield {
          rule: this.rule,
          message: `The Issuer ${keeper.issuer} keeps ${keeper.what} in the Secret ${name}, and this certificate would overwrite it. Use another secretName here.`,
          position,
          field: fieldOfSecret(secret),
        }
      }
    }
  },
}

/** An Issuer under the name of its Secret. Where a ClusterIssuer has its Secret, no manifest of the list says. */
function bySecret(issuer: Issuer) {
  if (issuer.kind !== 'Issuer') return []
  const found = issuer.type === 'ca' ? caSecret(issuer) : acmeSecret(issuer)
  return typeof found.name === 'string' && found.name !== ''
    ? [{ ...issuer, name: found.name, issuer: issuer.name, what: found.what }]
    : []
}

function caSecret({ config }: Issuer) {
  return { name: at(config, 'secretName'), what: 'the certificate and key of its CA' }
}

function acmeSecret({ config }: Issuer) {
  const key = at(config, 'privateKeySecretRef', 'key') ?? 'tls.key'
  return {
    name: key === 'tls.key' ? at(config, 'privateKeySecretRef', 'name') : undefined,
    what: 'the key of its ACME account',
  }
}
