import { annotation } from '../annotations.ts'
import type { CertificateSpec } from '../certificates/certificate.ts'
import { annotationsFit, isLabelValue, isQualifiedName } from '../kubernetes-names.ts'
import type { Source } from '../sources/source.ts'
import { type Refusal, refusal } from './refusal.ts'

/** What the webhook refuses of the labels and annotations of a Secret. */
export function secretTemplateRefusals(
  { secretTemplate = {} }: CertificateSpec,
  source: Source,
): readonly Refusal[] {
  const { labels = {}, annotations = {} } = secretTemplate
  const refuse = (part: 'labels' | 'annotations', problem: string) =>
    refusal(`spec.secretTemplate.${part}`, annotation.secretTemplate, source, { problem })
  const advice =
    'A key is a name of 63 characters at most, with an optional DNS prefix and a slash before it.'
  return [
    ...Object.entries(labels).flatMap(([key, value]) => [
      ...(isQualifiedName(key) ? [] : [refuse('labels', `"${key}" can't be the key of a label. ${advice}`)]),
      ...(isLabelValue(value)
        ? []
        : [
            refuse(
              'labels',
              `"${value}" can't be the value of the label ${key}. It can have letters, digits, "-", "_" and ".", 63 characters at most.`,
            ),
          ]),
    ]),
    ...Object.keys(annotations).flatMap((key) =>
      isQualifiedName(key.toLowerCase())
        ? []
        : [refuse('annotations', `"${key}" can't be the key of an annotation. ${advice}`)],
    ),
    ...(annotationsFit(annotations)
      ? []
      : [refuse('annotations', 'The annotations are larger than 256 KiB together. Put less into them.')]),
  ]
}
