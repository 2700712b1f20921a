import { isIpAddress } from '../../go/ip.ts'
import { at, type Fields, isFields } from '../../manifest/manifest.ts'
import type { Issuer } from './issuers.ts'
import type { Request } from './requests.ts'

/** How a solver of an ACME issuer proves that a name is ours; the API server lets it have one of them only. */
export type Challenge = 'dns01' | 'http01-ingress' | 'http01-gateway'

interface Solver {
  readonly challenges: readonly Challenge[]
  readonly matchLabels: readonly (readonly [string, unknown])[]
  readonly dnsNames: readonly unknown[]
  readonly dnsZones: readonly string[]
}

/** The challenges of the solvers whose selector matches a name. The rule is `Pick` in cert-manager's pkg/util/solverpicker. */
export function possibleChallenges(name: string, request: Request): readonly Challenge[] {
  const { common } = solversOf(request.issuer)
  return common ?? matches(name, request).flatMap(({ solver }) => solver.challenges)
}

/** The challenges of the solver that cert-manager would choose for a name; none where there is no solver for it. */
export function chosenChallenges(name: string, request: Request): readonly Challenge[] {
  const usable = matches(name, request).filter(({ solver }) => canSolve(solver, name))
  const [first, ...others] = usable
  if (first === undefined) return []
  return others.reduce((best, match) => (isMoreSpecific(match.rank, best.rank) ? match : best), first).solver
    .challenges
}

/**
 * Wildcards are proved by DNS-01 alone, and addresses by HTTP-01 alone: `ACMEChallengeSolver.HTTP01` in cert-manager's
 * pkg/apis/acme/v1/types_issuer.go, and `unsupportedDNS01Features` in its test/e2e/suite/conformance/certificates/acme.
 */
function canSolve({ challenges }: Solver, name: string): boolean {
  if (name.startsWith('*.')) return challenges.includes('dns01')
  return !isIpAddress(name) || challenges.some((challenge) => challenge !== 'dns01')
}

interface Match {
  readonly solver: Solver
  /** How specific the selector is: by name, by how many labels of a zone, by how many labels of the Certificate. */
  readonly rank: readonly [names: number, zone: number, labels: number]
}

function matches(name: string, { issuer, certificate }: Request): readonly Match[] {
  const labels = certificate.metadata.labels ?? {}
  // The ACME server answers in lower case, and that answer is what cert-manager compares.
  const identifier = name.toLowerCase()
  return solversOf(issuer).solvers.flatMap((solver) => {
    const zone = longestZone(identifier, solver.dnsZones)
    const matched =
      (solver.dnsNames.length === 0 || solver.dnsNames.includes(identifier)) &&
      (solver.dnsZones.length === 0 || zone > 0) &&
      solver.matchLabels.every(([key, value]) => Object.hasOwn(labels, key) && labels[key] === value)
    return matched
      ? { solver, rank: [Math.min(1, solver.dnsNames.length), zone, solver.matchLabels.length] }
      : []
  })
}

function isMoreSpecific(rank: Match['rank'], other: Match['rank']): boolean {
  const differing = rank.findIndex((value, index) => value !== other[index])
  return differing !== -1 && (rank[differing] ?? 0) > (other[differing] ?? 0)
}

interface Solvers {
  readonly solvers: readonly Solver[]
  /** The challenges for every name, where no solver has a selector. */
  readonly common: readonly Challenge[] | undefined
}

const read = new WeakMap<Fields, Solvers>()

/** The solvers of an issuer, read once: one issuer often serves all sources of a list. */
function solversOf({ config }: Issuer): Solvers {
  const known = read.get(config)
  if (known !== undefined) return known
  const solvers = readSolvers(at(config, 'solvers'))
  const common = solvers.some(hasSelector) ? undefined : solvers.flatMap(({ challenges }) => challenges)
  read.set(config, { solvers, common })
  return { solvers, common }
}

function hasSelector({ matchLabels, dnsNames, dnsZones }: Solver): boolean {
  return matchLabels.length > 0 || dnsNames.length > 0 || dnsZones.length > 0
}

function readSolvers(value: unknown): readonly Solver[] {
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

function challengesOf(solver: unknown): readonly Challenge[] {
  const challenges: Challenge[] = []
  if (isFields(at(solver, 'dns01'))) challenges.push('dns01')
  if (isFields(at(solver, 'http01', 'ingress'))) challenges.push('http01-ingress')
  if (isFields(at(solver, 'http01', 'gatewayHTTPRoute'))) challenges.push('http01-gateway')
  return challenges
}

/** How many labels the longest zone has that a name is in; 0 for none. */
function longestZone(name: string, zones: readonly string[]): number {
  let longest = 0
  for (const zone of zones) {
    const suffix = zone.toLowerCase().replace(/\.$/, '')
    if (suffix === '' || !(name === suffix || name.endsWith(`.${suffix}`))) continue
    longest = Math.max(longest, suffix.split('.').length)
  }
  return longest
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
