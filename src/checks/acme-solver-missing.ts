import { annotation } from '../shim/annotations.ts'
import type { Check } from './check.ts'
import { mayBeValidatedBeforehand } from './facts/acme/acme.ts'
import { possibleChallenges } from './facts/acme/acme-solvers.ts'
import { fieldOfName, nameOfIssuer, requestsTo } from './facts/requests.ts'

/**
 * A host that all solvers leave out by their selectors: `partialChallengeSpecForAuthorization` in cert-manager's
 * pkg/controller/acmeorders/util.go then makes no challenge, and the order stays as it is.
 */
export const acmeSolverMissing: Check = {
  rule: {
    id: 'acme-solver-missing',
    severity: 'error',
    summary: 'No solver of the ACME issuer is for this host.',
  },
  *find(list) {
    for (const request of requestsTo('acme', list)) {
      if (mayBeValidatedBeforehand(request.issuer)) continue
      for (const name of new Set(request.certificate.spec.dnsNames)) {
        if (possibleChallenges(name, request).length > 0) continue
        yield {
          rule: this.rule,
          message: `No solver of the ${nameOfIssuer(request)} matches ${name}, by its dnsNames, dnsZones or matchLabels, so the order for it stays pending forever. Add a solver for this host, or use another issuer.`,
          position: request.source.position,
          field: fieldOfName(name, request, annotation.altNames),
        }
      }
    }
  },
}
