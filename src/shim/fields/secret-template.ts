import { decodeStringMaps } from '../../go/json.ts'
import { annotation } from '../annotations.ts'
import type { SecretTemplate } from '../certificates/certificate.ts'
import type { AnnotationReader } from './reader.ts'

/** `spec.secretTemplate` from its annotation, or undefined where nothing would be set. */
export function secretTemplate(annotations: AnnotationReader): SecretTemplate | undefined {
  const key = annotation.secretTemplate
  const text = annotations.get(key)
  if (text === undefined) return undefined
  const decoded = decodeStringMaps(text, ['annotations', 'labels'])
  if (!('value' in decoded)) {
    return annotations.invalid(
      key,
      decoded.problem,
      'Write JSON with the fields annotations and labels only, such as {"labels": {"team": "web"}}.',
    )
  }
  const template = decoded.value
  const reserved = Object.keys(template.annotations ?? {}).find((name) => name.startsWith('cert-manager.io/'))
  if (reserved !== undefined) {
    return annotations.invalid(
      key,
      `it sets ${reserved}, and annotations of cert-manager.io are cert-manager's own`,
      'Remove that annotation from the template.',
    )
  }
  const { annotations: secretAnnotations = {}, labels = {} } = template
  if (Object.keys(secretAnnotations).length === 0 && Object.keys(labels).length === 0) return undefined
  return {
    ...(Object.keys(secretAnnotations).length > 0 && { annotations: secretAnnotations }),
    ...(Object.keys(labels).length > 0 && { labels }),
  }
}
