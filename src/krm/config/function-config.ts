import { type Fields, isFields, own, typeInWords } from '../../manifest/manifest.ts'
import { nearest } from '../../manifest/nearest.ts'
import { type ConfigForms, type Form, formsOf, type Section } from './forms.ts'
import { inQuotes, type SettableRules, type SettingProblem, unknownName, wrongValue } from './problems.ts'
import type { Settings, SettingTypes } from './setting-types.ts'
import { areSettings, ruleLevel, type Setting, settingsOf } from './settings.ts'

export type ConfigReading<T extends SettingTypes> =
  | { readonly settings: Settings<T> }
  | { readonly problems: readonly SettingProblem[] }

/**
 * Reads a functionConfig: none, a ConfigMap, the function's own kind, or another program's configuration. All its
 * problems are reported, each with the path of the field.
 */
export function readFunctionConfig<T extends SettingTypes>(
  config: unknown,
  forms: ConfigForms<T>,
): ConfigReading<T> {
  const reader = new Reader(forms)
  reader.read(config ?? {})
  const { settings, values, problems } = reader
  return problems.length === 0 && areSettings<T>(values, settings) ? { settings: values } : { problems }
}

/** Collects the values that a functionConfig gives to the function's settings, and what is wrong with them. */
class Reader {
  readonly settings: ReadonlyMap<string, Setting>
  readonly values: Record<string, unknown> = {}
  readonly problems: SettingProblem[] = []
  readonly #forms: ConfigForms<SettingTypes>

  constructor(forms: ConfigForms<SettingTypes>) {
    this.settings = settingsOf(forms.settings, forms.rules)
    this.#forms = forms
  }

  read(config: unknown): void {
    if (!isFields(config)) {
      const message = `The functionConfig is ${typeInWords(config)}, but has to be a mapping with apiVersion and kind.`
      this.problems.push({ path: '', message })
      return
    }
    if (Object.keys(config).length === 0) return
    const known = formsOf(this.#forms)
    const form = known.find(
      ({ apiVersion, kind }) => own(config, 'apiVersion') === apiVersion && own(config, 'kind') === kind,
    )
    if (form) this.#readForm(config, form)
    else this.problems.push(unknownForm(config, known))
  }

  #readForm(config: Fields, { fields = Object.keys(config), sections, isText }: Form): void {
    const unknown = Object.keys(config).filter((key) => !fields.includes(key))
    this.problems.push(...unknown.map((key) => unknownName(key, key, 'field', fields)))
    for (const section of sections) {
      const values = this.#fieldsIn(config, section)
      if (isText) this.#readTexts(values, section)
      else this.#readValues(values, section)
    }
  }

  /** A section that is absent or empty sets nothing. */
  #fieldsIn(config: Fields, { field }: Section): Fields {
    const fields = own(config, field) ?? {}
    if (isFields(fields)) return fields
    this.problems.push(wrongValue(fields, field, 'a mapping'))
    return {}
  }

  #readValues(values: Fields, section: Section): void {
    for (const [key, value] of Object.entries(values)) {
      if (!section.foreign.includes(key)) this.#take(key, section, () => value)
    }
  }

  #readTexts(texts: Fields, section: Section): void {
    const { rules } = this.#forms
    const levels: Record<string, string> = {}
    for (const [key, text] of Object.entries(texts)) {
      const path = `${section.field}.${key}`
      if (typeof text !== 'string') this.problems.push(notText(text, path))
      else if (rules.ids.includes(key)) {
        this.problems.push(...ruleLevel.problemsOf(text, path))
        levels[key] = text
      } else this.#take(key, section, (setting) => setting.text.read(text), rules)
    }
    this.#setLevels(levels)
  }

  /** Sets a setting; `decode` gives its value as it is written in this form. */
  #take(
    key: string,
    { field, settings, foreign }: Section,
    decode: (setting: Setting) => unknown,
    rules?: SettableRules,
  ): void {
    const path = `${field}.${key}`
    const name = new Map(Object.entries(settings)).get(key) ?? ''
    const setting = this.settings.get(name)
    if (setting === undefined) {
      const known = [...Object.keys(settings), ...foreign]
      this.problems.push(unknownName(key, path, 'setting', known, rules))
      return
    }
    const value = decode(setting)
    this.problems.push(...setting.value.problemsOf(value, path))
    this.values[name] = value
  }

  /** Levels of rules that are settings of their own win over those of the setting for all rules. */
  #setLevels(levels: Readonly<Record<string, string>>): void {
    if (Object.keys(levels).length === 0) return
    for (const [name, { type }] of this.settings) {
      if (type !== 'severities') continue
      const others = own(this.values, name)
      this.values[name] = { ...(isFields(others) && others), ...levels }
    }
  }
}

function notText(value: unknown, path: string): SettingProblem {
  const proposedValue = inQuotes(value)
  const advice = proposedValue === undefined ? '' : ' Put it in quotes.'
  const message = `This is ${typeInWords(value)}, but a ConfigMap holds only strings.${advice}`
  return { path, message, currentValue: value, proposedValue }
}

function unknownForm(config: Fields, forms: readonly Form[]): SettingProblem {
  const known = `It can be one of: ${forms.map((form) => `${form.apiVersion} ${form.kind}`).join(', ')}.`
  const [apiVersion, kind] = [own(config, 'apiVersion'), own(config, 'kind')]
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') {
    return { path: '', message: `The functionConfig has no apiVersion and kind. ${known}` }
  }
  const message = `This function can't read a functionConfig of ${apiVersion} ${kind}. ${known}`
  const sameKind = forms.find((form) => form.kind === kind)
  if (sameKind) {
    return { path: 'apiVersion', message, currentValue: apiVersion, proposedValue: sameKind.apiVersion }
  }
  const kinds = forms.map((form) => form.kind)
  return { path: 'kind', message, currentValue: kind, proposedValue: nearest(kind, kinds) }
}
