import { type Fields, own } from '../../../../manifest/manifest.ts'
import type { Report } from '../../../../manifest/report.ts'
import { annotationPath, certsFromSecret } from '../../../annotations.ts'
import type { Resource } from '../../../resource.ts'
import { shimRules } from '../../../rules.ts'
import { isFilledInLater } from '../../../values/filled-in-later.ts'
import { currentValue, readFields, readString } from '../../../values/read-value.ts'

export const externalPath = 'spec.tls.externalCertificate.name'

/** A Secret, and the field that names it. */
interface NamedByRoute {
  readonly name: string
  readonly path: string
}

/** The TLS configuration of a Route, as it is written. */
export interface RouteTls {
  readonly termination: string
  readonly external: string
  /** The field with a certificate or key in it; undefined where there is none. */
  readonly inline: string | undefined
}

/** Reads `spec.tls`; undefined where it has a wrong type, which has been reported. */
export function readRouteTls({ object }: Resource, report: Report): RouteTls | undefined {
  const spec = readFields(own(object, 'spec'), 'spec', report)
  const tls = spec && readFields(own(spec, 'tls'), 'spec.tls', report)
  if (tls === undefined) return undefined
  const external = readFields(own(tls, 'externalCertificate'), 'spec.tls.externalCertificate', report)
  const termination = readString(own(tls, 'termination'), 'spec.tls.termination', report)
  const name = external && readString(own(external, 'name'), externalPath, report)
  return termination === undefined || name === undefined
    ? undefined
    : { termination, external: name, inline: inlineField(tls) }
}

function inlineField(tls: Fields): string | undefined {
  const key = ['certificate', 'key'].find(
    (one) => !['', null, undefined].some((none) => own(tls, one) === none),
  )
  return key && `spec.tls.${key}`
}

/** The Secret that a Route names, whether the router serves it or not. */
export function secretNamedBy({ annotations }: Resource, external: string): NamedByRoute | undefined {
  if (external !== '') return { name: external, path: externalPath }
  const name = annotations.get(certsFromSecret) ?? ''
  return name === '' ? undefined : { name, path: annotationPath(certsFromSecret) }
}

/**
 * The Secret whose certificate the router serves for a Route; undefined where there is none, which is reported. The rules
 * are those of `TLSConfig` in openshift/api's route/v1/types.go, and of its validation in library-go.
 */
export function servedSecret(route: Resource, tls: RouteTls, report: Report): NamedByRoute | undefined {
  const { termination, external, inline } = tls
  const secret = secretNamedBy(route, external)
  if (termination === 'passthrough') reportPassthrough(external, report)
  else if (inline !== undefined && secret?.path !== undefined && external !== '') reportBoth(inline, report)
  else if (inline !== undefined && secret === undefined) reportInline(inline, report)
  else if (secret === undefined) reportUnreferenced(route, report)
  else if (['edge', 'reencrypt'].includes(termination) || isFilledInLater(termination, route)) return secret
  else reportTermination(termination, report)
  return undefined
}

function reportPassthrough(external: string, report: Report): void {
  if (external === '') {
    report.warn(
      shimRules.tlsPassthrough,
      'This Route passes TLS through, so the pods behind it need the certificate themselves, and none is made for the Route. Remove the annotation that asks for Certificates, or use the termination edge or reencrypt.',
      { path: 'spec.tls.termination', currentValue: 'passthrough' },
    )
    return
  }
  report.reject(
    shimRules.malformedResource,
    'A Route that passes TLS through has no certificate, so the API server refuses externalCertificate beside it. Remove that, or use the termination edge or reencrypt.',
    { path: externalPath, currentValue: external },
  )
}

function reportBoth(path: string, report: Report): void {
  report.reject(
    shimRules.malformedResource,
    'The API server refuses a Route with both a certificate of its own and an externalCertificate. Remove the one that is written here, and the router takes that of the Secret.',
    { path },
  )
}

function reportInline(path: string, report: Report): void {
  report.warn(
    shimRules.routeCertificateInline,
    `The certificate of this Route is written in it, so the router would serve that one whatever cert-manager issues, and no Certificate is made. Put ${externalPath} in its place, or remove the annotation that asks for Certificates.`,
    { path },
  )
}

function reportUnreferenced({ name }: Resource, report: Report): void {
  report.reject(
    shimRules.routeCertificateUnreferenced,
    `This Route asks for a Certificate and names no Secret, so the router would serve its default certificate whatever cert-manager issues. Name the Secret in ${externalPath}, with the termination edge or reencrypt.`,
    { path: externalPath, proposedValue: `${name}-tls` },
  )
}

function reportTermination(termination: string, report: Report): void {
  report.reject(
    shimRules.malformedResource,
    'A Route with TLS has the termination edge, reencrypt or passthrough, so the API server would refuse this one. Write edge where the router talks to the pods without TLS, and reencrypt where it uses TLS for that, too.',
    {
      path: 'spec.tls.termination',
      ...currentValue(termination || undefined),
      ...(termination === '' && { proposedValue: 'edge' }),
    },
  )
}
