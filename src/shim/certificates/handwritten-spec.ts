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

/** The names in these of its fields, each of which has one or several. */
export function namesIn(spec: unknown, ...fields: readonly string[]): readonly string[] {
  return fields.flatMap((field) => at(spec, field)).filter((name) => typeof name === 'string')
}

function textIn(fields: unknown, field: string): string {
  const value = at(fields, field)
  return typeof value === 'string' ? value : ''
}
