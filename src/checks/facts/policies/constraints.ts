import { formatDuration } from '../../../go/duration.ts'
import { annotation } from '../../../shim/annotations.ts'
import type { PrivateKey } from '../../../shim/certificates/certificate.ts'
import { annotationField } from '../requests.ts'
import type { AskedCertificate } from './asked.ts'
import type { Reason } from './judgement.ts'
import type { Policy } from './policy.ts'

/** Why the lifetime or the key of a request is outside the constraints of a policy. */
export function brokenConstraints(policy: Policy, asked: AskedCertificate): readonly Reason[] {
  return [...durationReasons(policy, asked), ...keyReasons(policy, asked)]
}

/** A request has the duration of its Certificate, and none where that has none, though cert-manager then takes 90 days. */
function* durationReasons({ constraints }: Policy, { source }: AskedCertificate): Iterable<Reason> {
  const { duration } = source.fields.lifetime
  const limits = [
    ['minDuration', constraints.minDuration, (asked: bigint, limit: bigint) => asked < limit],
    ['maxDuration', constraints.maxDuration, (asked: bigint, limit: bigint) => asked > limit],
  ] as const
  const field = annotationField(source, annotation.duration)
  for (const [name, limit, isBeyond] of limits) {
    if (limit === undefined) continue
    const constraint = `spec.constraints.${name} is ${formatDuration(limit)}`
    if (duration === undefined) yield { text: `${constraint}, and no duration is asked for`, field }
    else if (isBeyond(duration, limit))
      yield { text: `${constraint}, not ${formatDuration(duration)}`, field }
  }
}

function* keyReasons({ constraints }: Policy, { source, certificate }: AskedCertificate): Iterable<Reason> {
  const { algorithm, size } = keyOf(certificate.spec.privateKey ?? {})
  const constraint = (name: string, limit: string | number) =>
    `spec.constraints.privateKey.${name} is ${limit}`
  if (constraints.algorithm !== undefined && constraints.algorithm !== algorithm) {
    yield {
      text: `${constraint('algorithm', constraints.algorithm)}, not ${algorithm}`,
      field: annotationField(source, annotation.privateKeyAlgorithm),
    }
  }
  const field = annotationField(source, annotation.privateKeySize)
  if (constraints.maxSize !== undefined && size > constraints.maxSize) {
    yield { text: `${constraint('maxSize', constraints.maxSize)}, not ${size}`, field }
  }
  if (constraints.minSize !== undefined && size < constraints.minSize) {
    yield { text: `${constraint('minSize', constraints.minSize)}, not ${size}`, field }
  }
}

/** `GenerateTemplate` and `generatePrivateKey` in cert-manager's pkg/util/pki; approver-policy gives an Ed25519 key the size -1. */
function keyOf({ algorithm = 'RSA', size }: PrivateKey): {
  readonly algorithm: string
  readonly size: number
} {
  if (algorithm === 'Ed25519') return { algorithm, size: -1 }
  return { algorithm, size: size ?? (algorithm === 'ECDSA' ? 256 : 2048) }
}
