import { type Fields, isFields, own } from '../../manifest/manifest.ts'
import type { Report } from '../../manifest/report.ts'
import { annotationPath, listenerAnnotation } from '../annotations.ts'
import type { Options } from '../options.ts'
import { currentValue, malformed, type Resource, readFields, readList, readString } from '../resource.ts'
import { shimRules } from '../rules.ts'
import type { TlsConfiguration, WantedHost, WantedSecret } from './source.ts'

/** The protocols of listeners that Gateway API itself has TLS for. */
const tlsProtocols = ['HTTPS', 'TLS']

interface Listener {
  readonly path: string
  readonly name: string
  readonly protocol: string
  readonly hostname: string
  /** Undefined where the listener has no `tls`. */
  readonly tls: { readonly mode: string; readonly certificateRefs: readonly CertificateRef[] } | undefined
}

interface CertificateRef {
  readonly path: string
  readonly name: string
  readonly group: string
  readonly kind: string
  /** Undefined for the namespace of the source. */
  readonly namespace: string | undefined
}

/**
 * The TLS configuration of a Gateway or ListenerSet: its listeners that terminate TLS, grouped by the Secret that they
 * name. The rule is `handleGatewayAPIListeners` of cert-manager's certificate-shim.
 */
export function readListeners(resource: Resource, options: Options, report: Report): TlsConfiguration {
  const spec = readFields(own(resource.object, 'spec'), 'spec', report)
  const listeners = readList(own(spec, 'listeners'), 'spec.listeners', report).map((entry, index) =>
    readListener(entry, `spec.listeners[${index}]`, report),
  )
  const wanted = new Map<string, { path: string; hosts: WantedHost[] }>()
  for (const listener of listeners) {
    if (!wantsCertificate(listener, resource, options)) continue
    if (reportSkipped(listener, resource, report)) continue
    for (const reference of listener.tls?.certificateRefs ?? []) {
      const host = { host: listener.hostname, path: `${listener.path}.hostname` }
      const secret = wanted.get(reference.name)
      if (secret === undefined) wanted.set(reference.name, { path: `${reference.path}.name`, hosts: [host] })
      else secret.hosts.push(host)
    }
  }
  return {
    secrets: [...wanted].map(([name, secret]): WantedSecret => ({ name, ...secret })),
    named: namesOf(listeners),
    entries: listeners.filter((listener) => speaksTls(listener, options)).length,
  }
}

function readListener(entry: unknown, path: string, report: Report): Listener {
  const listener = readFields(entry, path, report)
  const text = (key: string) => readString(own(listener, key), `${path}.${key}`, report)
  const tls = own(listener, 'tls')
  return {
    path,
    name: text('name'),
    protocol: text('protocol'),
    hostname: text('hostname'),
    tls: tls === undefined || tls === null ? undefined : readTls(tls, `${path}.tls`, report),
  }
}

function readTls(value: unknown, path: string, report: Report): Listener['tls'] {
  if (!isFields(value)) malformed(report, path, value, 'a mapping')
  const tls = isFields(value) ? value : {}
  return {
    mode: readDefaulted(tls, 'mode', 'Terminate', path, report),
    certificateRefs: readList(own(tls, 'certificateRefs'), `${path}.certificateRefs`, report).map(
      (entry, index) => readCertificateRef(entry, `${path}.certificateRefs[${index}]`, report),
    ),
  }
}

function readCertificateRef(entry: unknown, path: string, report: Report): CertificateRef {
  const reference = readFields(entry, path, report)
  const namespace = own(reference, 'namespace') ?? undefined
  return {
    path,
    name: readString(own(reference, 'name'), `${path}.name`, report),
    group: readDefaulted(reference, 'group', '', path, report),
    kind: readDefaulted(reference, 'kind', 'Secret', path, report),
    namespace: namespace === undefined ? undefined : readString(namespace, `${path}.namespace`, report),
  }
}

/** A manifest leaves out what the API server would fill in. */
function readDefaulted(fields: Fields, key: string, fallback: string, path: string, report: Report): string {
  const value = own(fields, key)
  return value === undefined || value === null ? fallback : readString(value, `${path}.${key}`, report)
}

function wantsCertificate(listener: Listener, resource: Resource, options: Options): boolean {
  const { tls, name } = listener
  return (
    speaksTls(listener, options) && tls?.mode !== 'Passthrough' && !ignoredListeners(resource).includes(name)
  )
}

function speaksTls({ protocol }: Listener, options: Options): boolean {
  return tlsProtocols.includes(protocol) || options.gatewayAPIExtraProtocols.includes(protocol)
}

function ignoredListeners({ annotations }: Resource): readonly string[] {
  const ignored = annotations.get(listenerAnnotation.ignoreTlsListeners)
  return ignored === undefined ? [] : ignored.split(',').map((name) => name.trim())
}

/** Reports everything for which cert-manager skips a listener; true where there is something. */
function reportSkipped(listener: Listener, resource: Resource, report: Report): boolean {
  const reasons = [
    ...(listener.hostname === ''
      ? [reason('hostname', undefined, 'has no hostname', 'Give it the hostname that the Certificate is for')]
      : []),
    ...tlsReasons(listener, resource),
  ]
  for (const { path, value, what, advice } of reasons) {
    report.note(
      shimRules.listenerSkipped,
      `The listener ${listener.name} ${what}, so it is skipped and gets no Certificate. ${advice}, or name it in ${annotationPath(listenerAnnotation.ignoreTlsListeners)} if it needs none.`,
      { path: `${listener.path}.${path}`, ...currentValue(value) },
    )
  }
  return reasons.length > 0
}

interface Reason {
  readonly path: string
  readonly value: unknown
  readonly what: string
  readonly advice: string
}

function reason(path: string, value: unknown, what: string, advice: string): Reason {
  return { path, value, what, advice }
}

function tlsReasons({ tls }: Listener, resource: Resource): readonly Reason[] {
  if (tls === undefined) return [reason('tls', undefined, 'has no tls', 'Add tls with a certificateRef')]
  const references = tls.certificateRefs.flatMap((reference, index) =>
    referenceReasons(reference, `tls.certificateRefs[${index}]`, resource),
  )
  return [
    ...(tls.certificateRefs.length === 0
      ? [
          reason(
            'tls.certificateRefs',
            undefined,
            'names no Secret',
            'Add a certificateRef with the name of a Secret',
          ),
        ]
      : references),
    ...(tls.mode === 'Terminate'
      ? []
      : [reason('tls.mode', tls.mode, `has the TLS mode "${tls.mode}"`, 'Use Terminate')]),
  ]
}

function referenceReasons(reference: CertificateRef, path: string, resource: Resource): readonly Reason[] {
  const { group, kind, namespace } = reference
  return [
    ...(['', 'core'].includes(group)
      ? []
      : [
          reason(
            `${path}.group`,
            group,
            `refers to the group ${group}`,
            'Refer to a Secret, whose group is ""',
          ),
        ]),
    ...(['', 'Secret'].includes(kind)
      ? []
      : [reason(`${path}.kind`, kind, `refers to a ${kind}`, 'Refer to a Secret')]),
    ...(namespace === undefined || namespace === resource.namespace
      ? []
      : [
          reason(
            `${path}.namespace`,
            namespace,
            'refers to a Secret in another namespace, where cert-manager makes no Certificate for it',
            `Refer to a Secret in the namespace of this ${resource.kind}`,
          ),
        ]),
  ]
}

function namesOf(listeners: readonly Listener[]): readonly string[] {
  return listeners.flatMap(({ tls }) => (tls?.certificateRefs ?? []).map(({ name }) => name))
}
