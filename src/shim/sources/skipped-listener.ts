import type { Report } from '../../manifest/report.ts'
import { annotationPath, listenerAnnotation } from '../annotations.ts'
import { currentValue, type Resource } from '../resource.ts'
import { shimRules } from '../rules.ts'
import type { CertificateRef, Listener } from './listener.ts'

/** Why cert-manager skips a listener. */
interface Reason {
  readonly path: string
  readonly value?: string
  /** What is wrong, as the rest of a sentence about the listener. */
  readonly what: string
  readonly advice: string
}

/** Reports everything for which cert-manager skips a listener; true where there is something. */
export function reportSkipped(listener: Listener, resource: Resource, report: Report): boolean {
  const reasons = [...reasonsToSkip(listener, resource)]
  for (const { path, value, what, advice } of reasons) {
    report.warn(
      shimRules.listenerSkipped,
      `The listener ${listener.name} ${what}, so it is skipped and gets no Certificate. ${advice}, or name it in ${annotationPath(listenerAnnotation.ignoreTlsListeners)} if it needs none.`,
      { path, ...currentValue(value) },
    )
  }
  return reasons.length > 0
}

function* reasonsToSkip({ path, hostname, tls }: Listener, resource: Resource): Iterable<Reason> {
  if (hostname === '') {
    yield {
      path: `${path}.hostname`,
      what: 'has no hostname',
      advice: 'Give it the hostname that the Certificate is for',
    }
  }
  if (tls === undefined) {
    yield { path: `${path}.tls`, what: 'has no tls', advice: 'Add tls with a certificateRef' }
    return
  }
  if (tls.certificateRefs.length === 0) {
    yield {
      path: `${path}.tls.certificateRefs`,
      what: 'names no Secret',
      advice: 'Add a certificateRef with the name of a Secret',
    }
  }
  for (const reference of tls.certificateRefs) yield* reasonsAgainst(reference, resource)
  if (tls.mode !== 'Terminate') {
    yield {
      path: `${path}.tls.mode`,
      value: tls.mode,
      what: `has the TLS mode "${tls.mode}"`,
      advice: 'Use Terminate',
    }
  }
}

function* reasonsAgainst(
  { path, group, kind, namespace }: CertificateRef,
  resource: Resource,
): Iterable<Reason> {
  if (group !== '' && group !== 'core') {
    yield {
      path: `${path}.group`,
      value: group,
      what: `refers to the group ${group}`,
      advice: 'Refer to a Secret, whose group is ""',
    }
  }
  if (kind !== '' && kind !== 'Secret') {
    yield {
      path: `${path}.kind`,
      value: kind,
      what: `refers to a ${kind}`,
      advice: 'Refer to a Secret',
    }
  }
  if (namespace !== undefined && namespace !== resource.namespace) {
    yield {
      path: `${path}.namespace`,
      value: namespace,
      what: 'refers to a Secret in another namespace, for which cert-manager creates no Certificate',
      advice: `Refer to a Secret in the namespace of this ${resource.kind}`,
    }
  }
}
