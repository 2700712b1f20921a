import { annotation } from '../shim/annotations.ts'
import { isFilledInLater } from '../shim/values/filled-in-later.ts'
import type { Check } from './check.ts'
import { isLetsEncrypt, mayHaveProfile } from './facts/acme/acme.ts'
import { possibleChallenges } from './facts/acme/acme-solvers.ts'
import { fieldOfName, nameOfIssuer, type Request, requestsTo } from './facts/requests.ts'

/**
 * An IP address that the issuer can't prove or the CA doesn't certify. cert-manager itself orders IP addresses
 * (`buildOrder` in its pkg/controller/certificaterequests/acme) and proves them by HTTP-01 with an Ingress.
 */
export const acmeIpAddress: Check = {
  rule: {
    id: 'acme-ip-address',
    severity: 'error',
    summary: 'The ACME issuer cannot get a certificate for an IP address.',
  },
  *find(list) {
    for (const request of requestsTo('acme', list)) {
      for (const address of new Set(request.certificate.spec.ipAddresses)) {
        const reason = isFilledInLater(address, request.source) ? undefined : reasonAgainst(address, request)
        if (reason === undefined) continue
        yield {
          rule: this.rule,
          message: `The ${nameOfIssuer(request)} can't get a certificate for ${address}: ${reason}`,
          position: request.source.position,
          field: fieldOfName(address, request, annotation.ipSans),
        }
      }
    }
  },
}

function reasonAgainst(address: string, request: Request): string | undefined {
  // The profiles, and which identifiers each is for: letsencrypt.org/docs/profiles, to which cert-manager's docs refer.
  if (isLetsEncrypt(request.issuer) && !mayHaveProfile('shortlived', request.issuer)) {
    return "Let's Encrypt only certifies IP addresses in its profile shortlived. Use an issuer with that profile, or remove the address."
  }
  // `unsupportedDNS01Features` and `unsupportedHTTP01GatewayFeatures` in cert-manager's
  // test/e2e/suite/conformance/certificates/acme/acme.go name IP addresses.
  if (!possibleChallenges(address, request).includes('http01-ingress')) {
    return 'an address can only be validated by HTTP-01 with an Ingress, and none of its solvers for this address does that. Add such a solver, or remove the address.'
  }
  return undefined
}
