import { at } from '../manifest/manifest.ts'
import { annotation } from '../shim/annotations.ts'
import { settingName } from '../shim/sources/own-settings.ts'
import type { Check } from './check.ts'
import { isLetsEncrypt } from './facts/acme/acme.ts'
import { annotationField, firstRequestsTo, nameOfIssuer } from './facts/requests.ts'

/** `EnableDurationFeature` in cert-manager's pkg/apis/acme/v1/types_issuer.go: Let's Encrypt doesn't support it, and the order fails. */
export const acmeDurationRefused: Check = {
  rule: {
    id: 'acme-duration-refused',
    severity: 'error',
    summary: "The issuer asks Let's Encrypt for a duration, which it refuses.",
  },
  *find(list) {
    for (const request of firstRequestsTo('acme', list)) {
      const { source } = request
      if (source.fields.lifetime.duration === undefined) continue
      if (!isLetsEncrypt(request.issuer) || at(request.issuer.config, 'enableDurationFeature') !== true)
        continue
      yield {
        rule: this.rule,
        message: `The ${nameOfIssuer(request)} has enableDurationFeature, and Let's Encrypt refuses orders that ask for a duration. Remove ${settingName(source.sourceKind, annotation.duration)}, or enableDurationFeature from the issuer.`,
        position: source.position,
        field: annotationField(source, annotation.duration),
      }
    }
  },
}
