import { at, isFields } from '../../manifest/manifest.ts'

/** How a solver of an ACME issuer proves that a name is ours; the API server lets it have one of them only. */
export type Challenge = 'dns01' | 'http01-ingress' | 'http01-gateway'

/** A solver of an ACME issuer, and the selector that says which names it is for. */
export interface Solver {
  readonly challenges: readonly Challenge[]
  readonly matchLabels: readonly (readonly [string, unknown])[]
  readonly dnsNames: readonly unknown[]
  readonly dnsZones: readonly string[]
}

/** The solvers of an ACME issuer, as far as they can be read. */
export function readSolvers(value: unknown): readonly Solver[] {
  return listOf(value).map((solver) => {
    const selector = at(solver, 'selector')
    const labels = at(selector, 'matchLabels')
    return {
      challenges: challengesOf(solver),
      matchLabels: isFields(labels) ? Object.entries(labels) : [],
      dnsNames: listOf(at(selector, 'dnsNames')),
      dnsZones: listOf(at(selector, 'dnsZones')).filter((zone) => typeof zone === 'string'),
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
