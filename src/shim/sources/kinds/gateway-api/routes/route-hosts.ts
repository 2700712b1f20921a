import { isTemplate } from '../../../../../manifest/placeholder.ts'
import type { Resource } from '../../../../resource.ts'
import { isFilledInLater, maskIn } from '../../../../values/filled-in-later.ts'
import { domainsAbove } from '../../../../values/hosts.ts'
import { isDnsSubdomain } from '../../../../values/kubernetes-names.ts'

/** A host of a Route; `''` where it has none and so takes all hosts. */
export interface RouteHost {
  readonly host: string
  readonly route: Resource
  /** Where it stands among all hosts of the list. */
  readonly order: number
}

/** Whether a host stands for many. */
export function isOpen({ host }: RouteHost): boolean {
  return host === '' || host.startsWith('*.')
}

/** Whether a text of a Route can be a host at all; the API server refuses all others. */
export function canBeHost(text: string, route: Resource): boolean {
  const bare = text.startsWith('*.') ? text.slice(2) : text
  return isDnsSubdomain(bare) || isFilledInLater(text, route) || isTemplate(text)
}

/** Hosts of Routes, to look up those that a listener has in common with them without going through all of them. */
export class RouteHosts {
  readonly #all: RouteHost[] = []
  /** By every domain above them, with its dot. */
  readonly #below = new Map<string, RouteHost[]>()
  /** Those that stand for many, by their own domain. */
  readonly #open = new Map<string, RouteHost[]>()
  /** Those whose domain is filled in later. */
  readonly #later: RouteHost[] = []

  add(host: RouteHost): void {
    this.#all.push(host)
    for (const domain of domainsAbove(host.host)) addTo(this.#below, domain, host)
    if (isOpen(host)) addTo(this.#open, host.host.slice(1), host)
    if (isOfLaterDomain(host)) this.#later.push(host)
  }

  /** The hosts that have one in common with the hostname of a listener: `''`, or a wildcard, which stands for any number of labels. */
  within(hostname: string): readonly RouteHost[] {
    if (hostname === '') return this.#all
    const domain = hostname.slice(1)
    const above = ['', ...domainsAbove(domain.slice(1))]
    return [
      ...(this.#below.get(domain) ?? []),
      ...above.flatMap((one) => this.#open.get(one) ?? []),
      ...this.#later,
    ]
  }
}

function isOfLaterDomain({ host, route }: RouteHost): boolean {
  return isTemplate(host) || maskIn(host, route).text.at(-1) !== host.at(-1)
}

function addTo(index: Map<string, RouteHost[]>, key: string, host: RouteHost): void {
  const others = index.get(key)
  if (others === undefined) index.set(key, [host])
  else others.push(host)
}
