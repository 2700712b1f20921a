import type { Problem } from '../../manifest/rule.ts'
import { refusals } from '../admission/admission.ts'
import type { IssuerRef } from '../issuer.ts'
import type { Options } from '../options.ts'
import { shimRules } from '../rules.ts'
import type { Source, WantedSecret } from '../sources/source.ts'
import type { Certificate } from './certificate.ts'
import { certificateOf } from './certificate-of.ts'

/** A Certificate that a source asks for and that admission accepts. */
export interface Wish {
  readonly source: Source
  readonly secret: WantedSecret
  readonly certificate: Certificate
}

/** The Certificates that the sources ask for, in list order; reports those that admission refuses. */
export function wishesOf(sources: readonly Source[], options: Options, problems: Problem[]): readonly Wish[] {
  const wishes: Wish[] = []
  for (const source of sources) {
    if (source.spoiled || source.issuer === undefined) continue
    for (const secret of source.tls.secrets) {
      const wish = wishFor(source, secret, source.issuer, options, problems)
      if (wish !== undefined) wishes.push(wish)
    }
  }
  return wishes
}

function wishFor(
  source: Source,
  secret: WantedSecret,
  issuer: IssuerRef,
  options: Options,
  problems: Problem[],
): Wish | undefined {
  const certificate = certificateOf(source, secret, issuer, options)
  const reasons = refusals(certificate.spec, secret, source)
  for (const { field, problem } of reasons) {
    problems.push({
      rule: shimRules.certificateRejected,
      message: `cert-manager would refuse the Certificate ${secret.name}, so it is not written. ${problem}`,
      position: source.position,
      field,
    })
  }
  return reasons.length === 0 ? { source, secret, certificate } : undefined
}
