import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Challenge, Solver } from '../../src/checks/facts/acme/acme-solver.ts'
import { longestZone, SolverIndex } from '../../src/checks/facts/acme/solver-index.ts'
import { ListenerHostnames } from '../../src/checks/facts/hosts/listener-hostnames.ts'
import { HostNames } from '../../src/shim/values/hosts.ts'

/** Names of one to four labels, some of them wildcards, that often lie one in another. */
const name = fc
  .tuple(fc.boolean(), fc.array(fc.constantFrom('a', 'b'), { minLength: 1, maxLength: 4 }))
  .map(([isWildcard, labels]) => [...(isWildcard ? ['*'] : []), ...labels].join('.'))
const names = fc.array(name, { maxLength: 6 })

/** Whether a name of a certificate covers a host, by looking at the two alone. */
function covers(certificateName: string, host: string): boolean {
  const dot = host.indexOf('.')
  return certificateName === host || (dot > 0 && certificateName === `*${host.slice(dot)}`)
}

test('names of certificates cover a host where one of them does', () => {
  fc.assert(
    fc.property(names, name, (all, host) => {
      const lookup = new HostNames(all)
      const isCovered = all.some((one) => covers(one, host))
      expect(lookup.cover(host)).toBe(isCovered)
      expect(lookup.overlap(host)).toBe(isCovered || all.some((one) => covers(host, one)))
    }),
  )
})

test('hostnames of listeners overlap with a host where one of them does', () => {
  const isBelow = (host: string, wildcard: string) =>
    wildcard.startsWith('*.') && host.endsWith(wildcard.slice(1))
  fc.assert(
    fc.property(names, name, (all, host) => {
      const lookup = new ListenerHostnames()
      for (const one of all) lookup.add(one)
      expect(lookup.overlap(host)).toBe(
        all.some((one) => one === host || isBelow(one, host) || isBelow(host, one)),
      )
    }),
  )
})

test('no solver that matches a name is left out of its candidates, and they keep their order', () => {
  const solver: fc.Arbitrary<Solver> = fc.record({
    isFilledInLater: fc.constant(false),
    challenges: fc.constantFrom<readonly Challenge[]>(['dns01'], ['http01-ingress']),
    parentRefs: fc.constant([]),
    matchLabels: fc.constantFrom([], [['a', 'b'] as const]),
    dnsNames: fc.oneof(fc.constant([]), names),
    dnsZones: fc.oneof(fc.constant([]), names),
  })
  fc.assert(
    fc.property(fc.array(solver, { maxLength: 6 }), name, (solvers, host) => {
      const candidates = new SolverIndex(solvers).candidates(host)
      const matching = solvers.filter(
        ({ dnsNames, dnsZones }) =>
          (dnsNames.length === 0 || dnsNames.includes(host)) &&
          (dnsZones.length === 0 || longestZone(host, dnsZones) > 0),
      )
      const selective = matching.filter(
        ({ matchLabels, dnsNames, dnsZones }) => matchLabels.length + dnsNames.length + dnsZones.length > 0,
      )
      expect(candidates).toEqual(expect.arrayContaining(selective))
      expect(candidates).toEqual(solvers.filter((one) => candidates.includes(one)))
      const challengesOf = (all: readonly Solver[]) => new Set(all.flatMap(({ challenges }) => challenges))
      expect(challengesOf(candidates)).toEqual(
        new Set([...challengesOf(candidates), ...challengesOf(matching)]),
      )
    }),
    { numRuns: 1000 },
  )
})
