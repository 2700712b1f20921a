import { at } from '../manifest/manifest.ts'
import { annotation } from '../shim/annotations.ts'
import { settingName } from '../shim/sources/own-settings.ts'
import type { Source } from '../shim/sources/source.ts'
import type { Check, CheckedList } from './check.ts'
import { annotationField, firstRequestsTo, nameOfIssuer, type Request } from './facts/requests.ts'

/**
 * Fields that the CA decides itself. `KeyUsagesFeature` and `LiteralSubjectFeature` are among what ACME and Vault issuers
 * can't do in cert-manager's test/e2e/suite/conformance/certificates (acme/acme.go, vault/vault_approle.go); neither is in
 * an ACME order, nor in what `Sign` in its internal/vault/vault.go sends.
 */
export const issuerIgnores: Check = {
  rule: {
    id: 'issuer-ignores',
    severity: 'warning',
    summary: 'The CA behind the issuer decides this field itself, whatever the annotation says.',
  },
  *find(list) {
    for (const request of decidedByTheCa(list)) {
      const { source } = request
      for (const key of ignoredAnnotations(source)) {
        yield {
          rule: this.rule,
          message: `The CA behind the ${nameOfIssuer(request)} decides this itself, so ${settingName(source.sourceKind, key)} has no effect on the certificate. Remove it, ${request.issuer.type === 'vault' ? 'and set it in the Vault role' : 'or use an issuer of your own CA'}.`,
          position: source.position,
          field: annotationField(source, key),
        }
      }
    }
  },
}

function decidedByTheCa(list: CheckedList): readonly Request[] {
  return [
    ...firstRequestsTo('acme', list),
    // Vault's sign-verbatim takes the request as it stands.
    ...firstRequestsTo('vault', list).filter(
      ({ issuer }) => !String(at(issuer.config, 'path')).includes('sign-verbatim'),
    ),
  ]
}

const subjectAnnotations = [
  annotation.subjectOrganizations,
  annotation.subjectOrganizationalUnits,
  annotation.subjectCountries,
  annotation.subjectProvinces,
  annotation.subjectLocalities,
  annotation.subjectPostalCodes,
  annotation.subjectStreetAddresses,
  annotation.subjectSerialNumber,
]

/** The usages of a server are what every CA gives, so asking for these does no harm. */
const servers = ['digital signature', 'signing', 'key encipherment', 'server auth']

function ignoredAnnotations({ annotations, fields }: Source): readonly string[] {
  const { subject, usages = [] } = fields.spec
  return [
    ...(subject === undefined ? [] : subjectAnnotations.filter((key) => (annotations.get(key) ?? '') !== '')),
    ...(usages.every((usage) => servers.includes(usage)) ? [] : [annotation.usages]),
  ]
}
