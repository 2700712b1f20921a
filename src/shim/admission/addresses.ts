import { isIpAddress } from '../../go/ip.ts'
import { parseMailAddress } from '../../go/mail.ts'
import { annotation } from '../annotations.ts'
import type { CertificateSpec } from '../certificates/certificate.ts'
import type { Source } from '../sources/source.ts'
import { isFilledInLater } from '../values/filled-in-later.ts'
import { type Refusal, refusal } from './refusal.ts'

/** What the webhook refuses of `ip-sans`; hosts that are addresses have been read as such. */
export function ipAddressRefusals({ ipAddresses = [] }: CertificateSpec, source: Source): readonly Refusal[] {
  return listRefusals('spec.ipAddresses', ipAddresses, annotation.ipSans, source, {
    isValid: isIpAddress,
    problem:
      'is not an IP address. List addresses separated by commas, without blanks, leading zeros or zones.',
  })
}

/** What the webhook refuses of `email-sans`. */
export function emailAddressRefusals(
  { emailAddresses = [] }: CertificateSpec,
  source: Source,
): readonly Refusal[] {
  return listRefusals('spec.emailAddresses', emailAddresses, annotation.emailSans, source, {
    isValid: isBareMailAddress,
    problem:
      'is not a bare e-mail address. List addresses such as ops@example.com separated by commas, without blanks or names.',
  })
}

function listRefusals(
  field: string,
  values: readonly string[],
  key: string,
  source: Source,
  { isValid, problem }: { isValid(text: string): boolean; readonly problem: string },
): readonly Refusal[] {
  if (values.every(isValid)) return []
  const isAccepted = (value: string) => isValid(value) || isFilledInLater(value, source)
  const proposal = trimmed(source.annotations.get(key), isAccepted)
  return values.flatMap((value, index) =>
    isAccepted(value)
      ? []
      : refusal(`${field}[${index}]`, key, source, { problem: `"${value}" ${problem}`, ...proposal }),
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
