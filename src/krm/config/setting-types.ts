import type { Severity } from '../../manifest/finding.ts'
import type { Fields } from '../../manifest/manifest.ts'

/** The value of each type of setting that has a name. */
export interface SettingValues {
  string: string
  boolean: boolean
  /** A day, or a timestamp that counts by its day. */
  date: string
  strings: readonly string[]
  severities: Readonly<Record<string, Severity | 'off'>>
  /** Names of files to read, and manifests given inline. */
  manifests: readonly (string | Fields)[]
}

/** A list of some of these words. */
export interface SomeOf {
  readonly someOf: readonly string[]
}

/** A list of mappings. */
export interface ListOf {
  readonly listOf: MappingType
}

/** The fields of a mapping, by name. */
export interface MappingType {
  readonly required: FieldTypes
  readonly optional: FieldTypes
}

/** What a field of a mapping takes: a text that isn't empty, a list of those, or another mapping. */
export type FieldType = 'text' | 'strings' | MappingType
export type FieldTypes = Readonly<Record<string, FieldType>>

/** What a setting takes: values of one of these types, one of the words that are listed, some of them, or a list of mappings. */
export type SettingType = keyof SettingValues | readonly string[] | SomeOf | ListOf

/** The settings that a function takes, by name. */
export type SettingTypes = Readonly<Record<string, SettingType>>

/** What a functionConfig sets; what it doesn't is absent. */
export type Settings<T extends SettingTypes> = { readonly [K in keyof T]?: ValueOf<T[K]> }

type ValueOf<T extends SettingType> = T extends keyof SettingValues
  ? SettingValues[T]
  : T extends SomeOf
    ? readonly string[]
    : T extends ListOf
      ? readonly MappingValue<T['listOf']>[]
      : Extract<T, readonly string[]>[number]

type MappingValue<T extends MappingType> = {
  readonly [K in keyof T['required']]: FieldValue<T['required'][K]>
} & { readonly [K in keyof T['optional']]?: FieldValue<T['optional'][K]> }

type FieldValue<T extends FieldType> = T extends 'text'
  ? string
  : T extends 'strings'
    ? readonly string[]
    : MappingValue<Extract<T, MappingType>>
