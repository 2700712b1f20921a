import type { Report } from '../../../../manifest/report.ts'
import { annotationPath, listenerAnnotation } from '../../../annotations.ts'
import type { Options } from '../../../options.ts'
import type { Resource } from '../../../resource.ts'
import { shimRules } from '../../../rules.ts'
import { isFilledInLater } from '../../../values/filled-in-later.ts'
import { currentValue } from '../../../values/read-value.ts'
import type { CertificateRef, Listener, ListenerTls } from './listener.ts'

/** Why cert-manager skips a listener. */
interface Reason {
  readonly path: string
  readonly value?: string
  /** What is wrong, as the rest of a sentence about the listener. */
  readonly what: string
  readonly advice: string
  readonly proposedValue?: string
}

/** Reports everything for which cert-manager skips a listener; true where there is something. */
export function reportSkipped(
  listener: Listener,
  resource: Resource,
  report: Report,
  { gatewayHosts }: Options,
): boolean {
  const reasons = [
    ...(listener.hostname === '' && gatewayHosts === 'listeners' ? [withoutHostname(listener)] : []),
    ...reasonsInTls(listener, resource),
  ]
  for (const reason of reasons) reportReason(reason, listener, report)
  return reasons.length > 0
}

/** Reports a listener for which neither its hostname nor a Route names a host. */
export function reportWithoutHost(listener: Listener, report: Report): void {
  const reason = {
    ...withoutHostname(listener),
    what: 'has no hostname, and no Route here that attaches to it names a host',
    advice: 'Give it the hostname that the Certificate is for, name the hosts in its Routes',
  }
  reportReason(reason, listener, report)
}

/** Reports a protocol that would be one of those with TLS in capital letters; false where it is another. */
export function reportMisspelt(
  { path, name, protocol = '' }: Listener,
  protocols: readonly string[],
  report: Report,
): boolean {
  const meant = protocols.includes(protocol) ? undefined : protocols.find((one) => isSpeltLike(one, protocol))
  if (meant === undefined) return false
  const what = `has the protocol "${protocol}" where Gateway API has ${meant}`
  const reason = {
    path: `${path}.protocol`,
    value: protocol,
    what,
    advice: `Write ${meant}`,
    proposedValue: meant,
  }
  reportReason(reason, { path, name }, report)
  return true
}

function isSpeltLike(a: string, b: string): boolean {
  return a.length === b.length && a.toUpperCase() === b.toUpperCase()
}

function reportReason(
  { path, value, what, advice, proposedValue }: Reason,
  listener: Pick<Listener, 'path' | 'name'>,
  report: Report,
): void {
  report.warn(
    shimRules.listenerSkipped,
    `The listener ${listener.name || listener.path} ${what}, so it is skipped and gets no Certificate. ${advice}, or name it in ${annotationPath(listenerAnnotation.ignoreTlsListeners)} if it needs none.`,
    { path, ...currentValue(value), ...(proposedValue !== undefined && { proposedValue }) },
  )
}

function withoutHostname({ path }: Listener): Reason {
  return {
    path: `${path}.hostname`,
    what: 'has no hostname',
    advice: 'Give it the hostname that the Certificate is for',
  }
}

function reasonsInTls({ path, tls }: Listener, resource: Resource): Iterable<Reason> {
  if (tls === undefined) return []
  return tls === 'none'
    ? [{ path: `${path}.tls`, what: 'has no tls', advice: 'Add tls with a certificateRef' }]
    : reasonsWithin(tls, `${path}.tls`, resource)
}

function* reasonsWithin(
  { mode, certificateRefs }: ListenerTls,
  path: string,
  resource: Resource,
): Iterable<Reason> {
  if (certificateRefs?.length === 0) {
    yield {
      path: `${path}.certificateRefs`,
      what: 'names no Secret',
      advice: 'Add a certificateRef with the name of a Secret',
    }
  }
  for (const reference of certificateRefs ?? []) yield* reasonsAgainst(reference, resource)
  if (isOther(mode, ['Terminate'], resource)) {
    yield {
      path: `${path}.mode`,
      value: mode,
      what: `has the TLS mode "${mode}"`,
      advice: 'Use Terminate',
    }
  }
}

function* reasonsAgainst(
  { path, group, kind, namespace }: CertificateRef,
  resource: Resource,
): Iterable<Reason> {
  if (isOther(group, ['', 'core'], resource)) {
    yield {
      path: `${path}.group`,
      value: group,
      what: `refers to the group ${group}`,
      advice: 'Refer to a Secret, whose group is ""',
    }
  }
  if (isOther(kind, ['', 'Secret'], resource)) {
    yield {
      path: `${path}.kind`,
      value: kind,
      what: `refers to a ${kind}`,
      advice: 'Refer to a Secret',
    }
  }
  if (isOther(namespace, [resource.namespace], resource) && !isFilledInLater(resource.namespace, resource)) {
    yield {
      path: `${path}.namespace`,
      value: namespace,
      what: 'refers to a Secret in another namespace, for which cert-manager creates no Certificate',
      advice: `Refer to a Secret in the namespace of this ${resource.kind}`,
    }
  }
}

/** Whether a value is known, and none of those that cert-manager takes. */
function isOther(value: string | undefined, taken: readonly string[], resource: Resource): value is string {
  return value !== undefined && !taken.includes(value) && !isFilledInLater(value, resource)
}
