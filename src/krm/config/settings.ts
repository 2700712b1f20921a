import { severities } from '../../manifest/finding.ts'
import type { Fields } from '../../manifest/manifest.ts'
import { nearest } from '../../manifest/nearest.ts'
import { type SettableRules, unknownRule } from './problems.ts'
import type {
  FieldType,
  FieldTypes,
  MappingType,
  Settings,
  SettingType,
  SettingTypes,
} from './setting-types.ts'
import {
  anyString,
  boolean,
  date,
  filledString,
  knownName,
  listOf,
  manifest,
  mapping,
  mappingOf,
  oneOf,
  type Shape,
} from './shapes.ts'
import { asItIs, commas, commasBetween, json, levels, type TextForm, trueOrFalse } from './text-forms.ts'

/** What a setting takes, and how a ConfigMap writes that. */
export interface Setting {
  readonly type: SettingType
  readonly value: Shape
  readonly text: TextForm
}

/** The settings of a function by name. This is the one table of what each type takes. */
export function settingsOf(types: SettingTypes, rules: SettableRules): ReadonlyMap<string, Setting> {
  const named = {
    string: { value: anyString, text: asItIs(anyString) },
    boolean: { value: boolean, text: trueOrFalse },
    date: { value: date, text: asItIs(date) },
    strings: { value: listOf(anyString, 'a list of strings'), text: commas },
    severities: { value: levelByRule(rules), text: levels(rules.ids, ruleLevels) },
    manifests: { value: listOf(manifest, 'a list of file names and manifests'), text: commas },
  }
  const settingOf = (type: SettingType): Omit<Setting, 'type'> => {
    if (typeof type === 'string') return named[type]
    if ('listOf' in type)
      return {
        value: listOf(mappingShape(type.listOf), 'a list of mappings (as JSON in a ConfigMap)'),
        text: json,
      }
    if ('someOf' in type)
      return { value: listOf(knownName(type.someOf), 'a list of strings'), text: commasBetween(type.someOf) }
    return { value: oneOf(type), text: asItIs(oneOf(type)) }
  }
  return new Map(Object.entries(types).map(([name, type]) => [name, { type, ...settingOf(type) }]))
}

/** Whether these are values of the settings of their names. */
export function areSettings<T extends SettingTypes>(
  values: Fields,
  settings: ReadonlyMap<string, Setting>,
): values is Settings<T> {
  return Object.entries(values).every(
    ([name, value]) => settings.get(name)?.value.problemsOf(value, name).length === 0,
  )
}

/** What a rule can be set to: a severity, or silence. */
const ruleLevels = [...severities, 'off']

/** Said once in the schema, since there are many rules. */
export const definitions = { severity: { enum: ruleLevels } }

export const ruleLevel: Shape = {
  ...oneOf(ruleLevels, 'error, warning, info or off (in quotes)', levelMeant),
  schema: { $ref: '#/$defs/severity' },
}

/** `warn` is what many other programs say; YAML 1.1 makes false of an `off` without quotes. */
function levelMeant(value: unknown): string | undefined {
  if (value === false) return 'off'
  if (typeof value !== 'string' || value === '') return undefined
  return ruleLevels.find((level) => level.startsWith(value)) ?? nearest(value, ruleLevels)
}

function levelByRule(rules: SettableRules): Shape {
  return mappingOf(
    Object.fromEntries(rules.ids.map((id) => [id, ruleLevel])),
    'a mapping of rule ids to error, warning, info or off',
    (id, path) => unknownRule(id, path, rules),
  )
}

function mappingShape({ required, optional }: MappingType): Shape {
  return mapping(fieldShapes(required), fieldShapes(optional))
}

function fieldShapes(types: FieldTypes): Readonly<Record<string, Shape>> {
  return Object.fromEntries(Object.entries(types).map(([name, type]) => [name, fieldShape(type)]))
}

function fieldShape(type: FieldType): Shape {
  if (type === 'text') return filledString
  return type === 'strings' ? listOf(filledString, 'a list of strings') : mappingShape(type)
}
