import { type Group, groupedBy } from '../manifest/grouped.ts'
import type { Problem, Rule } from '../manifest/rule.ts'
import { annotation, annotationPath, listenerAnnotation } from '../shim/annotations.ts'
import { parentOf } from '../shim/sources/kinds/gateway-api/listener-set.ts'
import { isFilledInLater } from '../shim/values/filled-in-later.ts'
import type { Check, CheckedList } from './check.ts'
import { mayBeValidatedBeforehand } from './facts/acme/acme.ts'
import { chosenSolver } from './facts/acme/acme-solvers.ts'
import { type ChallengeParent, challengeParents, httpListenersOf } from './facts/acme/challenge-parents.ts'
import type { Reach } from './facts/acme/http-listeners.ts'
import { gatewaysOf } from './facts/gateways.ts'
import { fieldOfName, nameOfIssuer, type Request, requestsTo } from './facts/requests.ts'

const rule: Rule = {
  id: 'acme-http01-unreachable',
  severity: 'error',
  summary: 'The challenge for a host is served by an HTTPRoute that requests on port 80 do not reach.',
}

/** Where something in front of the Gateway may still bring port 80 there. */
const probably: Rule = { ...rule, severity: 'warning' }

/**
 * A challenge that the CA can't see: it asks for it by plain HTTP on port 80 (RFC 8555, 8.3), and the HTTPRoute of the
 * solver attaches to no listener for that.
 */
export const acmeHttp01Unreachable: Check = {
  rule,
  *find(list) {
    for (const request of requestsTo('acme', list)) {
      if (mayBeValidatedBeforehand(request.issuer)) continue
      for (const [name, ...others] of hostsByObstacle(request, list).values())
        yield problem(name, others, list)
    }
  },
}

/** What keeps the CA from a host. */
interface Obstructed {
  readonly host: string
  readonly request: Request
  /** Undefined where the HTTPRoute would have no parent at all, which cert-manager refuses. */
  readonly parent: ChallengeParent | undefined
  readonly reach: Reach
}

/** The hosts of a request that the CA can't reach; those for one reason together, at least one for each. */
function hostsByObstacle(request: Request, list: CheckedList): ReadonlyMap<string, Group<Obstructed>> {
  const hosts = [...new Set(request.certificate.spec.dnsNames)]
  const obstructed = hosts.flatMap((host) => obstacle(host, request, list) ?? [])
  return groupedBy(obstructed, ({ parent, reach }) => `${parent?.kind} ${parent?.name} ${reach}`)
}

function obstacle(host: string, request: Request, list: CheckedList): Obstructed | undefined {
  const solver = chosenSolver(host, request)
  if (solver === undefined || !solver.challenges.includes('http01-gateway')) return undefined
  const parents = challengeParents(solver, request, list)
  let worst: Obstructed = { host, request, parent: undefined, reach: 'nowhere' }
  for (const parent of parents) {
    // What isn't in the list may well take it.
    if (parent.resource === undefined) return undefined
    const reach = httpListenersOf(parent.resource).reach(host, knownNamespace(request), parent)
    if (reach === 'port 80') return undefined
    worst = { host, request, parent, reach }
  }
  return worst
}

/** `''` where it is only known later. */
function knownNamespace({ source, secret: { namespace } }: Request): string {
  return isFilledInLater(namespace, source) ? '' : namespace
}

function problem(first: Obstructed, others: readonly Obstructed[], list: CheckedList): Problem {
  const { host, request, reach } = first
  const hosts = others.length === 0 ? host : `${host} and ${others.length} more`
  const fallback = fallbackFor(first, list)
  return {
    rule: reach === 'another port' ? probably : rule,
    message: `The ${nameOfIssuer(request)} proves ${hosts} by HTTP-01 with an HTTPRoute, ${whatFails(first)}. ${whatToDo(first, fallback)}`,
    position: request.source.position,
    field:
      fallback === 'helps'
        ? { path: annotationPath(listenerAnnotation.parentRefFallback), proposedValue: 'true' }
        : fieldOfName(host, request, annotation.altNames),
  }
}

function whatFails({ parent, reach, request: { source, secret } }: Obstructed): string {
  if (parent === undefined) {
    return `and neither the issuer nor this ${source.kind} names a Gateway for it, so cert-manager makes no challenge`
  }
  const name = `the ${parent.kind} ${parent.name}`
  switch (reach) {
    case 'another namespace':
      return `and the HTTP listener of ${name} takes no routes from the namespace ${secret.namespace}, so the CA never sees the challenge`
    case 'another port':
      return `and ${name} listens for HTTP, but not on port 80, where the CA asks for the challenge`
    default:
      return `and ${name} has no HTTP listener on port 80 that takes it, so the CA never sees the challenge`
  }
}

function whatToDo({ parent, reach }: Obstructed, fallback: Fallback): string {
  if (parent === undefined)
    return 'Add parentRefs to the solver of the issuer, or give it a solver with an Ingress.'
  if (fallback === 'helps') {
    return `Set ${listenerAnnotation.parentRefFallback} to "true", and the HTTPRoute attaches to the parent Gateway, which has such a listener.`
  }
  if (reach === 'another namespace') {
    return 'Let it in with allowedRoutes.namespaces of that listener, or use a DNS-01 solver.'
  }
  return fallback === 'may help'
    ? `Add a listener with the protocol HTTP and port 80 for it, or set ${listenerAnnotation.parentRefFallback} to "true" if the parent Gateway has one.`
    : 'Add a listener with the protocol HTTP and port 80 for it, or use a DNS-01 solver.'
}

/** Whether the Gateway of a ListenerSet would take the challenge; only the list can say so, where it has the Gateway. */
type Fallback = 'helps' | 'may help' | 'none'

function fallbackFor({ host, request: { source } }: Obstructed, list: CheckedList): Fallback {
  if (!source.sourceKind.ownAnnotations.includes(listenerAnnotation.parentRefFallback)) return 'none'
  const { namespace, name } = parentOf(source)
  const gateway = gatewaysOf(list).find(namespace, name)
  if (gateway === undefined) return 'may help'
  const reach = httpListenersOf(gateway).reach(host, source.namespace, { sectionName: '', port: undefined })
  return reach === 'port 80' ? 'helps' : 'none'
}
