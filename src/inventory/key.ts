import { at } from '../manifest/manifest.ts'

/** The private key of a certificate; one of Ed25519 has no size to choose. */
export interface Key {
  readonly algorithm: string
  readonly size: number | undefined
}

/** What cert-manager takes where a Certificate gives no size. Source: `PrivateKeySize` in its pkg/apis/certmanager/v1/types_certificate.go. */
const defaultSizes: Readonly<Record<string, number>> = { RSA: 2048, ECDSA: 256 }

/** The key that the spec of a Certificate asks for. */
export function keyOf(spec: unknown): Key {
  const [algorithm, size] = ['algorithm', 'size'].map((field) => at(spec, 'privateKey', field))
  const named = typeof algorithm === 'string' && algorithm !== '' ? algorithm : 'RSA'
  return { algorithm: named, size: typeof size === 'number' ? size : defaultSizes[named] }
}
