import type { Parsed } from '../parsed.ts'
import { type Matcher, parseExpression } from './expression.ts'
import { matcherNamed, matcherSpeltLike, type Protocol, type Syntax, whyDropped } from './matchers.ts'

export interface Rule {
  /** In reading order; known names in their usual spelling. */
  readonly matchers: readonly Matcher[]
  /** Why Traefik itself would drop a router with this rule; a plugin or another version may take it. */
  readonly doubts: readonly string[]
}

/**
 * Reads the rule in `match` of a Traefik router. What no Traefik reads is a problem: broken syntax, a matcher in wrong letters
 * or without values.
 *
 * @example parseRule('host(`a.example.com`) && !Path(`/x`)', 'HTTP', 'v3') // matchers Host, and Path with isNegated
 */
export function parseRule(text: string, protocol: Protocol, syntax: Syntax): Parsed<Rule> {
  if (text.trim() === '') return { problem: 'it is empty' }
  const parsed = parseExpression(text)
  if ('problem' in parsed) return parsed
  for (const matcher of parsed.value) {
    const problem = problemOf(matcher, protocol)
    if (problem !== undefined) return { problem }
  }
  const matchers = parsed.value.map((matcher) => ({
    ...matcher,
    name: matcherNamed(matcher.name, protocol) ?? matcher.name,
  }))
  const doubts = matchers.flatMap(
    ({ name, values }) => whyDropped(name, values.length, protocol, syntax) ?? [],
  )
  return { value: { matchers, doubts: [...new Set(doubts)] } }
}

/** `CheckRule` in Traefik's pkg/rules refuses a matcher without values. */
function problemOf({ name, values }: Matcher, protocol: Protocol): string | undefined {
  if (matcherNamed(name, protocol) === undefined) {
    const meant = matcherSpeltLike(name, protocol)
    if (meant !== undefined) return `Traefik does not know the spelling ${name}; write ${meant}`
  }
  if (values.length === 0) return `${name} has no value`
  return values.includes('') ? `${name} has an empty value` : undefined
}
