import { at } from '../../../manifest/manifest.ts'
import type { Problem } from '../../../manifest/rule.ts'
import { certificateAnnotation } from '../../annotations.ts'
import { shimRules } from '../../rules.ts'
import { referencesOf } from '../../sources/reference.ts'
import { namesIn } from '../../values/handwritten-spec.ts'
import type { DesiredCertificate } from '../desired-certificates.ts'
import type { ExistingCertificate } from '../existing.ts'
import { unitedFields } from './merged-certificate.ts'

/** Reports the names that a shared Certificate loses when a source goes, or no longer shares its Secret. */
export function reportRemovedNames(
  { position, object, madeFor = '' }: ExistingCertificate,
  { certificate, secret }: DesiredCertificate,
  problems: Problem[],
): void {
  const sharers = referencesOf(madeFor)
  const now = new Set(referencesOf(certificate.metadata.annotations[certificateAnnotation.source] ?? ''))
  const gone = sharers.filter((reference) => !now.has(reference))
  if (sharers.length < 2 || gone.length === 0) return
  for (const field of unitedFields) {
    const kept = new Set((certificate.spec[field] ?? []).map((name) => name.toLowerCase()))
    const before = namesIn(at(object, 'spec'), field)
    const removed = before.filter((name) => !kept.has(name.toLowerCase()))
    if (removed.length === 0) continue
    problems.push({
      rule: shimRules.certificateNamesRemoved,
      message: `${removed.join(', ')} ${removed.length === 1 ? 'goes' : 'go'} from this Certificate, since ${gone.join(' and ')} no longer ${gone.length === 1 ? 'shares' : 'share'} the Secret ${secret.name}. The certificate is issued anew without ${removed.length === 1 ? 'it' : 'them'}: make sure that nobody serves ${removed.length === 1 ? 'it' : 'them'} with this Secret any more.`,
      position,
      field: { path: `spec.${field}`, currentValue: before },
    })
  }
}
