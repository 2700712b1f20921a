import { nearest } from '../../manifest/nearest.ts'

/** Something in a functionConfig that can't be used. A value that is undefined isn't said. */
export interface SettingProblem {
  /** Kubernetes' own notation; `''` for the whole functionConfig. */
  readonly path: string
  readonly message: string
  readonly currentValue?: unknown
  readonly proposedValue?: unknown
}

/** A number or boolean as the string that was meant. */
export function inQuotes(value: unknown): string | undefined {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
}

/** A name that isn't known where it is used; the nearest known one is proposed. */
export function unknownName(
  name: string,
  path: string,
  what: 'field' | 'setting' | 'name',
  known: readonly string[],
  ruleIds: readonly string[] = [],
): SettingProblem {
  const rules = ruleIds.length === 0 ? '' : `, and the id of each rule (${whereRulesAre})`
  return notKnown(
    name,
    path,
    what,
    [...known, ...ruleIds],
    `Known ${what}s: ${[...known].sort().join(', ')}${rules}.`,
  )
}

/** A rule that isn't known; there are too many of them to name all. */
export function unknownRule(id: string, path: string, ruleIds: readonly string[]): SettingProblem {
  return notKnown(id, path, 'rule', ruleIds, `Look up the id: ${whereRulesAre}.`)
}

const whereRulesAre = '`krm-ingress-shim explain` lists them'

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
