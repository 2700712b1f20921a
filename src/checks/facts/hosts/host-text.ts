import { isIpAddress } from '../../../go/ip.ts'
import { asciiHost } from './punycode.ts'

/**
 * Whether the API server takes a text as a host: a DNS-1123 subdomain, also behind `*.`. IPv4 addresses have that form
 * as well. Source: `ValidateIngressSpec` in Kubernetes' pkg/apis/networking/validation, and `Hostname` in gateway-api's
 * apis/v1/shared_types.go.
 */
export function isHost(text: string): boolean {
  if (text.length > 253) return false
  // Lists have tens of thousands of hosts, and a loop takes a fraction of the time that a pattern does.
  let last = dot
  for (let at = text.startsWith('*.') ? 2 : 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const joins = code === dot || code === hyphen
    if (joins ? last === dot || (code === dot && last === hyphen) : !isLowerAlphanumeric(code)) return false
    last = code
  }
  return last !== dot && last !== hyphen
}

const dot = 0x2e
const hyphen = 0x2d

function isLowerAlphanumeric(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)
}

/** What keeps a text from being a host, as a phrase for a message. */
export function whyNoHost(text: string): string {
  if (text === '') return 'it is empty'
  if (isIpAddress(text)) return 'it is an IPv6 address'
  const reason = reasons.find(([pattern]) => pattern.test(text))
  return (
    reason?.[1] ??
    'a host has lower-case letters, digits and "-" between its dots, and 253 characters at most'
  )
}

const reasons: readonly (readonly [RegExp, string])[] = [
  [/\s/, 'it has blanks in it'],
  [/:\/\//, 'it is a URL, and only its host belongs here'],
  [/\//, 'it has a path'],
  [/:\d+$/, 'it has a port'],
  [/[^ -~]/, 'it has letters beyond ASCII, which DNS writes as xn--…'],
  [/\*/, 'a wildcard is the whole first label, as in *.example.com'],
  [/_/, 'it has an underscore'],
  [/\.$/, 'it ends with a dot'],
  [/[A-Z]/, 'it has capital letters'],
]

/** The host that was meant, where only its spelling is wrong: `https://Shop.Example.com:443/` is `shop.example.com`. */
export function hostMeantBy(text: string): string | undefined {
  const bare = text
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/\/.*$/s, '')
    .replace(/^([^:]*):\d+$/, '$1')
    .replace(/\.$/, '')
    .toLowerCase()
  const host = /[^ -~]/.test(bare) ? asciiHost(bare) : bare
  return host !== undefined && host !== text && isHost(host) ? host : undefined
}
