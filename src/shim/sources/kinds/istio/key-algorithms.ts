import type { Report } from '../../../../manifest/report.ts'
import { annotation } from '../../../annotations.ts'
import type { Resource } from '../../../resource.ts'
import { shimRules } from '../../../rules.ts'
import type { WantedSecret } from '../../source.ts'
import type { Server } from './server.ts'

type KeyAlgorithm = Required<Pick<WantedSecret, 'keyAlgorithm'>>

/**
 * The key algorithms of the two certificates of a server, by the fields that name them. Istio wants one with an RSA key and one
 * with an ECDSA key; that is how their names end, or the pair is reported to be alike.
 */
export function keyAlgorithms(
  { credentials, hasPair, path }: Server,
  { annotations }: Resource,
  report: Report,
): ReadonlyMap<string, KeyAlgorithm> {
  if (!hasPair) return new Map()
  const isAnnotated = [annotation.privateKeyAlgorithm, annotation.privateKeySize].some((key) =>
    annotations.has(key),
  )
  const named = credentials.flatMap((one) => {
    const keyAlgorithm = algorithmIn(one.name)
    return isAnnotated || keyAlgorithm === undefined ? [] : [[one.path, { keyAlgorithm }] as const]
  })
  // A key without an algorithm is an RSA key.
  const algorithms = credentials.map((one) => (isAnnotated ? undefined : algorithmIn(one.name)) ?? 'RSA')
  if (new Set(algorithms).size === 1) reportAlike(path, isAnnotated, report)
  return new Map(named)
}

function algorithmIn(name: string): string | undefined {
  if (name.endsWith('-ecdsa')) return 'ECDSA'
  return name.endsWith('-rsa') ? 'RSA' : undefined
}

function reportAlike(path: string, isAnnotated: boolean, report: Report): void {
  const advice = isAnnotated
    ? 'Remove the annotations for the key, and let the names end in -rsa and -ecdsa.'
    : 'Let their names end in -rsa and -ecdsa, and each gets a key of that algorithm.'
  report.warn(
    shimRules.credentialNamesAlike,
    `Both certificates of this server get a key of the same algorithm, and Istio wants one RSA and one ECDSA, so that every client gets the one that it can use. ${advice}`,
    { path: `${path}.tls.credentialNames` },
  )
}
