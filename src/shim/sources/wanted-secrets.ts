import { secretKey } from '../certificates/certificates-by-secret.ts'
import type { NamedHost, WantedSecret } from './source.ts'

/** Each Secret once, with the hosts of all entries that name it, in the order in which the source has them. */
export function eachSecretOnce(wanted: readonly WantedSecret[]): readonly WantedSecret[] {
  const secrets = new Map<string, WantedSecret & { readonly hosts: NamedHost[] }>()
  for (const secret of wanted) {
    const key = secretKey(secret.namespace, secret.name)
    const first = secrets.get(key)
    if (first === undefined) secrets.set(key, { ...secret, hosts: [...secret.hosts] })
    else first.hosts.push(...secret.hosts)
  }
  return [...secrets.values()]
}
