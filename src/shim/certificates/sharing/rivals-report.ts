import { at } from '../../../manifest/manifest.ts'
import type { Problem } from '../../../manifest/rule.ts'
import type { Options } from '../../options.ts'
import { shimRules } from '../../rules.ts'
import { referenceFrom } from '../../sources/reference.ts'
import { howToShare } from '../../sources/shared-secrets.ts'
import { fieldOfSecret } from '../../sources/source.ts'
import { hostsIn } from '../../values/handwritten-spec.ts'
import { HostNames } from '../../values/hosts.ts'
import { asksForTheSame, type Rivals } from '../certificates-by-secret.ts'
import { type DesiredCertificate, partsOf } from '../desired-certificates.ts'
import { type ExistingCertificate, isMadeFor } from '../existing.ts'

/** Reports the sources that don't get the Secret that they want, and would be served another certificate. */
export function reportLosers(
  rivals: Rivals,
  winner: DesiredCertificate,
  options: Options,
  problems: Problem[],
): void {
  if (rivals.length === 1) return
  for (const rival of rivals) {
    if (rival === winner || asksForTheSame(rival, winner)) continue
    for (const part of partsOf(rival)) reportShared(part, winner, options, problems)
  }
}

function reportShared(
  { source, secret }: DesiredCertificate,
  winner: DesiredCertificate,
  options: Options,
  problems: Problem[],
): void {
  problems.push({
    rule: shimRules.secretShared,
    message: `The Secret ${secret.name} will hold the certificate of ${referenceFrom(secret.namespace, winner.source)}, which asks for other contents, so this ${source.kind} would silently be served that one. Take the issuer annotation off this one if that certificate is meant for both, or use another secretName here.${howToShare([winner.source, source], options)}`,
    position: source.position,
    field: fieldOfSecret(secret),
  })
}

/** Reports the sources whose Certificate is in the list, but belongs to somebody else. */
export function reportNotOurs(rivals: Rivals, existing: ExistingCertificate, problems: Problem[]): void {
  const names = new HostNames(hostsIn(at(existing.object, 'spec')))
  for (const { source, secret } of rivals.flatMap(partsOf)) {
    if (isMadeFor(existing, source)) continue
    const missing = secret.hosts.map(({ host }) => host).filter((host) => !names.cover(host))
    const consequence =
      missing.length === 0
        ? 'It covers all hosts that are wanted here.'
        : `It doesn't cover ${missing.join(', ')}.`
    problems.push({
      rule: shimRules.certificateNotOurs,
      message: `A Certificate ${existing.name} that was not made for this ${source.kind} already exists and is left alone. ${consequence} Take the issuer annotation off this one to serve with that certificate, or use another secretName here.`,
      position: source.position,
      field: fieldOfSecret(secret),
    })
  }
}
