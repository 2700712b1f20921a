import { severities } from '../../manifest/finding.ts'
import { type Fields, isFields, typeInWords } from '../../manifest/manifest.ts'
import { nearest } from '../../manifest/nearest.ts'
import { isDate } from './date.ts'
import { type ListOf, type MappingValue, problemsOfMappings } from './mappings.ts'
import { inQuotes, type SettingProblem, unknownName, unknownRule } from './problems.ts'

/** What a rule can be set to: a severity, or silence. */
export const ruleLevels = [...severities, 'off'] as const

/** The value of each type of setting. */
export interface SettingValues {
  string: string
  boolean: boolean
  /** A day, or a timestamp that counts by its day. */
  date: string
  strings: readonly string[]
  severities: Readonly<Record<string, (typeof ruleLevels)[number]>>
  /** Names of files to read, and manifests given inline. */
  manifests: readonly (string | Fields)[]
}

/** A setting that takes a list of some of these words. */
export interface SomeOf {
  readonly someOf: readonly string[]
}

/** What a setting takes: values of one of these types, one of the words that are listed, some of them, or a list of mappings. */
export type SettingType = keyof SettingValues | readonly string[] | SomeOf | ListOf

/** The settings that a function takes, by name. */
export type SettingTypes = Readonly<Record<string, SettingType>>

type ValueOf<T extends SettingType> = T extends keyof SettingValues
  ? SettingValues[T]
  : T extends SomeOf
    ? readonly string[]
    : T extends ListOf
      ? readonly MappingValue<T['listOf']>[]
      : Extract<T, readonly string[]>[number]

/** What a functionConfig sets; what it doesn't is absent. */
export type Settings<T extends SettingTypes> = { readonly [K in keyof T]?: ValueOf<T[K]> }

const descriptions: Readonly<Record<keyof SettingValues, string>> = {
  string: 'a string',
  boolean: 'true or false',
  date: 'a day that exists, such as "2026-11-24"',
  strings: 'a list of strings',
  severities: 'a mapping of rule ids to error, warning, info or off',
  manifests: 'a list of file names and manifests',
}

/** Whether all values have the types that the settings of their names take. */
export function areSettings<T extends SettingTypes>(values: Fields, types: T): values is Settings<T> {
  return Object.entries(values).every(([name, value]) => {
    const type = Object.hasOwn(types, name) ? types[name] : undefined
    return type !== undefined && problemsOfValue(value, type, name, undefined).length === 0
  })
}

/** What is wrong with the value of a setting; `ruleIds` are the rules that can be set, undefined for any. */
export function problemsOfValue(
  value: unknown,
  type: SettingType,
  path: string,
  ruleIds: readonly string[] | undefined,
): SettingProblem[] {
  if (typeof type !== 'string') {
    if (isListOf(type)) return problemsOfMappings(value, type.listOf, path)
    return isSomeOf(type) ? problemsOfWords(value, type.someOf, path) : problemsOfWord(value, type, path)
  }
  switch (type) {
    case 'string':
      return typeof value === 'string' ? [] : [wrongType(value, type, path)]
    case 'date':
      return typeof value === 'string' && isDate(value) ? [] : [wrongDate(value, path)]
    case 'boolean':
      return typeof value === 'boolean' ? [] : [wrongType(value, type, path)]
    case 'strings':
      return problemsOfList(value, type, path, (entry) => typeof entry === 'string', 'a string')
    case 'manifests':
      return problemsOfList(value, type, path, isNameOrManifest, 'a file name or a manifest')
    case 'severities':
      return isFields(value) ? problemsOfSeverities(value, path, ruleIds) : [wrongType(value, type, path)]
  }
}

