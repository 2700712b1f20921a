import type { FieldOfFinding } from '../../manifest/finding.ts'
import { annotationPath } from '../../shim/annotations.ts'
import type { Certificate } from '../../shim/certificates/certificate.ts'
import { certificateOf } from '../../shim/certificates/certificate-of.ts'
import type { Source, WantedSecret } from '../../shim/sources/source.ts'
import type { CheckedList } from '../check.ts'
import { type Issuer, type IssuerType, issuerOf, issuersOf } from './issuers.ts'
import { oncePerList } from './once-per-list.ts'

/** What a source asks of an issuer that is in the list: what cert-manager will write into a CertificateRequest. */
export interface Request {
  readonly source: Source
  readonly secret: WantedSecret
  readonly certificate: Certificate
  readonly issuer: Issuer
}

/** The requests to issuers of one type, also those of sources with something else wrong, so that one run shows everything. */
export function requestsTo(type: IssuerType, list: CheckedList): readonly Request[] {
  return requestsByType(list).get(type) ?? []
}

/** One request of each source, for what is the same in all of them. */
export function firstRequestsTo(type: IssuerType, list: CheckedList): readonly Request[] {
  return firstsByType(list).get(type) ?? []
}

const requestsByType = oncePerList((list): ReadonlyMap<IssuerType, readonly Request[]> => {
  const byType = new Map<IssuerType, Request[]>()
  const issuers = issuersOf(list)
  if (issuers.all.length === 0) return byType
  // The wishes are in the order of the sources and their Secrets, and only some are missing.
  let next = 0
  for (const source of list.sources) {
    const issuer = issuerOf(source, issuers)
    for (const secret of source.tls.secrets) {
      const wish = list.wishes[next]?.secret === secret ? list.wishes[next++] : undefined
      if (issuer?.type === undefined || source.issuer === undefined) continue
      const certificate = wish?.certificate ?? certificateOf(source, secret, source.issuer, list.options)
      const request = { source, secret, certificate, issuer }
      const others = byType.get(issuer.type)
      if (others === undefined) byType.set(issuer.type, [request])
      else others.push(request)
    }
  }
  return byType
})

const firstsByType = oncePerList((list): ReadonlyMap<IssuerType, readonly Request[]> => {
  const all = [...requestsByType(list)]
  return new Map(
    all.map(([type, requests]) => [
      type,
      requests.filter(({ source, secret }) => secret === source.tls.secrets[0]),
    ]),
  )
})

/** The field of a source that asks for a name: that of the host, or the annotation that has further ones. */
export function fieldOfName(name: string, { source, secret }: Request, key: string): FieldOfFinding {
  const host = secret.hosts.find((one) => one.host === name)
  return host === undefined ? annotationField(source, key) : { path: host.path, currentValue: name }
}

/** An annotation of a source, as a finding names it. */
export function annotationField({ annotations }: Source, key: string): FieldOfFinding {
  const currentValue = annotations.get(key)
  return { path: annotationPath(key), ...(currentValue !== undefined && { currentValue }) }
}

/** An issuer as a message names it. */
export function nameOfIssuer({ issuer }: Request): string {
  return `${issuer.kind} ${issuer.name}`
}
