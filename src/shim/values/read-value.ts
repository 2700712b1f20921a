import { isJson, type Json } from '../../manifest/finding.ts'
import { type Fields, isFields, typeInWords } from '../../manifest/manifest.ts'
import { hasPlaceholder, isTemplate } from '../../manifest/placeholder.ts'
import type { Report } from '../../manifest/report.ts'
import { shimRules } from '../rules.ts'

/** Reports a field that has the wrong type, and rejects its item. Text that is filled in later may become the right one. */
export function malformed(report: Report, path: string, value: unknown, expected: string): void {
  if (isTemplate(value)) notRendered(report, path, value)
  else if (typeof value === 'string' && hasPlaceholder(value)) unresolved(report, path, value)
  else {
    const type = value === '' ? 'empty' : typeInWords(value)
    report.reject(
      shimRules.malformedResource,
      `This is ${type} where Kubernetes expects ${expected}, so the API server would refuse this resource. ${type === 'empty' ? 'Fill it in.' : 'Fix its type.'}`,
      path === '' ? undefined : { path, ...currentValue(value) },
    )
  }
}

/** Reports a template that nobody has rendered, and rejects its item. */
export function notRendered(report: Report, path: string, value?: unknown): void {
  report.reject(
    shimRules.templateNotRendered,
    'This is a template that nobody has rendered, so what it becomes is unknown, and nothing is generated from this resource. Render the chart first, and give the result to this function.',
    { path, ...(typeof value === 'string' && { currentValue: value }) },
  )
}

/** Reports a placeholder where the value has to be known, and rejects its item. */
export function unresolved(report: Report, path: string, value: string): void {
  report.reject(
    shimRules.placeholderUnresolved,
    'This value has a placeholder in it, and has to be known before a Certificate can be written: nothing is generated from this resource, and its Certificates stay as they are. Write the value itself, or fill it in before this function runs.',
    { path, currentValue: value },
  )
}

/** `currentValue` of a finding for a value that may be missing. */
export function currentValue(value: unknown): { readonly currentValue?: Json } {
  return isJson(value) ? { currentValue: value } : {}
}

/**
 * A string field; missing and null are `''`, as Go decodes them. Undefined, and reported, where it is of another type or a
 * template.
 */
export function readString(value: unknown, path: string, report: Report): string | undefined {
  if (value === undefined || value === null) return ''
  if (typeof value === 'string' && !isTemplate(value)) return value
  malformed(report, path, value, 'a string')
  return undefined
}

/** A boolean field; missing and null are false, as Go decodes them. Undefined, and reported, where it is of another type. */
export function readBoolean(value: unknown, path: string, report: Report): boolean | undefined {
  if (value === undefined || value === null) return false
  if (typeof value === 'boolean') return value
  malformed(report, path, value, 'true or false')
  return undefined
}

/** A list field; missing and null are empty, as Go decodes them. Undefined, and reported, where it is of another type. */
export function readList(value: unknown, path: string, report: Report): readonly unknown[] | undefined {
  if (value === undefined || value === null) return []
  if (Array.isArray(value)) return value
  malformed(report, path, value, 'a list')
  return undefined
}

/** A mapping field; missing and null are empty, as Go decodes them. Undefined, and reported, where it is of another type. */
export function readFields(value: unknown, path: string, report: Report): Fields | undefined {
  if (value === undefined || value === null) return {}
  if (isFields(value) && !isTemplate(value)) return value
  malformed(report, path, value, 'a mapping')
  return undefined
}
