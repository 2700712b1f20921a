import type { FieldOfFinding } from '../../manifest/finding.ts'
import { annotationPath } from '../../shim/annotations.ts'
import type { Certificate } from '../../shim/certificates/certificate.ts'
import { certificateOf } from '../../shim/certificates/certificate-of.ts'
import type { Source, WantedSecret } from '../../shim/sources/source.ts'
import type { CheckedList } from '../check.ts'
import { type Issuer, type IssuerType, issuerOf, issuersOf } from './issuers.ts'
import { oncePerList } from './once-per-list.ts'

/** What a source asks of an issuer that is in the list, as cert-manager will write it into a CertificateRequest. */
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

const requestsByType = oncePerList((list) => groupByType(requestsOf(list)))

const firstsByType = oncePerList((list) =>
  groupByType(requestsOf(list).filter(({ source, secret }) => secret === source.tls.secrets[0])),
)

const requestsOf = oncePerList((list): readonly Request[] => {
  const issuers = issuersOf(list)
  if (issuers.all.length === 0) return []
  const desired = new Map(list.desired.map(({ secret, certificate }) => [secret, certificate]))
  return list.sources.flatMap((source) => {
    const { issuer: issuerRef, tls } = source
    if (issuerRef === undefined) return []
    return tls.secrets.flatMap((secret) => {
      const issuer = issuerOf(source, secret.namespace, issuers)
      if (issuer === undefined) return []
      // What admission refuses is not among the desired ones, and is checked all the same.
      const certificate = desired.get(secret) ?? certificateOf(source, secret, issuerRef, list.options)
      return [{ source, secret, certificate, issuer }]
    })
  })
})

function groupByType(requests: readonly Request[]): ReadonlyMap<IssuerType, readonly Request[]> {
  const byType = new Map<IssuerType, Request[]>()
  for (const request of requests) {
    const { type } = request.issuer
    if (type === undefined) continue
    const others = byType.get(type)
    if (others === undefined) byType.set(type, [request])
    else others.push(request)
  }
  return byType
}

/** The field of a source that asks for a name: that of the host, or the annotation that has further ones. */
export function fieldOfName(name: string, { source, secret }: Request, key: string): FieldOfFinding {
  const path = pathsOfHosts(secret).get(name)
  return path === undefined ? annotationField(source, key) : { path, currentValue: name }
}

const knownPaths = new WeakMap<WantedSecret, ReadonlyMap<string, string>>()

/** The first field that names each host of a Secret, looked up for many hosts at a time. */
function pathsOfHosts(secret: WantedSecret): ReadonlyMap<string, string> {
  const known = knownPaths.get(secret)
  if (known !== undefined) return known
  // Of two fields with one host, the first is entered last and stays.
  const paths = new Map(secret.hosts.map(({ host, path }) => [host, path] as const).reverse())
  knownPaths.set(secret, paths)
  return paths
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
