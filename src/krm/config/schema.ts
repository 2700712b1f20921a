import { datePattern } from './date.ts'
import type { ConfigForms, ForeignConfig } from './function-config.ts'
import type { FieldType, MappingType } from './mappings.ts'
import { isListOf, isSomeOf, ruleLevels, type SettingType, type SettingTypes } from './settings.ts'

/** A JSON Schema, or a part of one. */
export type Schema = { readonly [key: string]: unknown }

/** What each setting does, for those who read the schema in their editor. */
export type Descriptions<T extends SettingTypes> = { readonly [K in keyof T]: string }

const draft = 'https://json-schema.org/draft/2020-12/schema'

/** What a rule can be set to: said once, since there are many rules. */
const severity = { $ref: '#/$defs/severity' }

/**
 * The JSON Schema of a functionConfig that is there, made of the table that it is validated by: the two accept the same, which a
 * test holds.
 */
export function schemaOf<T extends SettingTypes>(
  { apiVersion, kind, settings, ruleIds = [], foreign }: ConfigForms<T>,
  descriptions: Descriptions<T>,
): Schema {
  const described = (name: string, schema: Schema): Schema => {
    const description = Object.hasOwn(descriptions, name) ? descriptions[name] : undefined
    return description === undefined ? schema : { description, ...schema }
  }
  const values = mapped(settings, (name, type) => described(name, valueSchema(type, ruleIds)))
  const texts = mapped(settings, (name, type) => described(name, textSchema(type, ruleIds)))
  return {
    $schema: draft,
    $defs: { severity: { enum: ruleLevels } },
    title: `${kind}: the functionConfig of a KRM function`,
    type: 'object',
    oneOf: [
      ownKind(apiVersion, kind, values),
      configMap({ ...texts, ...Object.fromEntries(ruleIds.map((id) => [id, severity])) }),
      ...foreign.map((config) => foreignKind(config, values)),
    ],
  }
}

function mapped<T>(
  settings: SettingTypes,
  schema: (name: string, type: SettingType) => T,
): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(settings).map(([name, type]) => [name, schema(name, type)]))
}

/** A section sets nothing where it is empty. */
function section(properties: Readonly<Record<string, Schema>>): Schema {
  return { type: ['object', 'null'], properties, additionalProperties: false }
}

function typed(apiVersion: string, kind: string): Readonly<Record<string, Schema>> {
  return { apiVersion: { const: apiVersion }, kind: { const: kind } }
}

function ownKind(apiVersion: string, kind: string, values: Readonly<Record<string, Schema>>): Schema {
  return {
    properties: { ...typed(apiVersion, kind), metadata: true, spec: section(values) },
    required: ['apiVersion', 'kind'],
    additionalProperties: false,
  }
}

function configMap(texts: Readonly<Record<string, Schema>>): Schema {
  return {
    properties: { ...typed('v1', 'ConfigMap'), data: section(texts) },
    required: ['apiVersion', 'kind'],
  }
}

function foreignKind(
  { apiVersion, kind, sections }: ForeignConfig,
  values: Readonly<Record<string, Schema>>,
): Schema {
  const schemas = sections.map(({ field, settings, foreign }) => {
    const ours = Object.entries(settings).map(([name, setting]) => [name, values[setting] ?? true])
    const theirs = foreign.map((name) => [name, true])
    return [field, section(Object.fromEntries([...ours, ...theirs]))]
  })
  return {
    properties: { ...typed(apiVersion, kind), ...Object.fromEntries(schemas) },
    required: ['apiVersion', 'kind'],
  }
}

const dateSchema = { type: 'string', pattern: datePattern }

function valueSchema(type: SettingType, ruleIds: readonly string[]): Schema {
  if (typeof type !== 'string') {
    if (isListOf(type)) return listSchema(type.listOf)
    return isSomeOf(type) ? { type: 'array', items: { enum: type.someOf } } : { enum: type }
  }
  switch (type) {
    case 'string':
    case 'boolean':
      return { type }
    case 'date':
      return dateSchema
    case 'strings':
      return { type: 'array', items: { type: 'string' } }
    case 'manifests':
      return { type: 'array', items: { type: ['string', 'object'] } }
    case 'severities':
      return {
        type: 'object',
        properties: Object.fromEntries(ruleIds.map((id) => [id, severity])),
        additionalProperties: false,
      }
  }
}

function listSchema(type: MappingType): Schema {
  return { type: 'array', items: mappingSchema(type) }
}

function mappingSchema({ required, optional }: MappingType): Schema {
  const fields = Object.entries({ ...required, ...optional })
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map(([name, type]) => [name, fieldSchema(type)])),
    required: Object.keys(required),
    additionalProperties: false,
  }
}

function fieldSchema(type: FieldType): Schema {
  const text = { type: 'string', minLength: 1 }
  if (type === 'text') return text
  return type === 'strings' ? { type: 'array', items: text } : mappingSchema(type)
}

/** JSON in a text, of which a validator sees no more than that it is a list. */
const listAsJson = {
  type: 'string',
  pattern: '^\\s*\\[[\\s\\S]*\\]\\s*$',
  contentMediaType: 'application/json',
}

/** How the setting is written in a ConfigMap. */
function textSchema(type: SettingType, ruleIds: readonly string[]): Schema {
  if (typeof type !== 'string') {
    if (isListOf(type)) return listAsJson
    return isSomeOf(type) ? { type: 'string', pattern: wordsPattern(type.someOf) } : { enum: type }
  }
  switch (type) {
    case 'string':
    case 'strings':
    case 'manifests':
      return { type: 'string' }
    case 'date':
      return dateSchema
    case 'boolean':
      return { enum: ['true', 'false'] }
    case 'severities':
      return { type: 'string', pattern: severitiesPattern(ruleIds) }
  }
}

/** Words separated by commas, of which one can be too many. */
function wordsPattern(words: readonly string[]): string {
  return listPattern(`(?:${words.map((word) => word.replaceAll('.', '\\.')).join('|')})\\s*`)
}

/** `<id>=<severity>`, separated by commas, of which one can be too many. */
function severitiesPattern(ruleIds: readonly string[]): string {
  const one = `(?:${ruleIds.join('|')})\\s*=\\s*(?:${ruleLevels.join('|')})\\s*`
  return listPattern(one)
}

function listPattern(one: string): string {
  return `^\\s*(?:${one})?(?:,\\s*(?:${one})?)*$`
}
