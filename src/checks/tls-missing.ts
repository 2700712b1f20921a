import { isFields, own } from '../manifest/manifest.ts'
import type { Source } from '../shim/sources/source.ts'
import type { Check } from './check.ts'

/** An issuer without anything to issue for. */
export const tlsMissing: Check = {
  rule: {
    id: 'tls-missing',
    severity: 'warning',
    summary: 'A source names an issuer but has no TLS configuration, so nothing is ever issued for it.',
  },
  *find({ sources }) {
    for (const source of sources) {
      if (source.tls.entries > 0 || !isLeftOut(source) || source.sourceKind.passesIssuerOn?.(source)) continue
      const { field, entryName, adviceWithout } = source.tls
      const advice =
        adviceWithout ??
        'Add one with the host and the Secret to store the certificate in, or remove the annotation that asks for Certificates.'
      yield {
        rule: this.rule,
        message: `This ${source.kind} asks for Certificates but has no ${entryName}, so nothing will ever be issued for it. ${advice}`,
        position: source.position,
        field: { path: field },
      }
    }
  },
}

/** False where something of the wrong type is in its place, which another rule reports. */
function isLeftOut({ object, tls }: Source): boolean {
  let found: unknown = object
  for (const key of tls.field.split('.')) {
    if (found === undefined || found === null) return true
    if (!isFields(found)) return false
    found = own(found, key)
  }
  return found === undefined || found === null || Array.isArray(found)
}
