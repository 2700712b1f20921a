import { type Fields, isFields, own, typeInWords } from '../../manifest/manifest.ts'
import { inQuotes, type SettingProblem, unknownName } from './problems.ts'

/** What a field of a mapping takes: a text that isn't empty, a list of strings, or another mapping. */
export type FieldType = 'text' | 'strings' | MappingType

/** The fields of a mapping, by name. */
export interface MappingType {
  readonly required: Readonly<Record<string, FieldType>>
  readonly optional: Readonly<Record<string, FieldType>>
}

/** A setting that takes a list of mappings. */
export interface ListOf {
  readonly listOf: MappingType
}

type FieldValue<T extends FieldType> = T extends 'text'
  ? string
  : T extends 'strings'
    ? readonly string[]
    : T extends MappingType
      ? MappingValue<T>
      : never

/** A mapping with the fields of a type. */
export type MappingValue<T extends MappingType> = {
  readonly [K in keyof T['required']]: FieldValue<T['required'][K]>
} & { readonly [K in keyof T['optional']]?: FieldValue<T['optional'][K]> }

/** What is wrong with a list of mappings. */
export function problemsOfMappings(value: unknown, type: MappingType, path: string): SettingProblem[] {
  if (!Array.isArray(value)) {
    const asText = typeof value === 'string' ? ', as JSON in a ConfigMap' : ''
    return [wrong(value, path, `a list of mappings${asText}`)]
  }
  const entries: readonly unknown[] = value
  return entries.flatMap((entry, index) => problemsOfMapping(entry, type, `${path}[${index}]`))
}

function problemsOfMapping(value: unknown, type: MappingType, path: string): SettingProblem[] {
  const types = { ...type.required, ...type.optional }
  if (!isFields(value)) return [wrong(value, path, `a mapping with ${namesOf(types)}`)]
  const missing = Object.keys(type.required)
    .filter((name) => own(value, name) === undefined)
    .map((name) => ({ path: `${path}.${name}`, message: 'This is missing, and has to be there.' }))
  return [...missing, ...Object.keys(value).flatMap((name) => problemsOfField(value, name, types, path))]
}

function problemsOfField(
  mapping: Fields,
  name: string,
  types: MappingType['required'],
  path: string,
): SettingProblem[] {
  const fieldPath = `${path}.${name}`
  const value = own(mapping, name)
  const type = Object.hasOwn(types, name) ? types[name] : undefined
  if (type === undefined) return [unknownName(name, fieldPath, 'field', Object.keys(types))]
  if (type === 'text') return isText(value) ? [] : [wrong(value, fieldPath, 'a string that is not empty')]
  if (type === 'strings') return problemsOfTexts(value, fieldPath)
  return problemsOfMapping(value, type, fieldPath)
}

function problemsOfTexts(value: unknown, path: string): SettingProblem[] {
  if (!Array.isArray(value)) {
    const proposed = typeof value === 'string' ? { proposedValue: [value] } : {}
    return [{ ...wrong(value, path, 'a list of strings'), ...proposed }]
  }
  const entries: readonly unknown[] = value
  return entries.flatMap((entry, index) =>
    isText(entry) ? [] : [wrong(entry, `${path}[${index}]`, 'a string that is not empty')],
  )
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== ''
}

function wrong(value: unknown, path: string, wanted: string): SettingProblem {
  return {
    path,
    message: `This is ${value === '' ? 'empty' : typeInWords(value)}, but has to be ${wanted}.`,
    currentValue: value,
    proposedValue: inQuotes(value),
  }
}

function namesOf(types: Readonly<Record<string, FieldType>>): string {
  return Object.keys(types).join(', ')
}
