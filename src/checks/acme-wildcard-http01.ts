import { annotation } from '../shim/annotations.ts'
import type { Check } from './check.ts'
import { mayBeValidatedBeforehand } from './facts/acme/acme.ts'
import { possibleChallenges } from './facts/acme/acme-solvers.ts'
import { fieldOfName, nameOfIssuer, requestsTo } from './facts/requests.ts'

/** A wildcard without DNS-01: `ACMEChallengeSolver.HTTP01` in cert-manager's pkg/apis/acme/v1/types_issuer.go says it can't be issued. */
export const acmeWildcardHttp01: Check = {
  rule: {
    id: 'acme-wildcard-http01',
    severity: 'error',
    summary: 'A wildcard needs a DNS-01 solver, and the ACME issuer has only HTTP-01 for it.',
  },
  *find(list) {
    for (const request of requestsTo('acme', list)) {
      if (mayBeValidatedBeforehand(request.issuer)) continue
      for (const name of new Set(request.certificate.spec.dnsNames)) {
        if (!name.startsWith('*.')) continue
        const challenges = possibleChallenges(name, request)
        if (challenges.length === 0 || challenges.includes('dns01')) continue
        yield {
          rule: this.rule,
          message: `A certificate for ${name} can only be issued by DNS-01, and all solvers of the ${nameOfIssuer(request)} that match it are HTTP-01. Add a DNS-01 solver to the issuer, or name each host instead of the wildcard.`,
          position: request.source.position,
          field: fieldOfName(name, request, annotation.altNames),
        }
      }
    }
  },
}