function problemsOfWord(value: unknown, words: readonly string[], path: string): SettingProblem[] {
  if (words.some((word) => word === value)) return []
  const given = typeof value === 'string' ? `"${value}"` : typeInWords(value)
  return [
    {
      path,
      message: `This is ${given}, but has to be ${words.join(' or ')}.`,
      currentValue: value,
      proposedValue: typeof value === 'string' ? nearest(value, words) : undefined,
    },
  ]
}

/** Whether a setting takes several of its words, and not one. */
export function isSomeOf(type: SomeOf | ListOf | readonly string[]): type is SomeOf {
  return 'someOf' in type
}

/** Whether a setting takes a list of mappings. */
export function isListOf(type: SomeOf | ListOf | readonly string[]): type is ListOf {
  return 'listOf' in type
}

function problemsOfWords(value: unknown, words: readonly string[], path: string): SettingProblem[] {
  const problems = problemsOfValue(value, 'strings', path, undefined)
  if (problems.length > 0 || !Array.isArray(value)) return problems
  return value.flatMap((word: unknown, index) =>
    typeof word !== 'string' || words.includes(word)
      ? []
      : [unknownName(word, `${path}[${index}]`, 'name', words)],
  )
}

function isNameOrManifest(entry: unknown): boolean {
  return typeof entry === 'string' || isFields(entry)
}

function problemsOfList(
  value: unknown,
  type: keyof SettingValues,
  path: string,
  fits: (entry: unknown) => boolean,
  wanted: string,
): SettingProblem[] {
  if (!Array.isArray(value)) return [wrongType(value, type, path)]
  const entries: readonly unknown[] = value
  return entries.flatMap((entry, index) =>
    fits(entry) ? [] : [wrongEntry(entry, `${path}[${index}]`, wanted)],
  )
}

function wrongEntry(entry: unknown, path: string, wanted: string): SettingProblem {
  return {
    path,
    message: `This is ${typeInWords(entry)}, but has to be ${wanted}.`,
    currentValue: entry,
    proposedValue: inQuotes(entry),
  }
}

function wrongType(value: unknown, type: keyof SettingValues, path: string): SettingProblem {
  return {
    path,
    message: `This is ${typeInWords(value)}, but has to be ${descriptions[type]}.`,
    currentValue: value,
    proposedValue: proposed(value, type),
  }
}

function wrongDate(value: unknown, path: string): SettingProblem {
  if (typeof value !== 'string') return wrongType(value, 'date', path)
  const message = `This is "${value}", but has to be ${descriptions.date}.`
  return { path, message, currentValue: value }
}

/** The value with the type that it should have, where only quotes or brackets are missing or too many. */
function proposed(value: unknown, type: keyof SettingValues): unknown {
  if (type === 'strings' && typeof value === 'string') return [value]
  if (type === 'boolean' && value === 'true') return true
  if (type === 'boolean' && value === 'false') return false
  return type === 'string' ? inQuotes(value) : undefined
}

function problemsOfSeverities(
  rules: Fields,
  path: string,
  ruleIds: readonly string[] | undefined,
): SettingProblem[] {
  return Object.entries(rules).flatMap(([id, severity]) => {
    if (ruleIds !== undefined && !ruleIds.includes(id)) {
      return [unknownRule(id, `${path}.${id}`, ruleIds)]
    }
    return ruleLevels.some((known) => known === severity) ? [] : [wrongSeverity(severity, `${path}.${id}`)]
  })
}

function wrongSeverity(value: unknown, path: string): SettingProblem {
  const meant = value === false ? 'off' : typeof value === 'string' ? severityMeant(value) : undefined
  const given = typeof value === 'string' ? `"${value}"` : typeInWords(value)
  return {
    path,
    message: `This is ${given}, but has to be error, warning, info or off (in quotes).`,
    currentValue: value,
    proposedValue: meant,
  }
}

/** `warn` is what many other programs say. */
function severityMeant(text: string): string | undefined {
  const begun = text === '' ? undefined : ruleLevels.find((level) => level.startsWith(text))
  return begun ?? nearest(text, ruleLevels)
}
