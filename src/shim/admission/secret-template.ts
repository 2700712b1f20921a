import { annotation } from '../annotations.ts'
import type { SecretTemplate } from '../certificates/certificate.ts'
import type { Source } from '../sources/source.ts'
import { annotationsFit, isLabelValue, isQualifiedName } from '../values/kubernetes-names.ts'
import { type Refusal, refusal } from './refusal.ts'

const keyAdvice =
  'A key is a name of 63 characters at most, with an optional DNS prefix and a slash before it.'

/** What the webhook refuses of the labels and annotations of a Secret. */
export function* secretTemplateRefusals(
  { labels = {}, annotations = {} }: SecretTemplate,
  source: Source,
): Iterable<Refusal> {
  const refuse = (part: 'labels' | 'annotations', problem: string) =>
    refusal(`spec.secretTemplate.${part}`, annotation.secretTemplate, source, { problem })
  for (const [key, value] of Object.entries(labels)) {
    if (!isQualifiedName(key)) yield refuse('labels', `"${key}" is not a valid label key. ${keyAdvice}`)
    if (!isLabelValue(value)) {
      yield refuse(
        'labels',
        `"${value}" is not a valid value for the label ${key}. It can have letters, digits, "-", "_" and ".", 63 characters at most.`,
      )
    }
  }
  for (const key of Object.keys(annotations)) {
    if (!isQualifiedName(key.toLowerCase())) {
      yield refuse('annotations', `"${key}" is not a valid annotation key. ${keyAdvice}`)
    }
  }
  if (!annotationsFit(annotations)) {
    yield refuse('annotations', 'The annotations are larger than 256 KiB together. Shorten them.')
  }
}
