import { secretKey } from './certificates-by-secret.ts'
import type { ExistingCertificate } from './existing.ts'

/** Names new Certificates: as their Secret or, where a Certificate for another Secret has that name, `name-2`, `name-3`. */
export class CertificateNames {
  readonly #taken: Set<string>
  readonly #wanted: ReadonlyMap<string, unknown>

  /** The names of the Secrets that are wanted are left to the Certificates for those. */
  constructor(certificates: readonly ExistingCertificate[], wanted: ReadonlyMap<string, unknown>) {
    this.#taken = new Set(certificates.map(({ namespace, name }) => secretKey(namespace, name)))
    this.#wanted = wanted
  }

  nameFor(namespace: string, secretName: string): string {
    if (!this.#taken.has(secretKey(namespace, secretName))) return secretName
    let number = 2
    while (!this.#isFree(secretKey(namespace, `${secretName}-${number}`))) number++
    const name = `${secretName}-${number}`
    this.#taken.add(secretKey(namespace, name))
    return name
  }

  #isFree(key: string): boolean {
    return !this.#taken.has(key) && !this.#wanted.has(key)
  }
}
