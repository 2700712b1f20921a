import { type Fields, own } from '../../../../manifest/manifest.ts'
import type { Report } from '../../../../manifest/report.ts'
import type { Resource } from '../../../resource.ts'
import { readFields, readList, readString } from '../../../values/read-value.ts'

/** A listener of a Gateway or ListenerSet. What can't be read, which has been reported, is undefined. */
export interface Listener {
  readonly path: string
  readonly name: string | undefined
  readonly protocol: string | undefined
  readonly hostname: string | undefined
  /** As it is written; only Routes are looked up by it. */
  readonly port: unknown
  /** Which Routes can attach, as it is written. */
  readonly allowedRoutes: unknown
  /** `'none'` where the listener has no `tls`. */
  readonly tls: ListenerTls | 'none' | undefined
}

export interface ListenerTls {
  readonly mode: string | undefined
  readonly certificateRefs: readonly CertificateRef[] | undefined
}

export interface CertificateRef {
  readonly path: string
  readonly name: string | undefined
  readonly group: string | undefined
  readonly kind: string | undefined
  /** Undefined for the namespace of the source, too. */
  readonly namespace: string | undefined
}

/** The listeners of a Gateway or ListenerSet; reports everything of the wrong type in them. */
export function listenersOf({ object }: Resource, report: Report): readonly Listener[] {
  const spec = readFields(own(object, 'spec'), 'spec', report) ?? {}
  const listeners = readList(own(spec, 'listeners'), 'spec.listeners', report) ?? []
  return listeners.map((entry, index) => readListener(entry, `spec.listeners[${index}]`, report))
}

function readListener(entry: unknown, path: string, report: Report): Listener {
  const listener = readFields(entry, path, report)
  const text = (key: string) => listener && readString(own(listener, key), `${path}.${key}`, report)
  return {
    path,
    name: text('name'),
    protocol: text('protocol'),
    hostname: text('hostname'),
    port: listener && own(listener, 'port'),
    allowedRoutes: listener && own(listener, 'allowedRoutes'),
    tls: listener && readTls(own(listener, 'tls'), `${path}.tls`, report),
  }
}

function readTls(value: unknown, path: string, report: Report): Listener['tls'] {
  if (value === undefined || value === null) return 'none'
  const tls = readFields(value, path, report)
  if (tls === undefined) return undefined
  const certificateRefs = readList(own(tls, 'certificateRefs'), `${path}.certificateRefs`, report)
  return {
    mode: readDefaulted(tls, 'mode', 'Terminate', path, report),
    certificateRefs: certificateRefs?.map((entry, index) =>
      readCertificateRef(entry, `${path}.certificateRefs[${index}]`, report),
    ),
  }
}

function readCertificateRef(entry: unknown, path: string, report: Report): CertificateRef {
  const reference = readFields(entry, path, report)
  if (reference === undefined)
    return { path, name: undefined, group: undefined, kind: undefined, namespace: undefined }
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
function readDefaulted(
  fields: Fields,
  key: string,
  fallback: string,
  path: string,
  report: Report,
): string | undefined {
  const value = own(fields, key)
  return value === undefined || value === null ? fallback : readString(value, `${path}.${key}`, report)
}
