import { annotation } from '../shim/annotations.ts'
import type { Check } from './check.ts'
import { isPublicCa } from './facts/acme/acme.ts'
import { isHost } from './facts/hosts/host-text.ts'
import { fieldOfName, nameOfIssuer, requestsTo } from './facts/requests.ts'

/**
 * A name that is on no public DNS, which no public CA certifies: `validNonWildcardDomain` in Boulder's policy/pa.go asks for
 * two labels and a top-level domain that is registered.
 */
export const acmeNameNotPublic: Check = {
  rule: {
    id: 'acme-name-not-public',
    severity: 'error',
    summary: 'A public CA does not certify a name that only exists in a private network.',
  },
  *find(list) {
    for (const request of requestsTo('acme', list)) {
      if (!isPublicCa(request.issuer)) continue
      for (const name of new Set(request.certificate.spec.dnsNames)) {
        const reason = reasonAgainst(name)
        if (reason === undefined) continue
        yield {
          rule: this.rule,
          message: `The ${nameOfIssuer(request)} is one of a public CA, which refuses an order for ${name}: ${reason}. Use an issuer with a CA of your own, or a name below a domain that you have registered.`,
          position: request.source.position,
          field: fieldOfName(name, request, annotation.altNames),
        }
      }
    }
  },
}

/** Domains that are reserved for what isn't public: RFC 2606, 6761, 6762, 7686, 8375, and `.internal` by ICANN in 2024. */
const privateDomains = ['local', 'localhost', 'test', 'example', 'invalid', 'onion', 'internal', 'home.arpa']

function reasonAgainst(name: string): string | undefined {
  const host = name.toLowerCase().replace(/^\*\./, '')
  if (!isHost(host)) return undefined
  if (!host.includes('.')) return 'it has one label, and a public name has two or more'
  const domain = privateDomains.find((domain) => host === domain || host.endsWith(`.${domain}`))
  return domain === undefined ? undefined : `names below .${domain} are not public`
}
