import type { SettableRules } from './problems.ts'
import type { SettingTypes } from './setting-types.ts'

/** A resource that can be a functionConfig. */
export interface Form {
  readonly apiVersion: string
  readonly kind: string
  readonly sections: readonly Section[]
  /** All of its fields, where any other is an error. */
  readonly fields?: readonly string[]
  /** Whether its values are texts, as those of a ConfigMap are; it can also have rules for keys. */
  readonly isText?: boolean
}

/** A field with settings in it. */
export interface Section {
  readonly field: string
  /** The function's names of the section's fields. */
  readonly settings: Readonly<Record<string, string>>
  /** Fields of the section that only mean something to another program. */
  readonly foreign: readonly string[]
}

/** What a function's functionConfig can look like. */
export interface ConfigForms<T extends SettingTypes> {
  /** The function's own kind, with the settings in `spec`. */
  readonly apiVersion: string
  readonly kind: string
  readonly settings: T
  readonly rules: SettableRules
  /** Other programs' configuration files, of which some sections hold settings of the function. */
  readonly foreign: readonly Pick<Form, 'apiVersion' | 'kind' | 'sections'>[]
}

/**
 * All resources that can be a functionConfig.
 *
 * Source: the KRM functions specification, "functionConfig"; a ConfigMap is what `kpt fn eval … -- key=value` sends.
 */
export function formsOf({ apiVersion, kind, settings, foreign }: ConfigForms<SettingTypes>): readonly Form[] {
  const byTheirNames = Object.fromEntries(Object.keys(settings).map((name) => [name, name]))
  const section = (field: string) => ({ field, settings: byTheirNames, foreign: [] })
  return [
    { apiVersion, kind, fields: ['apiVersion', 'kind', 'metadata', 'spec'], sections: [section('spec')] },
    { apiVersion: 'v1', kind: 'ConfigMap', isText: true, sections: [section('data')] },
    ...foreign,
  ]
}
