import { covers } from '../shim/hosts.ts'
import type { Check } from './check.ts'
import { hostMeantBy, isHost } from './facts/host-text.ts'
import { type IngressHosts, ingressHosts, ruleHostPath } from './facts/ingress-hosts.ts'

/** A host that is served, beside others that have certificates, without one. */
export const hostNotCovered: Check = {
  rule: {
    id: 'host-not-covered',
    severity: 'warning',
    summary: 'A rule of an Ingress has a host that none of its TLS blocks covers.',
  },
  *find(list) {
    for (const ingress of ingressHosts(list)) {
      const { source, rules } = ingress
      for (const host of uncoveredHosts(ingress)) {
        yield {
          rule: this.rule,
          message: `No TLS block of this Ingress covers ${host}, so browsers would be shown another certificate or none there. Add the host to the TLS block that it belongs to, or switch this rule off where plain HTTP is meant.`,
          position: source.position,
          field: { path: ruleHostPath(rules.indexOf(host)), currentValue: host },
        }
      }
    }
  },
}

function uncoveredHosts({ source, rules, blocks }: IngressHosts): Iterable<string> {
  // A block without hosts stands for all of them: `IngressTLS` in Kubernetes' networking/v1 types.
  if (blocks.length === 0 || blocks.some((hosts) => hosts.length === 0)) return []
  const uncovered = rules.filter((host) => isHost(host) && !blocks.some((hosts) => hosts.includes(host)))
  if (uncovered.length === 0) return []
  // ingress-nginx looks for the host among the names of the certificates, too.
  const names = [...blocks.flat(), ...source.fields.altNames].map((name) => hostMeantBy(name) ?? name)
  return new Set(uncovered.filter((host) => !names.some((name) => covers(name, host))))
}
