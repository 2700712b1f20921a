import type { Parsed } from '../parsed.ts'
import { RuleRefused, RuleTokens } from './tokens.ts'

/** One matcher of a rule, ``Host(`shop.example.com`)`` say. */
export interface Matcher {
  /** As it is written. */
  readonly name: string
  readonly values: readonly string[]
  /** Whether a request must not match it, once every `!` is moved to the matchers behind it. */
  readonly isNegated: boolean
}

/**
 * Reads the expression of a Traefik rule as Traefik's parser does, which is Go's `parser.ParseExpr` less everything but calls
 * with string literals, `&&`, `||`, `!` and brackets. Gives the matchers in reading order: which operators join them makes no
 * difference to their hosts. The names are not looked at.
 */
export function parseExpression(text: string): Parsed<readonly Matcher[]> {
  try {
    return { value: readMatchers(new RuleTokens(text)) }
  } catch (refused) {
    if (refused instanceof RuleRefused) return { problem: refused.message }
    throw refused
  }
}

/** Without recursion, so that no depth of brackets is too deep. */
function readMatchers(tokens: RuleTokens): readonly Matcher[] {
  const matchers: Matcher[] = []
  let isNegated = false
  const outsideOfBrackets: boolean[] = []
  do {
    for (;;) {
      let isOperandNegated: boolean = isNegated
      while (tokens.take('!')) isOperandNegated = !isOperandNegated
      if (!tokens.take('(')) {
        matchers.push(readMatcher(tokens, isOperandNegated))
        break
      }
      outsideOfBrackets.push(isNegated)
      isNegated = isOperandNegated
    }
    while (outsideOfBrackets.length > 0 && tokens.take(')')) isNegated = outsideOfBrackets.pop() ?? false
  } while (tokens.take('&&') || tokens.take('||'))
  if (outsideOfBrackets.length > 0) throw tokens.unexpected('a closing bracket')
  tokens.expectEnd('&& or ||')
  return matchers
}

function readMatcher(tokens: RuleTokens, isNegated: boolean): Matcher {
  const name = tokens.name('a matcher such as Host(`shop.example.com`)')
  tokens.expect('(')
  return { name, values: readValues(tokens), isNegated }
}

/** The rest of a call; a comma may follow the last value, and the `...` of Go's calls is not looked at. */
function readValues(tokens: RuleTokens): readonly string[] {
  const values: string[] = []
  while (!tokens.take(')')) {
    const value = tokens.string()
    if (value === undefined) throw tokens.unexpected('a value between backticks')
    values.push(value)
    const isLast = tokens.take('...')
    if (!tokens.take(',') || isLast) {
      tokens.expect(')')
      break
    }
  }
  return values
}
