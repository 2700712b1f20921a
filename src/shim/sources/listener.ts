import { type Fields, isFields, own } from '../../manifest/manifest.ts'
import type { Report } from '../../manifest/report.ts'
import { malformed, type Resource, readFields, readList, readString } from '../resource.ts'

/** A listener of a Gateway or ListenerSet. */
export interface Listener {
  readonly path: string
  readonly name: string
  readonly protocol: string
  readonly hostname: string
  /** Undefined where the listener has no `tls`. */
  readonly tls: { readonly mode: string; readonly certificateRefs: readonly CertificateRef[] } | undefined
}

export interface CertificateRef {
  readonly path: string
  readonly name: string
  readonly group: string
  readonly kind: string
  /** Undefined for the namespace of the source. */
  readonly namespace: string | undefined
}

/** The listeners of a Gateway or ListenerSet; reports everything of the wrong type in them. */
export function listenersOf({ object }: Resource, report: Report): readonly Listener[] {
  const spec = readFields(own(object, 'spec'), 'spec', report)
  return readList(own(spec, 'listeners'), 'spec.listeners', report).map((entry, index) =>
    readListener(entry, `spec.listeners[${index}]`, report),
  )
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
