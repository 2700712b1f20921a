import { at } from '../manifest/manifest.ts'
import type { Check } from './check.ts'
import { issuersOf, oldIssuersOf } from './facts/issuers/issuers.ts'

/** Let's Encrypt switched off ACME v1 on 2021-06-01, and cert-manager has spoken only v2 since v0.8. */
export const acmeServerRetired: Check = {
  rule: {
    id: 'acme-server-retired',
    severity: 'error',
    summary: "An issuer names a server of Let's Encrypt that was switched off.",
  },
  *find(list) {
    for (const { kind, name, position, object } of [...issuersOf(list).all, ...oldIssuersOf(list)]) {
      const server = at(object, 'spec', 'acme', 'server')
      if (typeof server !== 'string') continue
      const proposedValue = successors.get(hostOf(server))
      if (proposedValue === undefined) continue
      yield {
        rule: this.rule,
        message: `Let's Encrypt switched off ${server} in 2021, so the ${kind} ${name} can't issue anything. Use ${proposedValue}.`,
        position,
        field: { path: 'spec.acme.server', currentValue: server, proposedValue },
      }
    }
  },
}

const successors: ReadonlyMap<string, string> = new Map([
  ['acme-v01.api.letsencrypt.org', 'https://acme-v02.api.letsencrypt.org/directory'],
  ['acme-staging.api.letsencrypt.org', 'https://acme-staging-v02.api.letsencrypt.org/directory'],
])

function hostOf(server: string): string {
  return server.replace(/^https?:\/\//, '').replace(/[/:].*/, '')
}
