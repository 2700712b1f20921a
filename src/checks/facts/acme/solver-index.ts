import { hasSelector, type Solver } from './acme-solver.ts'

/**
 * The solvers of an issuer by what their selectors ask for, so that a name is compared with the few that may match it and
 * not with all of them.
 */
export class SolverIndex {
  readonly #byName = new Map<unknown, number[]>()
  readonly #byZone = new Map<string, number[]>()
  /** Those that no name rules out, and of each sort of them only the first, which would be chosen before the others. */
  readonly #others: number[] = []
  readonly #solvers: readonly Solver[]
  #mostZoneLabels = 0

  constructor(solvers: readonly Solver[]) {
    this.#solvers = solvers
    const seen = new Set<string>()
    for (const [position, solver] of solvers.entries()) {
      if (solver.isFilledInLater) this.#others.push(position)
      else if (solver.dnsNames.length > 0) {
        for (const name of new Set(solver.dnsNames)) enter(this.#byName, name, position)
      } else if (solver.dnsZones.length > 0) {
        for (const zone of new Set(solver.dnsZones.map(normalZone))) this.#enterZone(zone, position)
      } else if (hasSelector(solver) || !seen.has(solver.challenges.join())) {
        if (!hasSelector(solver)) seen.add(solver.challenges.join())
        this.#others.push(position)
      }
    }
  }

  #enterZone(zone: string, position: number): void {
    if (zone === '') return
    enter(this.#byZone, zone, position)
    this.#mostZoneLabels = Math.max(this.#mostZoneLabels, labelsIn(zone))
  }

  /** The solvers that may match a name in lower case, in their order. */
  candidates(name: string): readonly Solver[] {
    const positions = new Set([...(this.#byName.get(name) ?? []), ...this.#others])
    for (const zone of zonesOf(name, this.#mostZoneLabels)) {
      for (const position of this.#byZone.get(zone) ?? []) positions.add(position)
    }
    return [...positions]
      .sort((a, b) => a - b)
      .map((position) => this.#solvers[position])
      .filter((solver) => solver !== undefined)
  }
}

/** How many labels the longest zone has that a name is in; 0 for none. */
export function longestZone(name: string, zones: readonly string[]): number {
  let longest = 0
  for (const zone of zones.map(normalZone)) {
    if (zone === '' || !(name === zone || name.endsWith(`.${zone}`))) continue
    longest = Math.max(longest, labelsIn(zone))
  }
  return longest
}

function normalZone(zone: string): string {
  return zone.toLowerCase().replace(/\.$/, '')
}

function labelsIn(zone: string): number {
  return zone.split('.').length
}

/** The name itself and the domains that it is in, up to so many labels, the shortest first. */
function* zonesOf(name: string, mostLabels: number): Iterable<string> {
  let end = name.length
  for (let labels = 1; labels <= mostLabels && end > 0; labels++) {
    const dot = name.lastIndexOf('.', end - 1)
    yield name.slice(dot + 1)
    end = dot
  }
}

function enter<Key>(index: Map<Key, number[]>, key: Key, position: number): void {
  const others = index.get(key)
  if (others === undefined) index.set(key, [position])
  else others.push(position)
}
