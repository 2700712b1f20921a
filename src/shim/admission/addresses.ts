import { isIpAddress } from '../../go/ip.ts'
import { parseMailAddress } from '../../go/mail.ts'
import { annotation } from '../annotations.ts'
import type { CertificateSpec } from '../certificates/certificate.ts'
import type { Source } from '../sources/source.ts'
import { type Refusal, refusal } from './refusal.ts'

/** What the webhook refuses of `ip-sans`; hosts that are addresses have been read as such. */
export function ipAddressRefusals({ ipAddresses = [] }: CertificateSpec, source: Source): readonly Refusal[] {
  return ipAddresses.flatMap((address, index) =>
    isIpAddress(address)
      ? []
      : refusal(`spec.ipAddresses[${index}]`, annotation.ipSans, source, {
          problem: `"${address}" is not an IP address. List addresses separated by commas, without blanks, leading zeros or zones.`,
          ...trimmed(source.annotations.get(annotation.ipSans), isIpAddress),
        }),
  )
}

/** What the webhook refuses of `email-sans`. */
export function emailAddressRefusals(
  { emailAddresses = [] }: CertificateSpec,
  source: Source,
): readonly Refusal[] {
  return emailAddresses.flatMap((address, index) =>
    isBareMailAddress(address)
      ? []
      : refusal(`spec.emailAddresses[${index}]`, annotation.emailSans, source, {
          problem: `"${address}" is not a bare e-mail address. List addresses such as ops@example.com separated by commas, without blanks or names.`,
          ...trimmed(source.annotations.get(annotation.emailSans), isBareMailAddress),
        }),
  )
}

function isBareMailAddress(text: string): boolean {
  const parsed = parseMailAddress(text)
  return 'value' in parsed && parsed.value === text
}

/** A newer cert-manager trims the blanks around each part itself: propose what it would read. */
function trimmed(
  text: string | undefined,
  isValid: (part: string) => boolean,
): { readonly proposedValue?: string } {
  const parts = (text ?? '').split(',').map((part) => part.trim())
  return parts.every(isValid) ? { proposedValue: parts.join(',') } : {}
}
