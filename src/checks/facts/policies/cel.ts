import { Environment } from '@marcbachmann/cel-js/evaluator'
import type { CelRequest } from './validations.ts'

type Program = ReturnType<Environment['parse']>

/** What RE2 reads otherwise than JavaScript's regular expressions, or only one of the two. */
const onlyInOne = /\\[AzQECpPx1-9]|\[\[:|\(\?(?!:)/

/**
 * Evaluates rules in CEL as approver-policy does in its pkg/internal/approver/validation. What it has and this has not (functions of
 * service accounts, `format`) is not evaluated; neither is a rule that asks for what only the cluster knows.
 */
export function celEvaluator(): (rule: string, self: string, request: CelRequest) => boolean | undefined {
  const environment = environmentOfPolicies()
  const programs = new Map<string, Program | undefined>()
  return (rule, self, request) => {
    if (!programs.has(rule)) programs.set(rule, programOf(rule, environment))
    return answerOf(programs.get(rule), { self, cr: request })
  }
}

function environmentOfPolicies(): Environment {
  return new Environment()
    .registerVariable('self', 'string')
    .registerVariable('cr', 'map')
    .registerFunction('string.charAt(int): string', charAt, { async: false })
    .registerFunction('string.reverse(): string', reverse, { async: false })
    .registerFunction('string.replace(string, string): string', replace, { async: false })
    .registerFunction('string.replace(string, string, int): string', replace, { async: false })
}

/** The strings extension of cel-go: the character there, nothing behind the last, and an error beyond. */
function charAt(text: string, index: bigint): string {
  const characters = [...text]
  const at = Number(index)
  if (at < 0 || at > characters.length) throw new RangeError(`there is no character ${index}`)
  return characters[at] ?? ''
}

function reverse(text: string): string {
  return [...text].reverse().join('')
}

/** The first of them alone; all for a negative number. */
function replace(text: string, from: string, to: string, limit = -1n): string {
  let replaced = 0n
  return text.replaceAll(from, (found) => (limit < 0n || replaced++ < limit ? to : found))
}

/** Undefined where the rule isn't one that gives true or false. */
function programOf(rule: string, environment: Environment): Program | undefined {
  if (rule.includes('matches') && onlyInOne.test(rule)) return undefined
  try {
    const program = environment.parse(rule)
    const { valid, type } = program.check()
    return valid && (type === 'bool' || type === 'dyn') ? program : undefined
  } catch {
    return undefined
  }
}

function answerOf(program: Program | undefined, variables: object): boolean | undefined {
  try {
    const answer: unknown = program?.({ ...variables })
    return typeof answer === 'boolean' ? answer : undefined
  } catch {
    return undefined
  }
}
