import { at, type Fields, isFields, typeInWords } from '../../manifest/manifest.ts'
import { type EntryFields, problemsOfValue, type SettingProblem, unknownName } from './settings.ts'

/** What is wrong with a list of mappings, of which each can have these fields and has to have none. */
export function problemsOfEntries(value: unknown, fields: EntryFields, path: string): SettingProblem[] {
  if (!Array.isArray(value)) {
    const proposedValue = isFields(value) ? [value] : undefined
    return [{ path, message: notWanted(value, 'a list of mappings'), currentValue: value, proposedValue }]
  }
  const entries: readonly unknown[] = value
  return entries.flatMap((entry, index) =>
    isFields(entry)
      ? problemsOfEntry(entry, fields, `${path}[${index}]`)
      : [{ path: `${path}[${index}]`, message: notWanted(entry, 'a mapping'), currentValue: entry }],
  )
}

function problemsOfEntry(entry: Fields, fields: EntryFields, path: string): SettingProblem[] {
  return Object.keys(entry).flatMap((name) => {
    const type = Object.hasOwn(fields, name) ? fields[name] : undefined
    return type === undefined
      ? [unknownName(name, `${path}.${name}`, 'field', Object.keys(fields))]
      : problemsOfValue(at(entry, name), type, `${path}.${name}`, undefined)
  })
}

function notWanted(value: unknown, wanted: string): string {
  const advice = typeof value === 'string' ? ', in a ConfigMap as JSON text' : ''
  return `This is ${typeInWords(value)}, but has to be ${wanted}${advice}.`
}
