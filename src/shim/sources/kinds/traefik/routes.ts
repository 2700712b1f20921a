import type { Matcher } from '../../../../go/traefik/expression.ts'
import type { Protocol, Syntax } from '../../../../go/traefik/matchers.ts'
import { parseRule } from '../../../../go/traefik/rule.ts'
import { at, groupOf, own } from '../../../../manifest/manifest.ts'
import type { Report } from '../../../../manifest/report.ts'
import type { Resource } from '../../../resource.ts'
import { shimRules } from '../../../rules.ts'
import { hasPlaceholderIn } from '../../../values/filled-in-later.ts'
import { readFields, readList, readString, unresolved } from '../../../values/read-value.ts'
import type { NamedHost, Routes } from '../../source.ts'
import { hostAsTraefikReads } from './host.ts'

export interface TraefikRoutes extends Routes {
  /** False where a rule can't be read, which has been reported: its hosts are unknown. */
  readonly areReadable: boolean
}

/** What stands for every host. */
const catchAll = '*'

const hostMatchers: Readonly<Record<Protocol, readonly string[]>> = {
  HTTP: ['Host', 'HostHeader'],
  TCP: ['HostSNI'],
}

/** The hosts that the rules of an IngressRoute or IngressRouteTCP name, in reading order. */
export function readRoutes(resource: Resource, protocol: Protocol, report: Report): TraefikRoutes {
  const spec = readFields(own(resource.object, 'spec'), 'spec', report) ?? {}
  const entries = readList(own(spec, 'routes'), 'spec.routes', report)
  const routes = (entries ?? []).map((entry, index) =>
    readRoute(entry, `spec.routes[${index}]`, resource, protocol, report),
  )
  const hosts = routes.map((route) => route ?? [])
  return {
    hosts: hosts.flat(),
    aliases: [],
    servesAllHosts: hosts.some((some) => some.length === 0),
    areReadable: entries !== undefined && routes.every((route) => route !== undefined),
  }
}

/** The hosts of one route; undefined where they can't be known. */
function readRoute(
  entry: unknown,
  routePath: string,
  resource: Resource,
  protocol: Protocol,
  report: Report,
): readonly NamedHost[] | undefined {
  const path = `${routePath}.match`
  const route = readFields(entry, routePath, report)
  const match = route && readString(own(route, 'match'), path, report)
  if (match === undefined) return undefined
  const rule = parseRule(match, protocol, syntaxOf(entry, resource))
  if ('problem' in rule) {
    if (hasPlaceholderIn(match, resource)) unresolved(report, path, match)
    else reportUnreadable(rule.problem, path, match, resource, report)
    return undefined
  }
  if (rule.value.doubts.length > 0) reportDoubts(rule.value.doubts, path, match, report)
  return hostsIn(rule.value.matchers, protocol).map((host) =>
    hostAsTraefikReads({ host, path, written: match }, resource),
  )
}

/** Traefik 2 has no other syntax, and Traefik 3 reads it where the route says so. */
function syntaxOf(route: unknown, { apiVersion }: Resource): Syntax {
  const isOld = groupOf(apiVersion) === 'traefik.containo.us' || at(route, 'syntax') === 'v2'
  return isOld ? 'v2' : 'v3'
}

/** Those that a request can be for: a negated one is left out. */
function hostsIn(matchers: readonly Matcher[], protocol: Protocol): readonly string[] {
  return matchers
    .filter(({ name, isNegated }) => !isNegated && hostMatchers[protocol].includes(name))
    .flatMap(({ values }) => values)
    .filter((host) => host !== catchAll)
}

function reportUnreadable(
  problem: string,
  path: string,
  match: string,
  { kind }: Resource,
  report: Report,
): void {
  report.reject(
    shimRules.traefikRuleInvalid,
    `Traefik refuses this rule and drops its route: ${problem}. Its hosts are unknown, so nothing is generated from this ${kind}. Fix the rule.`,
    { path, currentValue: match },
  )
}

function reportDoubts(doubts: readonly string[], path: string, match: string, report: Report): void {
  report.warn(
    { ...shimRules.traefikRuleInvalid, severity: 'warning' },
    `Traefik drops the route of this rule unless it is set up to read it: ${doubts.join(', and ')}. Its hosts count all the same. Join several values with ||, or write syntax: v2 in the route if the rule is in the old syntax.`,
    { path, currentValue: match },
  )
}
