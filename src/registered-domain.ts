import type { RegisteredDomain } from './checks/facts/acme/all-orders.ts'

/**
 * The registered domain of a host by the whole Public Suffix List, as Let's Encrypt counts: also by the domains under which
 * others than registries give names away, such as `github.io`. The list is loaded by the first call, since few inputs need it.
 */
export async function loadRegisteredDomain(): Promise<RegisteredDomain> {
  const { getDomain } = await import('tldts')
  const options = {
    allowPrivateDomains: true,
    detectIp: false,
    extractHostname: false,
    validateHostname: false,
  }
  return (host) => getDomain(host, options) ?? undefined
}
