import type { Wish } from './desired.ts'

/** The wishes for one Secret, in list order. */
export type Claims = readonly [Wish, ...Wish[]]

/** Brings together the wishes for each Secret. */
export function claimsBySecret(wishes: readonly Wish[]): ReadonlyMap<string, Claims> {
  const claims = new Map<string, [Wish, ...Wish[]]>()
  for (const wish of wishes) {
    const key = secretKey(wish.source.namespace, wish.secret.name)
    const others = claims.get(key)
    if (others === undefined) claims.set(key, [wish])
    else others.push(wish)
  }
  return claims
}

/** Names a Secret, and the Certificate of that name; Kubernetes names have no slash. */
export function secretKey(namespace: string, name: string): string {
  return `${namespace}/${name}`
}

/** Whether two wishes would give Certificates with the same contents. */
export function isSameCertificate(a: Wish, b: Wish): boolean {
  return JSON.stringify(a.certificate.spec) === JSON.stringify(b.certificate.spec)
}
