import type { RegisteredDomain } from './checks/facts/acme/all-orders.ts'

/** What is used of the package. */
export type Tldts = Pick<typeof import('tldts'), 'getDomain'>

declare global {
  /** It from a world that has it at hand and can't load modules. */
  var krmIngressShimTldts: (() => Tldts | undefined) | undefined
}

/**
 * The registered domain of a host by the whole Public Suffix List, as Let's Encrypt counts: also by the domains under which
 * others than registries give names away, such as `github.io`. The list is loaded by the first call, since few inputs need it.
 */
export async function loadRegisteredDomain(): Promise<RegisteredDomain> {
  const { getDomain } = globalThis.krmIngressShimTldts?.() ?? (await import('tldts'))
  const options = {
    allowPrivateDomains: true,
    detectIp: false,
    extractHostname: false,
    validateHostname: false,
  }
  return (host) => getDomain(host, options) ?? undefined
}
