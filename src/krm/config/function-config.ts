import { type Fields, isFields, own, typeInWords } from '../../manifest/manifest.ts'
import { nearest } from '../../manifest/nearest.ts'
import { inQuotes, type SettingProblem, unknownName } from './problems.ts'
import { settingFromText } from './setting-text.ts'
import { areSettings, problemsOfValue, type Settings, type SettingTypes } from './settings.ts'

/** Another program's configuration file, of which some sections hold settings of the function. */
export interface ForeignConfig {
  readonly apiVersion: string
  readonly kind: string
  readonly sections: readonly {
    readonly field: string
    /** The function's names of the section's fields. */
    readonly settings: Readonly<Record<string, string>>
    /** Fields of the section that only mean something to the other program. */
    readonly foreign: readonly string[]
  }[]
}

/** What a function's functionConfig can look like. */
export interface ConfigForms<T extends SettingTypes> {
  /** The function's own kind, with the settings in `spec`. */
  readonly apiVersion: string
  readonly kind: string
  readonly settings: T
  /** Ids of the rules whose severity can be set; a ConfigMap can also name them as keys. */
  readonly ruleIds?: readonly string[]
  readonly foreign: readonly ForeignConfig[]
}

export type ConfigReading<T extends SettingTypes> =
  | { readonly settings: Settings<T> }
  | { readonly problems: readonly SettingProblem[] }

/** Collects the values that a functionConfig gives to the function's settings, and what is wrong with them. */
class Collector {
  readonly values: Record<string, unknown> = {}
  readonly problems: SettingProblem[] = []

  constructor(readonly forms: ConfigForms<SettingTypes>) {}

  /** Takes the value of a setting; `decode` gives it as the setting's type is written in this form. */
  take(
    name: string,
    path: string,
    decode: (type: SettingTypes[string]) => unknown,
    otherKeys: readonly string[] = [],
  ): void {
    const { settings, ruleIds } = this.forms
    const type = Object.hasOwn(settings, name) ? settings[name] : undefined
    if (type === undefined) {
      this.problems.push(unknownName(name, path, 'setting', Object.keys(settings), otherKeys))
      return
    }
    const value = decode(type)
    this.problems.push(...problemsOfValue(value, type, path, ruleIds))
    this.values[name] = value
  }

  /** Takes severities that are given as settings of their own, over those of the setting for all rules. */
  takeSeverities(severities: Fields, path: string): void {
    const { settings, ruleIds } = this.forms
    this.problems.push(...problemsOfValue(severities, 'severities', path, ruleIds))
    for (const name of Object.keys(settings).filter((name) => settings[name] === 'severities')) {
      const set = own(this.values, name)
      this.values[name] = isFields(set) ? { ...set, ...severities } : severities
    }
  }

  /** The fields of a section; one that is absent or empty sets nothing. */
  section(config: Fields, field: string): Fields {
    const section = own(config, field)
    if (section === undefined || section === null) return {}
    if (isFields(section)) return section
    const message = `This is ${typeInWords(section)}, but has to be a mapping.`
    this.problems.push({ path: field, message, currentValue: section })
    return {}
  }
}

/**
 * Reads a functionConfig: none, a ConfigMap, the function's own kind, or another program's configuration. All its
 * problems are reported, each with the path of the field.
 *
 * Source of the forms: the KRM functions specification, "functionConfig"; a ConfigMap is what `kpt fn eval … -- key=value`
 * sends.
 */
export function readFunctionConfig<T extends SettingTypes>(
  config: unknown,
  forms: ConfigForms<T>,
): ConfigReading<T> {
  const collector = new Collector(forms)
  readForm(config, collector)
  const { values, problems } = collector
  return problems.length === 0 && areSettings(values, forms.settings) ? { settings: values } : { problems }
}

const configMap = { apiVersion: 'v1', kind: 'ConfigMap' }

function readForm(config: unknown, collector: Collector): void {
  if (config === undefined || config === null) return
  if (!isFields(config)) {
    const message = `The functionConfig is ${typeInWords(config)}, but has to be a mapping with apiVersion and kind.`
    collector.problems.push({ path: '', message })
    return
  }
  if (Object.keys(config).length === 0) return
  const { forms } = collector
  const is = (form: { apiVersion: string; kind: string }) =>
    own(config, 'apiVersion') === form.apiVersion && own(config, 'kind') === form.kind
  const foreign = forms.foreign.find(is)
  if (is(configMap)) readConfigMap(config, collector)
  else if (is(forms)) readOwnKind(config, collector)
  else if (foreign) readForeign(config, foreign, collector)
  else collector.problems.push(unknownForm(config, [configMap, forms, ...forms.foreign]))
}

function readConfigMap(config: Fields, collector: Collector): void {
  const severities: Record<string, unknown> = {}
  const ruleIds = collector.forms.ruleIds ?? []
  for (const [key, text] of Object.entries(collector.section(config, 'data'))) {
    const path = `data.${key}`
    if (typeof text !== 'string') collector.problems.push(notText(text, path))
    else if (ruleIds.includes(key)) severities[key] = text
    else collector.take(key, path, (type) => settingFromText(text, type), ruleIds)
  }
  if (Object.keys(severities).length > 0) collector.takeSeverities(severities, 'data')
}

function notText(value: unknown, path: string): SettingProblem {
  const message = `This is ${typeInWords(value)}, but a ConfigMap holds only strings.`
  const proposedValue = inQuotes(value)
  const advice = proposedValue === undefined ? '' : ' Put it in quotes.'
  return { path, message: `${message}${advice}`, currentValue: value, proposedValue }
}

function readOwnKind(config: Fields, collector: Collector): void {
  const fields = ['apiVersion', 'kind', 'metadata', 'spec']
  for (const key of Object.keys(config)) {
    if (!fields.includes(key)) collector.problems.push(unknownName(key, key, 'field', fields))
  }
  for (const [key, value] of Object.entries(collector.section(config, 'spec'))) {
    collector.take(key, `spec.${key}`, () => value)
  }
}

function readForeign(config: Fields, foreign: ForeignConfig, collector: Collector): void {
  for (const section of foreign.sections) {
    const known = [...Object.keys(section.settings), ...section.foreign]
    for (const [key, value] of Object.entries(collector.section(config, section.field))) {
      const path = `${section.field}.${key}`
      const name = own(section.settings, key)
      if (typeof name === 'string') collector.take(name, path, () => value)
      else if (!section.foreign.includes(key)) {
        collector.problems.push(unknownName(key, path, 'field', known))
      }
    }
  }
}

function unknownForm(config: Fields, forms: readonly { apiVersion: string; kind: string }[]): SettingProblem {
  const known = forms.map((form) => `${form.apiVersion} ${form.kind}`).join(', ')
  const [apiVersion, kind] = [own(config, 'apiVersion'), own(config, 'kind')]
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') {
    return { path: '', message: `The functionConfig has no apiVersion and kind. It can be one of: ${known}.` }
  }
  const message = `This function can't read a functionConfig of ${apiVersion} ${kind}. It can be one of: ${known}.`
  const sameKind = forms.find((form) => form.kind === kind)
  if (sameKind) {
    return { path: 'apiVersion', message, currentValue: apiVersion, proposedValue: sameKind.apiVersion }
  }
  const meant = nearest(
    kind,
    forms.map((form) => form.kind),
  )
  return { path: 'kind', message, currentValue: kind, proposedValue: meant }
}
