import type { Problem } from '../../manifest/rule.ts'
import { refusals } from '../admission/admission.ts'
import type { Options } from '../options.ts'
import { shimRules } from '../rules.ts'
import type { Source, WantedSecret } from '../sources/source.ts'
import type { Certificate } from './certificate.ts'
import { certificateOf } from './certificate-of.ts'

/** A Certificate that a source asks for and that admission accepts. */
export interface DesiredCertificate {
  readonly source: Source
  readonly secret: WantedSecret
  readonly certificate: Certificate
  /** What each of the sources asks for that share the Secret, the first of which stands here for all of them. */
  readonly parts?: readonly DesiredCertificate[]
}

/** What the sources ask for that get a Certificate: one, mostly. */
export function partsOf(desired: DesiredCertificate): readonly DesiredCertificate[] {
  return desired.parts ?? [desired]
}

/** The Certificates that the sources ask for, in list order; reports those that admission refuses. */
export function desiredCertificates(
  sources: readonly Source[],
  options: Options,
  problems: Problem[],
): readonly DesiredCertificate[] {
  const desired: DesiredCertificate[] = []
  for (const source of sources) {
    if (source.isRejected || source.issuer === undefined) continue
    for (const secret of source.tls.secrets) {
      const certificate = certificateOf(source, secret, source.issuer, options)
      if (isAdmitted(certificate, secret, source, problems)) desired.push({ source, secret, certificate })
    }
  }
  return desired
}

function isAdmitted(
  certificate: Certificate,
  secret: WantedSecret,
  source: Source,
  problems: Problem[],
): boolean {
  const reasons = refusals(certificate.spec, secret, source)
  for (const { field, problem } of reasons) {
    problems.push({
      rule: shimRules.certificateRejected,
      message: `cert-manager would refuse the Certificate ${secret.name}, so it is not written. ${problem}`,
      position: source.position,
      field,
    })
  }
  return reasons.length === 0
}
