import { at } from '../manifest/manifest.ts'
import type { Source } from '../shim/sources/source.ts'
import type { Check } from './check.ts'
import { allowsListenerSets } from './facts/listener-sets.ts'

/** An issuer without anything to issue for. */
export const tlsMissing: Check = {
  rule: {
    id: 'tls-missing',
    severity: 'warning',
    summary: 'A source names an issuer but has no TLS configuration, so nothing is ever issued for it.',
  },
  *find({ sources }) {
    for (const source of sources) {
      if (source.tls.entries > 0 || !isLeftOut(source) || allowsListenerSets(source)) continue
      const { field, name } = source.sourceKind.tlsEntries
      yield {
        rule: this.rule,
        message: `This ${source.kind} asks for Certificates but has no ${name}, so nothing will ever be issued for it. Add one with the host and the Secret to store the certificate in, or remove the annotation that asks for Certificates.`,
        position: source.position,
        field: { path: `spec.${field}` },
      }
    }
  },
}

/** False where something of the wrong type is in its place, which another rule reports. */
function isLeftOut({ object, sourceKind }: Source): boolean {
  const entries = at(object, 'spec', sourceKind.tlsEntries.field)
  return entries === undefined || entries === null || Array.isArray(entries)
}
