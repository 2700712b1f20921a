import { at, isFields } from '../../../manifest/manifest.ts'
import { isFilledInLater } from '../../../shim/values/filled-in-later.ts'
import type { Issuer } from '../issuers/issuers.ts'

/** How a solver of an ACME issuer proves that a name is ours; the API server lets it have one of them only. */
export type Challenge = 'dns01' | 'http01-ingress' | 'http01-gateway'

/** A solver of an ACME issuer, and the selector that says which names it is for. */
export interface Solver {
  readonly challenges: readonly Challenge[]
  /** What its HTTPRoutes attach to, beside what the Certificate says. */
  readonly parentRefs: readonly unknown[]
  readonly matchLabels: readonly (readonly [string, unknown])[]
  readonly dnsNames: readonly unknown[]
  readonly dnsZones: readonly string[]
  /** Whether its selector is only known when a placeholder is filled in. */
  readonly isFilledInLater: boolean
}

/** The solvers of an ACME issuer, as far as they can be read. */
export function readSolvers({ config, ...resource }: Issuer): readonly Solver[] {
  return listOf(at(config, 'solvers')).map((solver) => {
    const selector = at(solver, 'selector')
    const labels = at(selector, 'matchLabels')
    const matchLabels = isFields(labels) ? Object.entries(labels) : []
    const dnsNames = listOf(at(selector, 'dnsNames'))
    const dnsZones = listOf(at(selector, 'dnsZones')).filter((zone) => typeof zone === 'string')
    return {
      challenges: challengesOf(solver),
      parentRefs: listOf(at(solver, 'http01', 'gatewayHTTPRoute', 'parentRefs')),
      matchLabels,
      dnsNames,
      dnsZones,
      isFilledInLater: [...matchLabels.flat(), ...dnsNames, ...dnsZones].some(
        (text) => typeof text === 'string' && isFilledInLater(text, resource),
      ),
    }
  })
}

export function hasSelector({ matchLabels, dnsNames, dnsZones }: Solver): boolean {
  return matchLabels.length > 0 || dnsNames.length > 0 || dnsZones.length > 0
}

function challengesOf(solver: unknown): readonly Challenge[] {
  const challenges: Challenge[] = []
  if (isFields(at(solver, 'dns01'))) challenges.push('dns01')
  if (isFields(at(solver, 'http01', 'ingress'))) challenges.push('http01-ingress')
  if (isFields(at(solver, 'http01', 'gatewayHTTPRoute'))) challenges.push('http01-gateway')
  return challenges
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
