import { at } from '../../../manifest/manifest.ts'
import type { Problem } from '../../../manifest/rule.ts'
import { certificateAnnotation } from '../../annotations.ts'
import { shimRules } from '../../rules.ts'
import { referencesOf } from '../../sources/reference.ts'
import type { DesiredCertificate } from '../desired-certificates.ts'
import type { ExistingCertificate } from '../existing.ts'
import { unitedFields } from './merged-certificate.ts'

/** Reports the names that a shared Certificate loses when a source goes, or no longer shares its Secret. */
export function reportRemovedNames(
  { position, object, madeFor = '' }: ExistingCertificate,
  { certificate, secret }: DesiredCertificate,
  problems: Problem[],
): void {
  const before = referencesOf(madeFor)
  const now = new Set(referencesOf(certificate.metadata.annotations[certificateAnnotation.source] ?? ''))
  const gone = before.filter((reference) => !now.has(reference))
  if (before.length < 2 || gone.length === 0) return
  for (const field of unitedFields) {
    const kept = new Set((certificate.spec[field] ?? []).map((name) => name.toLowerCase()))
    const removed = namesIn(at(object, 'spec', field)).filter((name) => !kept.has(name.toLowerCase()))
    if (removed.length === 0) continue
    problems.push({
      rule: shimRules.certificateNamesRemoved,
      message: `${removed.join(', ')} ${removed.length === 1 ? 'goes' : 'go'} from this Certificate, since ${gone.join(' and ')} no longer ${gone.length === 1 ? 'shares' : 'share'} the Secret ${secret.name}. The certificate is issued anew without ${removed.length === 1 ? 'it' : 'them'}: make sure that nobody serves ${removed.length === 1 ? 'it' : 'them'} with this Secret any more.`,
      position,
      field: { path: `spec.${field}`, currentValue: namesIn(at(object, 'spec', field)) },
    })
  }
}

function namesIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((name) => typeof name === 'string') : []
}
