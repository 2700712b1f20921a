import type { Parsed } from './parsed.ts'

/**
 * Whether Go's `url.Parse` reads a text, and why it doesn't: the rules are those of net/url. What it reads is taken as it
 * stands.
 */
export function parseUrl(text: string): Parsed<string> {
  const problem = problemOf(text)
  return problem === undefined ? { value: text } : { problem }
}

function problemOf(text: string): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what Go refuses.
  if (/[\x00-\x1f\x7f]/.test(text)) return 'it has a control character in it'
  const [beforeFragment = '', ...fragment] = text.split('#')
  if (hasBadEscape(fragment.join('#'))) return 'a "%" has to be followed by two hexadecimal digits'
  const [main = ''] = beforeFragment.split('?')
  if (main.startsWith(':')) return 'it has no scheme before its colon'
  const scheme = /^[A-Za-z][A-Za-z0-9+.-]*:/.exec(main)?.[0] ?? ''
  const rest = main.slice(scheme.length)
  if (!rest.startsWith('/')) {
    // What follows a scheme without a slash is opaque: mailto:a@example.com.
    if (scheme !== '') return undefined
    if (/^[^/]*:/.test(rest)) return 'its first part has a colon, and no scheme stands before it'
  }
  const [, authority = '', path = rest] = /^\/\/([^/]*)(.*)$/s.exec(rest) ?? []
  return (
    problemOfAuthority(authority) ??
    (hasBadEscape(path) ? 'a "%" has to be followed by two hexadecimal digits' : undefined)
  )
}

function problemOfAuthority(authority: string): string | undefined {
  const at = authority.lastIndexOf('@')
  if (at !== -1 && !/^[A-Za-z0-9\-._~!$&'()*+,;=%@:]*$/.test(authority.slice(0, at)))
    return 'its user has a character that none can have'
  const host = authority.slice(at + 1)
  const [, name = '', port = ''] = /^(\[.*\]|[^:]*)(.*)$/s.exec(host) ?? []
  if (name.startsWith('[') !== name.endsWith(']')) return 'a bracket of its host is not closed'
  if (!/^(?::\d*)?$/.test(port)) return 'its port is not a number'
  return /[\s\\^{}|`%]/.test(name.startsWith('[') ? '' : name)
    ? 'its host has a character that none can have'
    : undefined
}

function hasBadEscape(text: string): boolean {
  return /%(?![0-9A-Fa-f]{2})/.test(text)
}
