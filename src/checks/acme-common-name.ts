import { annotation } from '../shim/annotations.ts'
import { settingName } from '../shim/sources/own-settings.ts'
import { isFilledInLater } from '../shim/values/filled-in-later.ts'
import type { Check } from './check.ts'
import {
  annotationField,
  hostsOf,
  nameOfIssuer,
  type Request,
  requestsTo,
  wholeCertificate,
} from './facts/requests.ts'

/** A common name of its own: `Sign` in cert-manager's pkg/controller/certificaterequests/acme fails the request for good. */
export const acmeCommonName: Check = {
  rule: {
    id: 'acme-common-name',
    severity: 'error',
    summary: 'The common name of a certificate of an ACME issuer is not one of its hosts.',
  },
  *find(list) {
    for (const request of requestsTo('acme', list)) {
      const { commonName } = request.certificate.spec
      if (commonName === undefined || mayBeOneOfItsHosts(commonName, request)) continue
      yield {
        rule: this.rule,
        message: `The certificate in ${request.secret.name} would have the common name ${commonName}, which is not one of its hosts, and cert-manager then fails every request to the ${nameOfIssuer(request)}. Remove ${settingName(request.source.sourceKind, annotation.commonName)} (clients don't look at it), or add the name to the hosts.`,
        position: request.source.position,
        field: annotationField(request.source, annotation.commonName),
      }
    }
  },
}

function mayBeOneOfItsHosts(commonName: string, request: Request): boolean {
  const hosts = hostsOf(wholeCertificate(request))
  return (
    hosts.includes(commonName) || [commonName, ...hosts].some((name) => isFilledInLater(name, request.source))
  )
}
