import type { Rule } from '../manifest/rule.ts'
import { acmeCommonName } from './acme-common-name.ts'
import { acmeDurationIgnored } from './acme-duration-ignored.ts'
import { acmeDurationRefused } from './acme-duration-refused.ts'
import { acmeEmailAddress } from './acme-email-address.ts'
import { acmeHttp01Conflict } from './acme-http01-conflict.ts'
import { acmeHttp01Unreachable } from './acme-http01-unreachable.ts'
import { acmeHttp01Unused } from './acme-http01-unused.ts'
import { acmeIpAddress } from './acme-ip-address.ts'
import { acmeKeyAlgorithm } from './acme-key-algorithm.ts'
import { acmeNameNotPublic } from './acme-name-not-public.ts'
import { acmeProfileUnknown } from './acme-profile-unknown.ts'
import { acmeRedundantName } from './acme-redundant-name.ts'
import { acmeServerRetired } from './acme-server-retired.ts'
import { acmeSolverMissing } from './acme-solver-missing.ts'
import { acmeTooManyNames } from './acme-too-many-names.ts'
import { acmeWildcardHttp01 } from './acme-wildcard-http01.ts'
import type { Check, OrderCheck } from './check.ts'
import { deprecatedApi } from './deprecated-api.ts'
import { domainNotAllowed } from './domain-not-allowed.ts'
import { hostInvalid } from './host-invalid.ts'
import { hostNotCovered } from './host-not-covered.ts'
import { hostNotRouted } from './host-not-routed.ts'
import { ignoreInvalid } from './ignore-invalid.ts'
import { ignoredAnnotation } from './ignored-annotation.ts'
import { issuerElsewhere } from './issuer-elsewhere.ts'
import { issuerIgnores } from './issuer-ignores.ts'
import { issuerMissing } from './issuer-missing.ts'
import { issuerNotAllowed } from './issuer-not-allowed.ts'
import { issuerReferenceInvalid } from './issuer-reference-invalid.ts'
import { issuerSecretOverwritten } from './issuer-secret-overwritten.ts'
import { istioClientCaMissing } from './istio-client-ca-missing.ts'
import { legacyAnnotation } from './legacy-annotation.ts'
import { listenerSetNotAllowed } from './listener-set-not-allowed.ts'
import { listenerUnknown } from './listener-unknown.ts'
import { policyDenied } from './policy-denied.ts'
import { policyMissing } from './policy-missing.ts'
import { policyNotEvaluated } from './policy-not-evaluated.ts'
import { rateLimitDomain } from './rate-limit-domain.ts'
import { rateLimitDuplicates } from './rate-limit-duplicates.ts'
import { rateLimitOrders } from './rate-limit-orders.ts'
import { renewBeforeIgnored } from './renew-before-ignored.ts'
import { renewBeforeTooEarly } from './renew-before-too-early.ts'
import { routeHostNotCovered } from './route-host-not-covered.ts'
import { routeSecretUnreadable } from './route-secret-unreadable.ts'
import { secretIssuedTwice } from './secret-issued-twice.ts'
import { secretPresent } from './secret-present.ts'
import { selfsignedSubjectMissing } from './selfsigned-subject-missing.ts'
import { sourceNotServed } from './source-not-served.ts'
import { subjectValueSuspicious } from './subject-value-suspicious.ts'
import { tlsMissing } from './tls-missing.ts'
import { unknownAnnotation } from './unknown-annotation.ts'
import { venafiCustomFields } from './venafi-custom-fields.ts'
import { venafiSubjectMissing } from './venafi-subject-missing.ts'

/** The checks that the annotation of a resource can ignore, in the order of the rules' page. */
const checksOfResources: readonly Check[] = [
  tlsMissing,
  unknownAnnotation,
  legacyAnnotation,
  ignoredAnnotation,
  deprecatedApi,
  sourceNotServed,
  hostInvalid,
  hostNotCovered,
  hostNotRouted,
  secretIssuedTwice,
  secretPresent,
  issuerSecretOverwritten,
  issuerReferenceInvalid,
  issuerMissing,
  issuerElsewhere,
  issuerIgnores,
  issuerNotAllowed,
  domainNotAllowed,
  policyDenied,
  policyMissing,
  policyNotEvaluated,
  acmeServerRetired,
  acmeProfileUnknown,
  acmeNameNotPublic,
  acmeRedundantName,
  acmeTooManyNames,
  acmeIpAddress,
  acmeEmailAddress,
  acmeCommonName,
  acmeWildcardHttp01,
  acmeSolverMissing,
  acmeHttp01Unreachable,
  acmeHttp01Conflict,
  acmeHttp01Unused,
  acmeDurationIgnored,
  acmeDurationRefused,
  renewBeforeTooEarly,
  renewBeforeIgnored,
  acmeKeyAlgorithm,
  subjectValueSuspicious,
  selfsignedSubjectMissing,
  venafiSubjectMissing,
  venafiCustomFields,
  listenerSetNotAllowed,
  listenerUnknown,
  routeHostNotCovered,
  routeSecretUnreadable,
  istioClientCaMissing,
]

/** Those of what all sets order together. */
export const orderChecks: readonly OrderCheck[] = [rateLimitDomain, rateLimitOrders, rateLimitDuplicates]

/** Every check of a set, in the order of the rules' page. */
export const checks: readonly Check[] = [
  ...checksOfResources,
  ignoreInvalid([...checksOfResources, ...orderChecks].map(({ rule }) => rule)),
]

/** The rules of all checks. */
export const rulesOfChecks: readonly Rule[] = [...checks, ...orderChecks].map(({ rule }) => rule)
