import type { Problem } from '../../../manifest/rule.ts'
import type { Inventory } from '../../inventory.ts'
import type { Options } from '../../options.ts'
import { sharesSecrets } from '../../sources/shared-secrets.ts'
import type { Source } from '../../sources/source.ts'
import { certificatesBySecret, type Rivals, secretKey } from '../certificates-by-secret.ts'
import type { DesiredCertificate } from '../desired-certificates.ts'
import { conflictsOf, reportConflicts } from './conflicts.ts'
import { mergedCertificate } from './merged-certificate.ts'

/** What the sources want that share one Secret, in list order. */
export type Parts = Rivals

/**
 * The Certificates that are desired when those for one Secret are put together whose sources agree to share it. Where they
 * contradict each other, which is reported, the first is as if it were alone; where one of the sources is rejected, none
 * is desired, so that nothing of what is there changes. Sources of another set don't take part: they have a Certificate there.
 */
export function withSharedSecrets(
  admitted: readonly DesiredCertificate[],
  { sources, isOwn }: Inventory,
  options: Options,
  problems: Problem[],
): readonly DesiredCertificate[] {
  const sharers = sources.filter((source) => isOwn(source.position) && sharesSecrets(source, options))
  if (sharers.length < 2) return admitted
  const isSharer = new Set(sharers)
  const parts = certificatesBySecret(admitted.filter(({ source }) => isSharer.has(source)))
  const held = heldSecrets(sharers, admitted)
  return admitted.flatMap((one) => {
    const key = keyOf(one.secret)
    if (held.has(key)) return []
    const together = parts.get(key)
    if (together === undefined || together.length === 1 || !together.includes(one)) return [one]
    return one === together[0] ? shared(together, problems) : []
  })
}

function shared(parts: Parts, problems: Problem[]): DesiredCertificate {
  const [first] = parts
  const conflicts = conflictsOf(parts)
  if (conflicts.length === 0) return { ...first, certificate: mergedCertificate(parts), parts }
  reportConflicts(parts, conflicts, problems)
  return first
}

/** The Secrets that several sources share, one of which is rejected, or asks for what admission refuses. */
function heldSecrets(
  sharers: readonly Source[],
  admitted: readonly DesiredCertificate[],
): ReadonlySet<string> {
  const accepted = new Set(admitted.map(({ secret }) => secret))
  const rejected = new Set<string>()
  const counts = new Map<string, number>()
  for (const { isRejected, tls } of sharers) {
    const refused = isRejected ? tls.named : tls.secrets.filter((secret) => !accepted.has(secret))
    for (const secret of refused) rejected.add(keyOf(secret))
    for (const key of new Set(tls.named.map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return new Set([...rejected].filter((key) => (counts.get(key) ?? 0) > 1))
}

function keyOf({ namespace, name }: { readonly namespace: string; readonly name: string }): string {
  return secretKey(namespace, name)
}
