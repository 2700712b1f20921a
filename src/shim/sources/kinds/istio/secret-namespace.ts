import { annotationPath, istioAnnotation } from '../../../annotations.ts'
import type { Resource } from '../../../resource.ts'
import { shimRules } from '../../../rules.ts'
import type { SourceContext } from '../../source-kind.ts'
import type { Credential } from './credential.ts'
import { namespacesOfWorkloads } from './workloads.ts'

/**
 * The namespace of Secrets that a Gateway names without one, which is that of its pods; several, and reported, where pods of
 * several have the labels of its selector. Istio's pilot/pkg/model/credentials/resource.go has the rule.
 */
export function secretNamespacesOf(
  gateway: Resource,
  served: readonly Credential[],
  { resources, report }: SourceContext,
): readonly string[] {
  const annotated = gateway.annotations.get(istioAnnotation.secretNamespace) ?? ''
  if (annotated !== '') return [annotated]
  const found = namespacesOfWorkloads(gateway, resources)
  const isAsked = served.some(({ namespace }) => namespace === '')
  if (found.length > 1 && isAsked) {
    report.reject(
      shimRules.istioNamespaceAmbiguous,
      `Istio reads the Secrets of a Gateway from the namespace of its pods, and the selector of this one has pods in ${found.join(' and ')}, so nobody can tell where the Certificate belongs. Name the namespace in the annotation ${istioAnnotation.secretNamespace}, or make the selector more precise.`,
      { path: 'spec.selector' },
    )
  }
  if (found.length > 0) return found
  if (isAsked) {
    report.warn(
      shimRules.istioNamespaceAssumed,
      `Istio reads the Secrets of a Gateway from the namespace of its pods, which are not in this package: they are taken to run in the namespace of the Gateway${gateway.namespace === '' ? '' : `, ${gateway.namespace}`}. If they don't, name theirs in the annotation ${istioAnnotation.secretNamespace}.`,
      { path: annotationPath(istioAnnotation.secretNamespace) },
    )
  }
  return [gateway.namespace]
}
