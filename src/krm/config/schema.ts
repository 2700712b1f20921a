import { type ConfigForms, type Form, formsOf, type Section } from './forms.ts'
import type { SettingTypes } from './setting-types.ts'
import { definitions, ruleLevel, settingsOf } from './settings.ts'
import type { Schema } from './shapes.ts'

const draft = 'https://json-schema.org/draft/2020-12/schema'

/**
 * The JSON Schema of a functionConfig that is there, made of the table that it is validated by: the two accept the same, which a
 * test holds.
 *
 * @param descriptions what each setting does, for those who read the schema in their editor
 */
export function schemaOf<T extends SettingTypes>(
  forms: ConfigForms<T>,
  descriptions: { readonly [K in keyof T]: string },
): Schema {
  const settings = settingsOf(forms.settings, forms.rules)
  const described = new Map(Object.entries<string>(descriptions))
  const settingSchema = (name: string, { isText }: Form): Schema => {
    const setting = settings.get(name)
    return { description: described.get(name), ...(isText ? setting?.text : setting?.value)?.schema }
  }
  return {
    $schema: draft,
    $defs: definitions,
    title: `${forms.kind}: the functionConfig of a KRM function`,
    type: 'object',
    oneOf: formsOf(forms).map((form) =>
      formSchema(form, (section) => ({
        ...mapped(section.settings, (name) => settingSchema(name, form)),
        ...(form.isText && anyOf(forms.rules.ids, ruleLevel.schema)),
      })),
    ),
  }
}

function formSchema(
  { apiVersion, kind, sections, fields }: Form,
  settingsIn: (section: Section) => Schema,
): Schema {
  /** A section sets nothing where it is empty. */
  const sectionSchema = (section: Section) => ({
    type: ['object', 'null'],
    properties: { ...settingsIn(section), ...anyOf(section.foreign, true) },
    additionalProperties: false,
  })
  return {
    properties: {
      ...(fields && anyOf(fields, true)),
      apiVersion: { const: apiVersion },
      kind: { const: kind },
      ...Object.fromEntries(sections.map((section) => [section.field, sectionSchema(section)])),
    },
    required: ['apiVersion', 'kind'],
    ...(fields && { additionalProperties: false }),
  }
}

function anyOf(keys: readonly string[], schema: Schema | true): Schema {
  return Object.fromEntries(keys.map((key) => [key, schema]))
}

function mapped(names: Readonly<Record<string, string>>, schemaOf: (name: string) => Schema): Schema {
  return Object.fromEntries(Object.entries(names).map(([key, name]) => [key, schemaOf(name)]))
}
