import { formatDuration } from '../../../go/duration.ts'
import { annotation } from '../../../shim/annotations.ts'
import { keyIn } from '../../../shim/values/handwritten-spec.ts'
import type { AskedCertificate } from '../requests.ts'
import type { Policy } from './policy.ts'
import { type Reason, reasonAt } from './reason.ts'

/** Why the lifetime or the key of a request is outside the constraints of a policy. */
export function brokenConstraints(policy: Policy, asked: AskedCertificate): readonly Reason[] {
  return [...durationReasons(policy, asked), ...keyReasons(policy, asked)]
}

/** A request has the duration of its Certificate, and none where that has none, though cert-manager then takes 90 days. */
function* durationReasons({ constraints }: Policy, asked: AskedCertificate): Iterable<Reason> {
  const { duration } = asked.source.fields.lifetime
  const limits = [
    ['minDuration', constraints.minDuration, (asked: bigint, limit: bigint) => asked < limit],
    ['maxDuration', constraints.maxDuration, (asked: bigint, limit: bigint) => asked > limit],
  ] as const
  for (const [name, limit, isBeyond] of limits) {
    if (limit === undefined || (duration !== undefined && !isBeyond(duration, limit))) continue
    const instead =
      duration === undefined ? 'and no duration is asked for' : `not ${formatDuration(duration)}`
    yield reasonAt(
      `spec.constraints.${name} is ${formatDuration(limit)}, ${instead}`,
      asked,
      annotation.duration,
    )
  }
}

function* keyReasons({ constraints }: Policy, asked: AskedCertificate): Iterable<Reason> {
  const { minSize = -Infinity, maxSize = Infinity } = constraints
  // approver-policy gives a key without a size the size -1.
  const { algorithm, size = -1 } = keyIn(asked.certificate.spec)
  const constraint = (name: string, limit: string | number, found: string | number) =>
    `spec.constraints.privateKey.${name} is ${limit}, not ${found}`
  if (constraints.algorithm !== undefined && constraints.algorithm !== algorithm) {
    const text = constraint('algorithm', constraints.algorithm, algorithm)
    yield reasonAt(text, asked, annotation.privateKeyAlgorithm)
  }
  if (size > maxSize) yield reasonAt(constraint('maxSize', maxSize, size), asked, annotation.privateKeySize)
  if (size < minSize) yield reasonAt(constraint('minSize', minSize, size), asked, annotation.privateKeySize)
}
