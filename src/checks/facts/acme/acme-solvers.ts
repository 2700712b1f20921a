import { isIpAddress } from '../../../go/ip.ts'
import type { Fields } from '../../../manifest/manifest.ts'
import { isFilledInLater } from '../../../shim/values/filled-in-later.ts'
import type { Issuer } from '../issuers/issuers.ts'
import { hostsOf, type Request } from '../requests.ts'
import { type Challenge, hasSelector, readSolvers, type Solver } from './acme-solver.ts'
import { longestZone, SolverIndex } from './solver-index.ts'

/**
 * The challenges of the solvers whose selector matches a name, or may match it when a placeholder is filled in. The rule is
 * `Pick` in cert-manager's pkg/util/solverpicker.
 */
export function possibleChallenges(name: string, request: Request): readonly Challenge[] {
  const { common, all } = solversOf(request.issuer)
  if (isFilledInLater(name, request.source)) return all
  return common ?? matches(name, request).flatMap(({ solver }) => solver.challenges)
}

/** The challenges of the solvers that cert-manager would choose for the hosts of a request. */
export function challengesFor(request: Request): readonly Challenge[] {
  return hostsOf(request.certificate).flatMap((name) => chosenSolver(name, request)?.challenges ?? [])
}

/** The solver that cert-manager would choose for a name; undefined where that isn't known yet. */
export function chosenSolver(name: string, request: Request): Solver | undefined {
  if (isFilledInLater(name, request.source)) return undefined
  const usable = matches(name, request).filter(({ solver }) => canSolve(solver, name))
  if (usable.some(({ solver }) => solver.isFilledInLater)) return undefined
  const [first, ...others] = usable
  if (first === undefined) return undefined
  return others.reduce((best, match) => (isMoreSpecific(match.rank, best.rank) ? match : best), first).solver
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
  return solversOf(issuer)
    .index.candidates(identifier)
    .flatMap((solver) => {
      const zone = longestZone(identifier, solver.dnsZones)
      const matched =
        solver.isFilledInLater ||
        ((solver.dnsNames.length === 0 || solver.dnsNames.includes(identifier)) &&
          (solver.dnsZones.length === 0 || zone > 0) &&
          solver.matchLabels.every(([key, value]) => Object.hasOwn(labels, key) && labels[key] === value))
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
  readonly index: SolverIndex
  /** The challenges for every name, where no solver has a selector. */
  readonly common: readonly Challenge[] | undefined
  /** The challenges of all solvers. */
  readonly all: readonly Challenge[]
}

const read = new WeakMap<Fields, Solvers>()

/** The solvers of an issuer, read once: one issuer often serves all sources of a list. */
function solversOf(issuer: Issuer): Solvers {
  const known = read.get(issuer.config)
  if (known !== undefined) return known
  const solvers = readSolvers(issuer)
  const all = [...new Set(solvers.flatMap(({ challenges }) => challenges))]
  const common = solvers.some(hasSelector) ? undefined : all
  const found = { index: new SolverIndex(solvers), common, all }
  read.set(issuer.config, found)
  return found
}
