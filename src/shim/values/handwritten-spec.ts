import { at } from '../../manifest/manifest.ts'
import type { IssuerRef } from '../issuers/issuer-ref.ts'

/** The private key of a certificate; one of Ed25519 has no size to choose. */
export interface Key {
  readonly algorithm: string
  readonly size: number | undefined
}

/** What cert-manager takes where a Certificate gives no size. Source: `PrivateKeySize` in its pkg/apis/certmanager/v1/types_certificate.go. */
const defaultSizes: Readonly<Record<string, number>> = { RSA: 2048, ECDSA: 256 }

/** The key that the spec of a Certificate asks for. */
export function keyIn(spec: unknown): Key {
  const algorithm = textIn(at(spec, 'privateKey'), 'algorithm') || 'RSA'
  const size = at(spec, 'privateKey', 'size')
  return { algorithm, size: typeof size === 'number' && size !== 0 ? size : defaultSizes[algorithm] }
}

/** The issuer that it names; what is empty there is as good as left out. */
export function issuerRefIn(spec: unknown): IssuerRef {
  const [name, kind, group] = ['name', 'kind', 'group'].map((field) => textIn(at(spec, 'issuerRef'), field))
  return { name: name ?? '', ...(kind && { kind }), ...(group && { group }) }
}

/** All hosts that the certificate is for. */
export function hostsIn(spec: unknown): readonly string[] {
  const commonName = textIn(spec, 'commonName')
  return [...namesIn(spec, 'dnsNames', 'ipAddresses'), ...(commonName === '' ? [] : [commonName])]
}

/** The names in these of its lists. */
export function namesIn(spec: unknown, ...fields: readonly string[]): readonly string[] {
  const lists = fields.map((field) => at(spec, field)).filter((list) => Array.isArray(list))
  return lists.flat().filter((name: unknown) => typeof name === 'string')
}

function textIn(fields: unknown, field: string): string {
  const value = at(fields, field)
  return typeof value === 'string' ? value : ''
}
