import { at, isFields } from '../manifest/manifest.ts'
import { foreignAnnotation } from '../shim/annotations.ts'
import { isFilledInLater } from '../shim/values/filled-in-later.ts'
import type { Check } from './check.ts'
import { annotationField, firstRequestsTo, nameOfIssuer } from './facts/requests.ts'

const key = foreignAnnotation.venafiCustomFields

/**
 * Custom fields that can't be read, where `extraCertificateAnnotations` copies them: `parseCustomFieldAnnotation` and
 * `convertCustomFieldsToVcert` in cert-manager's Venafi issuer fail the request then.
 */
export const venafiCustomFields: Check = {
  rule: {
    id: 'venafi-custom-fields',
    severity: 'error',
    summary: 'The custom fields for a Venafi issuer cannot be read.',
  },
  *find(list) {
    for (const request of firstRequestsTo('venafi', list)) {
      const { source } = request
      const text = request.certificate.metadata.annotations[key] ?? ''
      const problem = text === '' || isFilledInLater(text, source) ? undefined : problemOf(text)
      if (problem === undefined) continue
      yield {
        rule: this.rule,
        message: `${key} can't be read: ${problem}. cert-manager then fails the request to the ${nameOfIssuer(request)}. Write a JSON list such as [{"name": "field", "value": "value"}].`,
        position: source.position,
        field: annotationField(source, key),
      }
    }
  },
}

function problemOf(text: string): string | undefined {
  const value = parsed(text)
  if (value === undefined) return 'it is not JSON'
  if (value === null) return undefined
  if (!Array.isArray(value)) return 'it is not a list'
  return value.map(problemOfField).find((problem) => problem !== undefined)
}

function problemOfField(field: unknown): string | undefined {
  if (!isFields(field)) return 'an entry of it is not a mapping'
  if (['name', 'value', 'type'].some((name) => typeof (at(field, name) ?? '') !== 'string'))
    return 'a name, value or type in it is not a string'
  return ['', 'Plain'].includes(String(at(field, 'type') ?? ''))
    ? undefined
    : `it has a field of type ${at(field, 'type')}, and only Plain is known`
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
