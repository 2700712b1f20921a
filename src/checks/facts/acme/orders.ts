import type { FieldOfFinding } from '../../../manifest/finding.ts'
import { at } from '../../../manifest/manifest.ts'
import { isCertificate } from '../../../shim/certificates/existing.ts'
import type { RenderedCertificate } from '../../../shim/certificates/reconcile.ts'
import { isFilledInLater } from '../../../shim/values/filled-in-later.ts'
import { issuerRefIn, namesIn } from '../../../shim/values/handwritten-spec.ts'
import type { CheckedList } from '../../check.ts'
import { type Issuer, type Issuers, issuerField, issuerNamed, issuersOf } from '../issuers/issuers.ts'
import { oncePerList } from '../once-per-list.ts'
import { hostsOf } from '../requests.ts'
import { isLetsEncryptProduction, isLetsEncryptStaging } from './acme.ts'

/** What a render makes cert-manager order at Let's Encrypt's production server. */
export interface Order {
  /** That of the source, and the field of it that chooses the issuer. */
  readonly position: number
  readonly field: FieldOfFinding
  readonly issuer: string
  /** The same for all issuers that may share an account. */
  readonly account: string
  readonly dnsNames: readonly string[]
  /** All names, as one text that is the same for the same set of names. */
  readonly names: string
  /** Whether the Certificate is new, and hasn't just other names. */
  readonly isNew: boolean
  /** Whether its set has Certificates of ours already: what is new there was not issued before. */
  readonly isSetRendered: boolean
}

export interface OrdersOfSet {
  readonly orders: readonly Order[]
  /** The sets of names of the Certificates that are there already. */
  readonly issued: readonly string[]
}

/** What a set orders: for its new Certificates, and those that change their names. */
export function ordersOf(list: CheckedList): OrdersOfSet {
  const issuers = issuersOf(list)
  if (!issuers.all.some(isLetsEncryptProduction)) return { orders: [], issued: [] }
  const orders = list.rendered.flatMap((rendered) => orderOf(rendered, list) ?? [])
  return { orders, issued: orders.length === 0 ? [] : issuedIn(list, issuers) }
}

function orderOf(rendered: RenderedCertificate, list: CheckedList): Order | undefined {
  const { source, certificate, secret, existing } = rendered
  const { issuerRef, dnsNames = [] } = certificate.spec
  const issuer = issuerNamed(issuerRef, secret.namespace, issuersOf(list))
  if (issuer === undefined || !isLetsEncryptProduction(issuer)) return undefined
  const hosts = hostsOf(certificate)
  if (hosts.some((name) => isFilledInLater(name, source))) return undefined
  const names = setOfNames(hosts)
  if (existing !== undefined && setOfNames(allNamesIn(existing.object)) === names) return undefined
  const proposedValue = stagingIssuersOf(list).get(reachOf(issuer))
  return {
    position: source.position,
    field: { ...issuerField(source), ...(proposedValue !== undefined && { proposedValue }) },
    issuer: `${issuer.kind} ${issuer.name}`,
    account: accountOf(issuer),
    dnsNames,
    names,
    isNew: existing === undefined,
    isSetRendered: list.isSetRendered,
  }
}

/** An issuer of the staging server that can be named instead, by what it is for. */
const stagingIssuersOf = oncePerList(
  (list) =>
    new Map(
      issuersOf(list)
        .all.filter(isLetsEncryptStaging)
        .map((issuer) => [reachOf(issuer), issuer.name]),
    ),
)

/** The namespace of an Issuer; `''` for a ClusterIssuer, which is for all. */
function reachOf({ kind, namespace }: Issuer): string {
  return kind === 'Issuer' ? namespace : ''
}

/** Nothing says whether clusters share the key of an account, so that those of one name count as one. */
function accountOf(issuer: Issuer): string {
  const key = at(issuer.config, 'privateKeySecretRef', 'name')
  return `${reachOf(issuer)}/${typeof key === 'string' ? key : issuer.name}`
}

/** The sets of names of this set's Certificates that Let's Encrypt has issued, as far as the list tells. */
function issuedIn({ resources, isOwn }: CheckedList, issuers: Issuers): readonly string[] {
  return resources
    .filter(({ apiVersion, kind, position }) => isCertificate(apiVersion, kind) && isOwn(position))
    .filter(({ object, namespace }) => {
      const issuer = issuerNamed(issuerRefIn(at(object, 'spec')), namespace, issuers)
      return issuer !== undefined && isLetsEncryptProduction(issuer)
    })
    .map(({ object }) => setOfNames(allNamesIn(object)))
}

function allNamesIn(object: unknown): readonly string[] {
  return namesIn(at(object, 'spec'), 'dnsNames', 'ipAddresses')
}

function setOfNames(names: readonly string[]): string {
  return [...new Set(names.map((name) => name.toLowerCase()))].sort().join(' ')
}
