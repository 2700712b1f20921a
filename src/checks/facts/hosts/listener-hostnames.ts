import { at } from '../../../manifest/manifest.ts'
import type { Resource } from '../../../shim/resource.ts'
import { isFilledInLater } from '../../../shim/values/filled-in-later.ts'
import { domainsAbove } from '../../../shim/values/hosts.ts'

/**
 * The hostnames of listeners, to look up the hosts of routes without going through all of them. Unlike in a certificate,
 * `*.` stands for any number of labels: `Hostname` in gateway-api's apis/v1/shared_types.go.
 */
export class ListenerHostnames {
  readonly #hostnames = new Set<string>()
  /** All domains above the hostnames, with their dot. */
  readonly #domains = new Set<string>()

  /** A listener with an empty hostname is for all hosts, and one whose hostname is filled in later may be. */
  add(hostname: string): void {
    this.#hostnames.add(hostname)
    for (const domain of domainsAbove(hostname)) this.#domains.add(domain)
  }

  /** Whether one of the hostnames and a host of a route have a host in common. */
  overlap(host: string): boolean {
    if (this.#hostnames.has('') || this.#hostnames.has(host)) return true
    if (domainsAbove(host).some((domain) => this.#hostnames.has(`*${domain}`))) return true
    return host.startsWith('*.') && this.#domains.has(host.slice(1))
  }
}

/** The listeners of a Gateway or ListenerSet that a reference with a section and port means, where it has these. */
export function listenersAt(parent: Resource, section: string, port: unknown): ListenerHostnames {
  let groups = known.get(parent)
  if (groups === undefined) {
    groups = groupsOf(parent)
    known.set(parent, groups)
  }
  return groups.get(groupKey(section, port)) ?? groups.get(namedLater) ?? none
}

/** The group of the listeners whose name is filled in later: any reference may mean them. */
const namedLater = 'named later'

const none = new ListenerHostnames()
const known = new WeakMap<Resource, ReadonlyMap<string, ListenerHostnames>>()

/** Each listener is in four groups: for its name and port, for each of them, and for neither. */
function groupsOf(parent: Resource): ReadonlyMap<string, ListenerHostnames> {
  const { object } = parent
  const groups = new Map<string, ListenerHostnames>()
  const listeners = at(object, 'spec', 'listeners')
  for (const listener of Array.isArray(listeners) ? listeners : []) {
    const port = at(listener, 'port')
    const name = textAt(listener, 'name')
    const hostname = textAt(listener, 'hostname')
    const keys = [...new Set(['', name])].flatMap((one) => [groupKey(one, undefined), groupKey(one, port)])
    for (const key of isFilledInLater(name, parent) ? [...keys, namedLater] : keys) {
      const group = groups.get(key) ?? new ListenerHostnames()
      group.add(isFilledInLater(hostname, parent) ? '' : hostname)
      groups.set(key, group)
    }
  }
  return groups
}

function groupKey(section: string, port: unknown): string {
  return typeof port === 'object' ? `object ${section}` : `${typeof port} ${port} ${section}`
}

function textAt(value: unknown, key: string): string {
  const text = at(value, key)
  return typeof text === 'string' ? text : ''
}
