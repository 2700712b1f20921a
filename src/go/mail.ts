import { kindOfWord } from './encoded-word.ts'
import { isIpAddress } from './ip.ts'
import { MailTokens } from './mail-tokens.ts'
import type { Parsed } from './parsed.ts'
import { quote } from './quote.ts'

/**
 * Reads one mail address as Go's `mail.ParseAddress` does, and gives its bare form: what stands in angle brackets after a display
 * name, without comments, with a quoted local part unquoted. A group counts where it holds one address.
 *
 * @example parseMailAddress('Ada <ada@example.com>') // value: 'ada@example.com'
 */
export function parseMailAddress(text: string): Parsed<string> {
  const tokens = new MailTokens(text)
  const found = addresses(tokens, { groups: true })
  if (found === undefined || !tokens.skipBlanksAndComments()) return { problem: whyNoAddress(text) }
  const [address] = found
  if (!tokens.isAtEnd || address === undefined || found.length > 1) {
    return { problem: `${quote(text)} is not a single mail address` }
  }
  return { value: address }
}

function whyNoAddress(text: string): string {
  if (text.trim() === '') return 'it is empty, not a mail address'
  if (!text.includes('@')) return `${quote(text)} has no "@", so it is not a mail address`
  return `${quote(text)} is not a mail address such as admin@example.com`
}

/** One address, or those of a group; undefined where there is neither. */
function addresses(tokens: MailTokens, allowed: { readonly groups: boolean }): readonly string[] | undefined {
  tokens.skipBlanks()
  const bare = bareAddress(tokens)
  if (bare !== undefined) return isTrailingCommentReadable(tokens) ? [bare] : undefined

  if (tokens.next() !== '<' && !skipDisplayName(tokens)) return undefined
  tokens.skipBlanks()
  if (allowed.groups && tokens.take(':')) return groupMembers(tokens)
  if (!tokens.take('<')) return undefined
  const bracketed = bareAddress(tokens)
  return bracketed !== undefined && tokens.take('>') ? [bracketed] : undefined
}

/** The rest of `name: a@example.com, b@example.com;` after its colon. */
function groupMembers(tokens: MailTokens): readonly string[] | undefined {
  const members: string[] = []
  tokens.skipBlanks()
  if (tokens.take(';')) return tokens.skipBlanksAndComments() ? members : undefined
  for (;;) {
    const member = addresses(tokens, { groups: false })
    if (member === undefined || !tokens.skipBlanksAndComments()) return undefined
    members.push(...member)
    if (tokens.take(';')) return tokens.skipBlanksAndComments() ? members : undefined
    if (!tokens.take(',')) return undefined
  }
}

/** `local@domain`; undefined, and nothing taken, where there is none. */
function bareAddress(tokens: MailTokens): string | undefined {
  const start = tokens.position
  tokens.skipBlanks()
  const local = localPart(tokens)
  if (local !== undefined && tokens.take('@')) {
    tokens.skipBlanks()
    const domain = tokens.next() === '[' ? domainLiteral(tokens) : dotAtom(tokens)
    if (domain !== undefined) return `${local}@${domain}`
  }
  tokens.goTo(start)
  return undefined
}

function localPart(tokens: MailTokens): string | undefined {
  return tokens.next() === '"' ? tokens.quotedString() || undefined : dotAtom(tokens)
}

function dotAtom(tokens: MailTokens): string | undefined {
  const atom = tokens.atom()
  const isWellDotted = atom !== '' && !atom.startsWith('.') && !atom.endsWith('.') && !atom.includes('..')
  return isWellDotted ? atom : undefined
}

function domainLiteral(tokens: MailTokens): string | undefined {
  const content = tokens.bracketed()
  return content !== undefined && isIpAddress(content) ? `[${content}]` : undefined
}

/** Go decodes a comment that follows a bare address, since it may be the display name, and gives up on a charset it doesn't know. */
function isTrailingCommentReadable(tokens: MailTokens): boolean {
  tokens.skipBlanks()
  if (!tokens.take('(')) return true
  const comment = tokens.comment()
  return comment?.split(/[ \t]/).every((word) => kindOfWord(word) !== 'of an unknown charset') ?? false
}

/**
 * Skips the words before an angle bracket or a colon; false where there are none.
 *
 * Go collects encoded words apart and counts them when a plain word or the end follows: until then it allows no comments, and
 * empty ones never count. After a first word, one that can't be read just ends the name.
 */
function skipDisplayName(tokens: MailTokens): boolean {
  let words = 0
  let hasEncodedText = false
  for (;;) {
    if (words > 0) tokens.skipBlanksAndComments()
    tokens.skipBlanks()
    const kind = skipWord(tokens)
    if (kind === undefined || kind === 'of an unknown charset') return words > 0 || hasEncodedText
    if (kind === 'plain') words++
    else if (kind === 'encoded') hasEncodedText = true
  }
}

function skipWord(tokens: MailTokens) {
  if (tokens.next() === '"') return tokens.quotedString() === undefined ? undefined : 'plain'
  const atom = tokens.atom()
  return atom === '' ? undefined : kindOfWord(atom)
}
