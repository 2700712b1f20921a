import { annotation } from '../shim/annotations.ts'
import type { Check } from './check.ts'
import { isLetsEncrypt } from './facts/acme/acme.ts'
import {
  fieldOfName,
  hostsOf,
  nameOfIssuer,
  type Request,
  requestsTo,
  wholeCertificate,
} from './facts/requests.ts'

/** A name and a wildcard for it in one order, which Let's Encrypt refuses: `wildcardOverlap` in Boulder's ra/ra.go. */
export const acmeRedundantName: Check = {
  rule: {
    id: 'acme-redundant-name',
    severity: 'error',
    summary: "A certificate of Let's Encrypt has a wildcard and a name that the wildcard covers.",
  },
  *find(list) {
    for (const request of requestsTo('acme', list)) {
      if (!isLetsEncrypt(request.issuer)) continue
      for (const [name, wildcard] of redundantNames(request)) {
        yield {
          rule: this.rule,
          message: `The certificate in ${request.secret.name} would be for ${wildcard} and for ${name}, which the wildcard covers already, and Let's Encrypt, which the ${nameOfIssuer(request)} uses, refuses an order for both. Leave out ${name}, or give it a Secret of its own.`,
          position: request.source.position,
          field: fieldOfName(name, request, annotation.altNames),
        }
      }
    }
  },
}

/** Each name with the wildcard that covers it. */
function redundantNames(request: Request): readonly (readonly [name: string, wildcard: string])[] {
  const names = new Set(request.certificate.spec.dnsNames)
  const all = new Set(hostsOf(wholeCertificate(request)).map((name) => name.toLowerCase()))
  return [...names].flatMap((name) => {
    const wildcard = `*${name.slice(name.indexOf('.')).toLowerCase()}`
    return !name.startsWith('*.') && all.has(wildcard) ? [[name, wildcard] as const] : []
  })
}
