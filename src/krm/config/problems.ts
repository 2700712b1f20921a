import { typeInWords } from '../../manifest/manifest.ts'
import { nearest } from '../../manifest/nearest.ts'

/** Something in a functionConfig that can't be used. A value that is undefined isn't said. */
export interface SettingProblem {
  /** Kubernetes' own notation; `''` for the whole functionConfig. */
  readonly path: string
  readonly message: string
  readonly currentValue?: unknown
  readonly proposedValue?: unknown
}

/** A value that is something else than what is wanted. */
export function wrongValue(
  value: unknown,
  path: string,
  wanted: string,
  proposedValue?: unknown,
  given = value === '' ? 'empty' : typeInWords(value),
): SettingProblem {
  const message = `This is ${given}, but has to be ${wanted}.`
  return { path, message, currentValue: value, proposedValue }
}

/** A number or boolean as the string that was meant. */
export function inQuotes(value: unknown): string | undefined {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
}

/** The rules that a user can set, which are too many for a message. */
export interface SettableRules {
  readonly ids: readonly string[]
  /** The command that lists them. */
  readonly listedBy: string
}

/** A name that isn't known where it is used, which may be a place for the ids of rules, too; the nearest known one is proposed. */
export function unknownName(
  name: string,
  path: string,
  what: 'field' | 'setting' | 'name',
  known: readonly string[],
  rules?: SettableRules,
): SettingProblem {
  const more = rules === undefined ? '' : `, and the id of each rule (\`${rules.listedBy}\` lists them)`
  const listed = `Known ${what}s: ${known.toSorted().join(', ')}${more}.`
  return notKnown(name, path, what, [...known, ...(rules?.ids ?? [])], listed)
}

/** A rule that isn't known. */
export function unknownRule(id: string, path: string, { ids, listedBy }: SettableRules): SettingProblem {
  return notKnown(id, path, 'rule', ids, `Look up the id: \`${listedBy}\` lists them.`)
}

function notKnown(
  name: string,
  path: string,
  what: string,
  known: readonly string[],
  otherwise: string,
): SettingProblem {
  const meant = nearest(name, known) ?? nearestBeforeDot(name, known)
  return {
    path,
    message: `This is not a known ${what}, so it would do nothing. ${meant === undefined ? otherwise : `Did you mean ${meant}?`}`,
    currentValue: name,
    proposedValue: meant,
  }
}

/** `HTTPProxy.projectcontour.io` for `HttpProxy`, where no other name begins so. */
function nearestBeforeDot(name: string, known: readonly string[]): string | undefined {
  const start = (one: string) => one.split('.')[0] ?? one
  const meant = nearest(start(name), known.map(start))
  const [first, ...others] = known.filter((one) => start(one) === meant)
  return others.length === 0 ? first : undefined
}
