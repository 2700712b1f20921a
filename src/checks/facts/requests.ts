import type { FieldOfFinding } from '../../manifest/finding.ts'
import { groupedBy } from '../../manifest/grouped.ts'
import type { Certificate } from '../../shim/certificates/certificate.ts'
import { certificateOf } from '../../shim/certificates/certificate-of.ts'
import { type DesiredCertificate, partsOf } from '../../shim/certificates/desired-certificates.ts'
import type { IssuerRef } from '../../shim/issuers/issuer-ref.ts'
import { settingPath } from '../../shim/sources/own-settings.ts'
import type { NamedHost, Source, WantedSecret } from '../../shim/sources/source.ts'
import type { CheckedList } from '../check.ts'
import { hostField } from './hosts/host-field.ts'
import { type Issuer, type IssuerType, issuerOf, issuersOf } from './issuers/issuers.ts'
import { oncePerList } from './once-per-list.ts'

/** A Certificate that a source asks for, of which cert-manager will make a CertificateRequest. */
export interface AskedCertificate {
  readonly source: Source
  readonly secret: WantedSecret
  readonly issuerRef: IssuerRef
  /** With the names that the source itself asks for. */
  readonly certificate: Certificate
  /** The Certificate of a Secret that several sources share, with all their names; undefined where none does. */
  readonly shared: DesiredCertificate | undefined
}

/** What a source asks of an issuer that is in the list. */
export interface Request extends AskedCertificate {
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

const requestsByType = oncePerList((list) => groupedBy(requestsOf(list), typeOfIssuer))

const firstsByType = oncePerList((list) =>
  groupedBy(
    requestsOf(list).filter(({ source, secret }) => secret === source.tls.secrets[0]),
    typeOfIssuer,
  ),
)

const typeOfIssuer = ({ issuer }: Request) => issuer.type

const requestsOf = oncePerList((list): readonly Request[] => {
  const issuers = issuersOf(list)
  if (issuers.all.length === 0) return []
  return askedCertificates(list).flatMap((asked) => {
    const issuer = issuerOf(asked.source, asked.secret.namespace, issuers)
    return issuer === undefined ? [] : [{ ...asked, issuer }]
  })
})

/** Every Certificate that the sources ask for, also of those with something else wrong, so that one run shows everything. */
export const askedCertificates = oncePerList((list): readonly AskedCertificate[] => {
  const desired = new Map(
    list.desired.flatMap((one) => partsOf(one).map((part) => [part.secret, { part, one }] as const)),
  )
  return list.sources.flatMap((source) => {
    const { issuer: issuerRef, tls } = source
    if (issuerRef === undefined) return []
    return tls.secrets.map((secret) => {
      // What admission refuses is not among the desired ones, and is checked all the same.
      const found = desired.get(secret)
      const shared = found?.one.parts === undefined ? undefined : found.one
      const own = found?.part.certificate ?? certificateOf(source, secret, issuerRef, list.options)
      const certificate = shared === undefined ? own : { ...own, metadata: shared.certificate.metadata }
      return { source, secret, issuerRef, certificate, shared }
    })
  })
})

/** The Certificate that is written, with the names of all sources that share its Secret. */
export function wholeCertificate({ certificate, shared }: AskedCertificate): Certificate {
  return shared?.certificate ?? certificate
}

/** The hosts of a Certificate, IP addresses among them. */
export function hostsOf({ spec: { dnsNames = [], ipAddresses = [] } }: Certificate): readonly string[] {
  return [...dnsNames, ...ipAddresses]
}

/** The field of a source that asks for a name: that of the host, or the annotation that has further ones. */
export function fieldOfName(
  name: string,
  { source, secret }: Pick<Request, 'source' | 'secret'>,
  key: string,
): FieldOfFinding {
  const host = hostsByName(secret).get(name)
  return host === undefined ? annotationField(source, key) : hostField(host)
}

const knownHosts = new WeakMap<WantedSecret, ReadonlyMap<string, NamedHost>>()

/** The first field that names each host of a Secret, looked up for many hosts at a time. */
function hostsByName(secret: WantedSecret): ReadonlyMap<string, NamedHost> {
  const known = knownHosts.get(secret)
  if (known !== undefined) return known
  // Of two fields with one host, the first is entered last and stays.
  const hosts = new Map(secret.hosts.map((named) => [named.host, named] as const).reverse())
  knownHosts.set(secret, hosts)
  return hosts
}

/** An annotation of a source, or what it has in its place, as a finding names it. */
export function annotationField({ annotations, sourceKind }: Source, key: string): FieldOfFinding {
  const currentValue = annotations.get(key)
  return { path: settingPath(sourceKind, key), ...(currentValue !== undefined && { currentValue }) }
}

/** An issuer as a message names it. */
export function nameOfIssuer({ issuer }: Request): string {
  return `${issuer.kind} ${issuer.name}`
}
