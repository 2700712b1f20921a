import type { RegisteredDomain } from './checks/facts/acme/all-orders.ts'
import type { LibraryLoaders } from './ingress-shim.ts'

/** What is used of the package, whose own types the users of ours don't have. */
export interface Tldts {
  getDomain(host: string, options: Readonly<Record<string, boolean>>): string | null
}

declare global {
  /** It from a world that has it at hand and can't load modules. */
  var krmIngressShimTldts: (() => Tldts | undefined) | undefined
}

/**
 * The registered domain of a host by the whole Public Suffix List, as Let's Encrypt counts: also by the domains under which
 * others than registries give names away, such as `github.io`. The list is loaded by the first call, since few inputs need it.
 */
async function loadRegisteredDomain(): Promise<RegisteredDomain> {
  const { getDomain }: Tldts = globalThis.krmIngressShimTldts?.() ?? (await import('tldts'))
  const options = {
    allowPrivateDomains: true,
    detectIp: false,
    extractHostname: false,
    validateHostname: false,
  }
  return (host) => getDomain(host, options) ?? undefined
}

/** The libraries that few lists need, each loaded by the first that does: they take time to start. */
export const libraryLoaders: LibraryLoaders = {
  registeredDomain: loadRegisteredDomain,
  evaluateCel: async () => (await import('./checks/facts/policies/cel.ts')).celEvaluator(),
}
